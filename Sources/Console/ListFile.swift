import Domain
import Sheets

/// A list as a file that only its owner reads: a workbook where its name ends in `.xlsx`, else comma-separated text. Rows are
/// written as they come, so a list of any length needs the same memory; the file takes its place when it is whole.
package final class ListFile {
    package enum Cell: Sendable {
        /// An ID number, a phone, a name: it stays as it is.
        case text(String)
        /// A number to calculate with; a workbook keeps it as one.
        case figure(String)
        /// Yuan, `1160.00`, as comma-separated text has it; a workbook shows the number as `¥1,160.00`.
        case money(String)

        fileprivate var written: String {
            switch self {
            case .text(let text), .figure(let text), .money(let text): text
            }
        }

        /// As the workbook takes it.
        fileprivate var cell: Workbook.Cell {
            switch self {
            case .text(let text): .text(text)
            case .figure(let text): .figure(text)
            case .money(let text): .money(text)
            }
        }

        /// The columns that it takes in the workbook, with the sign and separators of money.
        fileprivate var columns: Int {
            switch self {
            case .text(let text), .figure(let text): text.columns
            case .money(let text): text.columns + 1 + text.columns / 3
            }
        }
    }

    private let path: String
    private let draft: FileDraft
    /// Nil for text.
    private let workbook: Workbook?
    private var text = DelimitedWriter(digits: .guarded)
    private var widths: [Int] = []
    /// The rows so far, without the heading.
    package private(set) var rows = -1

    private static let widestColumn = 60
    private static let narrowestColumn = 8

    package init(_ path: String, mode: UInt32 = 0o600) throws(CommandFailure) {
        let name = path.lowercased()
        guard ![".xls", ".et", ".ods"].contains(where: name.hasSuffix) else {
            throw .usage(Phrase("\(path): lists are written as .xlsx or .csv", "\(path)：列表仅支持 .xlsx 或 .csv"))
        }
        self.path = path
        draft = try FileDraft(for: path, mode: mode)
        // A device is named like no workbook, and gets text.
        guard let place = draft.path, name.hasSuffix(".xlsx") else {
            workbook = nil
            return
        }
        do throws(Workbook.Failure) { workbook = try Workbook(at: place) } catch {
            throw CommandFailure(.failure, name: "workbook", error.reason)
        }
    }

    /// Takes room on the disk for the list; see `FileDraft`.
    package func reserve(_ bytes: Int) throws(CommandFailure) { try draft.reserve(bytes) }

    private func failure(_ failure: Workbook.Failure) -> CommandFailure {
        failure.isDiskFull ? .diskFull(path) : CommandFailure(.failure, name: "workbook", failure.reason)
    }

    /// Writes a row; the first is the heading.
    package func append(_ cells: [Cell]) throws(CommandFailure) {
        rows += 1
        guard let workbook else {
            text.append(cells.map(\.written))
            return try draft.write(text.take())
        }
        for (column, cell) in cells.enumerated() {
            if column == widths.count { widths.append(Self.narrowestColumn) }
            widths[column] = max(widths[column], min(cell.columns + 2, Self.widestColumn))
        }
        do throws(Workbook.Failure) {
            try workbook.append(cells.map(\.cell))
        } catch { throw failure(error) }
    }

    /// Writes whole rows of comma-separated text as ``DelimitedWriter`` makes them.
    /// - Parameters:
    ///   - figures: the columns of numbers to calculate with.
    ///   - money: the columns of yuan.
    package func append(
        rows bytes: [UInt8], figures: Set<Int> = [], money: Set<Int> = []
    ) throws(CommandFailure) {
        var reader = DelimitedReader(bytes, separatedBy: ",", cellLimit: Workbook.textLimit * 3)
        while let row = try next(&reader) {
            guard workbook != nil else {
                rows += 1
                continue
            }
            try append(
                row.cells.enumerated().map { column, cell in
                    let original = DelimitedWriter.original(cell)
                    if money.contains(column) { return .money(original) }
                    return figures.contains(column) ? .figure(original) : .text(original)
                })
        }
        if workbook == nil { try draft.write(bytes) }
    }

    private func next(_ reader: inout DelimitedReader) throws(CommandFailure) -> DelimitedRow? {
        do throws(Refusal) {
            return try reader.next()
        } catch {
            throw CommandFailure(.failure, name: "bad_reply", error.reason)
        }
    }

    /// Puts the file in its place.
    package func finish() throws(CommandFailure) {
        do throws(Workbook.Failure) { try workbook?.finish(widths: widths) } catch { throw failure(error) }
        try draft.replace()
        rows = max(rows, 0)
    }
}
