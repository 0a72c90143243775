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

        fileprivate var written: String {
            switch self {
            case .text(let text), .figure(let text): text
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
        workbook = name.hasSuffix(".xlsx") ? try draft.path.map(Self.workbook) : nil
    }

    private static func workbook(_ path: String) throws(CommandFailure) -> Workbook {
        do throws(Workbook.Failure) { return try Workbook(at: path) } catch { throw failure(error) }
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
            widths[column] = max(widths[column], min(cell.written.columns + 2, Self.widestColumn))
        }
        do throws(Workbook.Failure) {
            try workbook.append(
                cells.map { cell in
                    switch cell {
                    case .text(let text): .text(text)
                    case .figure(let text): .figure(text)
                    }
                })
        } catch { throw Self.failure(error) }
    }

    /// Writes whole rows of comma-separated text as ``DelimitedWriter`` makes them.
    /// - Parameter figures: the columns of numbers to calculate with.
    package func append(rows bytes: [UInt8], figures: Set<Int> = []) throws(CommandFailure) {
        var reader = DelimitedReader(bytes, separatedBy: ",", cellLimit: Workbook.textLimit * 3)
        while let row = try next(&reader) {
            guard workbook != nil else {
                rows += 1
                continue
            }
            try append(
                row.cells.enumerated().map { column, cell in
                    let original = DelimitedWriter.original(cell)
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
        do throws(Workbook.Failure) { try workbook?.finish(widths: widths) } catch { throw Self.failure(error) }
        try draft.replace()
        rows = max(rows, 0)
    }

    private static func failure(_ failure: Workbook.Failure) -> CommandFailure {
        CommandFailure(.failure, name: "workbook", failure.reason)
    }
}
