internal import CXlsxWriter
import Glibc
import Threads
package import Vocabulary

/// A workbook (.xlsx) of one sheet, written row by row: rows that were written stand in a temporary file without a name, so
/// that a list of any length needs the same memory. The first row is the heading. Nothing in it is a formula.
@safe package final class Workbook {
    package enum Cell: Sendable {
        case text(String)
        /// A number as text, `1160.00`, which stays one where a spreadsheet would change it.
        case figure(String)
        /// Yuan, `1160.00`; shown as `¥1,160.00`, and a number to the spreadsheet.
        case money(String)
    }

    /// Why a workbook cannot hold or be what it should.
    package struct Failure: Error {
        package let reason: Phrase
        package var isDiskFull = false
    }

    package static let rowLimit = 1_048_576
    package static let columnLimit = 16_384
    /// The most characters of a cell.
    package static let textLimit = 32_767

    // Made by the initialiser, freed by `finish` or the deinitialiser, and used by its one owner between.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let bold: UnsafeMutablePointer<lxw_format>
    /// By the number of decimals.
    private let figures: [UnsafeMutablePointer<lxw_format>]
    private let money: UnsafeMutablePointer<lxw_format>
    /// The rows written so far, with the heading.
    package private(set) var rows = 0

    /// - Parameter path: of a file that is there already; its permissions stay.
    package init(at path: String) throws(Failure) {
        var options = unsafe lxw_workbook_options()
        unsafe options.constant_memory = 1
        guard let book = unsafe workbook_new_opt(path, &options), let sheet = unsafe workbook_add_worksheet(book, nil),
            let bold = unsafe workbook_add_format(book), let money = unsafe workbook_add_format(book)
        else { throw Self.noMemory }
        unsafe format_set_bold(bold)
        unsafe format_set_num_format(money, "\"¥\"#,##0.00")
        var figures: [UnsafeMutablePointer<lxw_format>] = unsafe []
        for decimals in 0...Figure.mostDecimals {
            guard let format = unsafe workbook_add_format(book) else { throw Self.noMemory }
            let digits = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
            unsafe format_set_num_format(format, digits)
            unsafe figures.append(format)
        }
        unsafe (self.book, self.sheet, self.bold, self.figures, self.money) =
            unsafe (book, sheet, bold, figures, money)
        unsafe worksheet_freeze_panes(sheet, 1, 0)
    }

    deinit {
        if let book = unsafe book { unsafe lxw_workbook_free(book) }
    }

    /// - Throws: for a row or a cell beyond what a workbook holds.
    package func append(_ cells: [Cell]) throws(Failure) {
        guard rows < Self.rowLimit else {
            throw Failure(
                reason: Phrase(
                    "a workbook holds \(Self.rowLimit) rows; write a .csv", "工作簿最多 \(Self.rowLimit) 行，请改用 .csv"))
        }
        for (column, cell) in cells.enumerated() { try write(cell, UInt32(rows), column) }
        rows += 1
    }

    private func write(_ cell: Cell, _ row: UInt32, _ column: Int) throws(Failure) {
        guard column < Self.columnLimit else {
            throw Failure(
                reason: Phrase(
                    "a workbook holds \(Self.columnLimit) columns; write a .csv", "工作簿最多 \(Self.columnLimit) 列，请改用 .csv"
                )
            )
        }
        let place = UInt16(column)
        let text: String
        switch cell {
        case .text(let plain): text = plain
        case .figure(let plain):
            if let figure = Figure(plain) {
                unsafe worksheet_write_number(sheet, row, place, figure.value, figures[figure.decimals])
                return
            }
            text = plain
        case .money(let plain):
            if let figure = Figure(plain) {
                unsafe worksheet_write_number(sheet, row, place, figure.value, money)
                return
            }
            text = plain
        }
        guard !text.isEmpty else { return }
        guard text.utf16.count <= Self.textLimit else {
            throw Failure(
                reason: Phrase(
                    "row \(row + 1): a cell of a workbook holds \(Self.textLimit) characters; write a .csv",
                    "第 \(row + 1) 行：工作簿的单元格最多 \(Self.textLimit) 个字符，请改用 .csv"))
        }
        let code = unsafe worksheet_write_string(sheet, row, place, Self.holdable(text), row == 0 ? bold : nil)
        guard code == LXW_NO_ERROR else { throw Self.failure(code) }
    }

    /// Without the two code points of no character that XML has no way to write.
    private static func holdable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value >= 0xFFFE && $0.value <= 0xFFFF ? "\u{FFFD}" : $0 }))
    }

    /// Writes the file.
    /// - Parameter widths: of the columns, in narrow characters.
    package func finish(widths: [Int]) throws(Failure) {
        guard let book = unsafe book else { return }
        for (column, width) in widths.enumerated() {
            unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
        }
        // The rows stand in a temporary file, whose failed writes the library does not tell of.
        let rows = unsafe sheet.pointee.optimize_tmpfile
        guard unsafe fflush(rows) == 0, unsafe ferror(rows) == 0 else { throw Self.unwritten(isFull: true) }
        // It frees the workbook, whatever it returns.
        unsafe self.book = nil
        let code = Self.quietly { unsafe workbook_close(book) }
        guard code == LXW_NO_ERROR else { throw Self.failure(code) }
    }

    /// Held while standard error is put aside, so that it comes back.
    private static let standardError = Locked<Void>(())

    /// Runs a call that, failing, would print lines of its own to standard error. Keeps its `errno`.
    private static func quietly(_ call: () -> lxw_error) -> lxw_error {
        standardError.withLock { _ in aside(call) }
    }

    private static func aside(_ call: () -> lxw_error) -> lxw_error {
        let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        if kept >= 0, nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
        errno = 0
        let code = call()
        let reason = errno
        if kept >= 0 {
            dup2(kept, STDERR_FILENO)
            close(kept)
        }
        if nowhere >= 0 { close(nowhere) }
        errno = reason
        return code
    }

    private static func failure(_ code: lxw_error) -> Failure {
        switch code {
        case LXW_ERROR_MEMORY_MALLOC_FAILED: noMemory
        // Of the system; `errno` is that of the call that failed.
        default: unwritten(isFull: errno == ENOSPC || errno == EDQUOT)
        }
    }

    private static func unwritten(isFull: Bool) -> Failure {
        Failure(
            reason: Phrase(
                "the workbook cannot be written: look after the disk and its room, also that of temporary files",
                "无法写入工作簿：请检查磁盘及其剩余空间（包括临时文件所在磁盘）"),
            isDiskFull: isFull)
    }

    private static let noMemory = Failure(reason: Phrase("no memory for a workbook", "内存不足，无法生成工作簿"))
}

/// A number that a spreadsheet shows as it is written: no zero in front, at most eleven digits before the point.
struct Figure {
    static let mostDecimals = 4
    let value: Double
    let decimals: Int

    init?(_ text: String) {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
            (1...11).contains(parts[0].count), parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"),
            parts.count == 1 || (1...Self.mostDecimals).contains(parts[1].count), let value = Double(text)
        else { return nil }
        self.value = value
        decimals = parts.count == 2 ? parts[1].count : 0
    }
}
