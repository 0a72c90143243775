import Application
import Domain
import Encodings
import Messages
import Storage
import Threads
import Workbooks

/// The effect of a row.
enum RowChange { case added, changed, unchanged }

/// How valid rows are applied.
enum Landing: Sendable {
    /// Not at all: they are only judged.
    case none
    /// Individually: one that fails is rolled back, and the others remain.
    case each
    /// All together; the caller rolls all back if one is bad.
    case together
}

/// How the rows of one kind of file are judged and applied.
struct RowKind<Column: SheetColumn, Value: Equatable & Sendable, Target, Plan>: Sendable {
    let format: SheetFormat<Column, Value>
    /// Returns what the rows belong to. Throws unless the caller may write there.
    let target: @Sendable (UInt64, Call, Snapshot) throws -> Target
    /// Says what a row of the sheet would do after those before it, of which the book knows what the tables do not. Throws
    /// ``RowFault``, ``Refusal`` for a bad one.
    let judge:
        @Sendable (SheetRow<Value>, Sheet<Column, Value>, Target, inout LineBook, Snapshot) throws -> (
            change: RowChange, plan: Plan
        )
    /// Applies a row that was judged in the same transaction. Returns the cells of a created account, or none.
    let land: @Sendable (Plan, Target, WriteContext) throws -> [String]

    /// - Throws: ``Refusal`` of the file as a whole.
    func open(_ file: [UInt8], today: Day, in language: Language) throws -> OpenSheet {
        let (sheet, form) = try read(file, today: today)
        return OpenSheet(
            form: form, count: sheet.entries.count, mendHeading: sheet.mendHeading(in: language),
            mendRows: { sheet.mendRows($0, in: language) }
        ) { range, target, landing, book, context in
            let target = try self.target(target, context.call, context.transaction)
            book.lands = landing != .none
            var outcome = SliceOutcome()
            for entry in sheet.entries[range] {
                switch entry {
                case .repeated: outcome.unchanged += 1
                case .bad(let index): outcome.bad.append(sheet.bad[index])
                case .good(let index):
                    let row = sheet.rows[index]
                    do {
                        try take(row, of: sheet, target, landing, &outcome, &book, context)
                    } catch {
                        outcome.bad.append(try Self.refuse(row, of: sheet, error))
                    }
                }
            }
            return outcome
        }
    }

    /// BAT-2: a workbook, or text of one of the encodings, whatever the file is called.
    /// - Returns: also the form's name.
    private func read(_ file: [UInt8], today: Day) throws -> (sheet: Sheet<Column, Value>, form: String) {
        if WorkbookRows.isArchive(file) {
            return (try Sheet(rows: WorkbookRows.read(file), as: format, today: today), "XLSX")
        }
        let (text, encoding) = try TextEncoding.decode(file)
        return (try Sheet(text, as: format, today: today), encoding.rawValue)
    }

    private func take(
        _ row: SheetRow<Value>, of sheet: Sheet<Column, Value>, _ target: Target, _ landing: Landing,
        _ outcome: inout SliceOutcome, _ book: inout LineBook, _ context: WriteContext
    ) throws {
        let (change, plan) = try judge(row, sheet, target, &book, context.transaction)
        var account: [String] = []
        switch landing {
        case .none: break
        case .each where change != .unchanged: account = try context.part { try land(plan, target, context) }.get()
        case .together where change != .unchanged: account = try land(plan, target, context)
        case .each, .together: break
        }
        if !account.isEmpty { outcome.accounts.append(account) }
        switch change {
        case .added: outcome.added += 1
        case .changed: outcome.changed += 1
        case .unchanged: outcome.unchanged += 1
        }
    }

    private static func refuse(
        _ row: SheetRow<Value>, of sheet: Sheet<Column, Value>, _ error: any Error
    ) throws -> FaultyRow {
        switch error {
        case let fault as RowFault<Column>: return sheet.refuse(row, fault.column, fault.reason)
        case let refusal as Refusal: return sheet.refuse(row, nil, refusal.reason)
        default: throw error
        }
    }
}

/// A parsed file, to be processed in slices.
struct OpenSheet: Sendable {
    /// The encoding of text, or `XLSX`.
    let form: String
    /// The number of rows, without blank ones and the heading.
    let count: Int
    let mendHeading: [UInt8]
    let mendRows: @Sendable ([FaultyRow]) -> [UInt8]
    /// Judges a range of rows, and lets them land as is asked. Throws ``Refusal`` when the caller may not.
    let work: @Sendable (Range<Int>, _ target: UInt64, Landing, inout LineBook, WriteContext) throws -> SliceOutcome
}

/// The outcome of some rows.
struct SliceOutcome: Sendable {
    var added = 0
    var changed = 0
    var unchanged = 0
    var bad: [FaultyRow] = []
    /// The cells of accounts that were made.
    var accounts: [[String]] = []
}

/// The subjects of a file's earlier rows, so that no two rows have the same subject, and a row may refer to an earlier
/// one that is only judged.
struct LineBook: Sendable {
    /// Whether rows are applied; then the tables have what the earlier rows made.
    fileprivate(set) var lands = false
    private let settled: Locked<[String: Int]>
    private var added: [String: Int] = [:]

    /// - Parameter settled: the subjects of earlier slices.
    init(_ settled: Locked<[String: Int]>) { self.settled = settled }

    func line(of subject: String) -> Int? { added[subject] ?? settled.withLock { $0[subject] } }

    mutating func enter(_ subject: String, line: Int) { added[subject] = line }

    /// Call once the slice is durable.
    func settle() { settled.withLock { $0.merge(added) { first, _ in first } } }
}
