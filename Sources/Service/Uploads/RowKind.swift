import Application
import Domain
import Messages
import Storage
import Threads

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
    /// Applies a row that was judged in the same transaction.
    let land: @Sendable (Plan, Target, WriteContext) throws -> Landed
    let undo: @Sendable () -> Undoing<Target>

    /// Returns what goes on reading a file: call it again and again until there is a sheet.
    /// - Throws: ``Refusal`` of the file as a whole.
    func open(_ file: ScratchFile, today: Day, in language: Language, _ scratch: Scratch) throws -> SheetSteps {
        let reading = try RowReading(file, scratch)
        var sheet: Sheet<Column, Value>?
        return SheetSteps {
            if sheet != nil {
                try sheet?.readOn(Self.pageRows)
            } else if let rows = try reading.step() {
                sheet = try Sheet(rows, as: format, today: today)
            }
            guard let whole = sheet, whole.isRead else { return nil }
            return opened(whole, reading.form, language)
        }
    }

    private static var pageRows: Int { 256 }

    private func opened(_ sheet: Sheet<Column, Value>, _ form: String, _ language: Language) -> OpenSheet {
        let page = Locked<(range: Range<Int>, entries: [Sheet<Column, Value>.Entry])>((0..<0, []))
        @Sendable func entries(_ range: Range<Int>) throws -> [Sheet<Column, Value>.Entry] {
            let (known, entries) = page.withLock { $0 }
            guard known.lowerBound <= range.lowerBound, range.upperBound <= known.upperBound else {
                return try sheet.entries(range)
            }
            return Array(entries[range.lowerBound - known.lowerBound..<range.upperBound - known.lowerBound])
        }
        return OpenSheet(
            form: form, count: sheet.count, mendHeading: sheet.mendHeading(in: language),
            mendRows: { sheet.mendRows($0, in: language) },
            isAtHand: { range in
                page.withLock { $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound }
            },
            fetch: { first in
                let range = first..<min(first + Self.pageRows, sheet.count)
                let entries = try sheet.entries(range)
                page.withLock { $0 = (range, entries) }
            }
        ) { range, target, landing, book, context in
            let target = try self.target(target, context.call, context.transaction)
            book.lands = landing != .none
            var outcome = SliceOutcome()
            for entry in try entries(range) {
                switch entry {
                case .repeated: outcome.unchanged += 1
                case .bad(let row): outcome.bad.append(row)
                case .good(let row):
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

    private func take(
        _ row: SheetRow<Value>, of sheet: Sheet<Column, Value>, _ target: Target, _ landing: Landing,
        _ outcome: inout SliceOutcome, _ book: inout LineBook, _ context: WriteContext
    ) throws {
        let (change, plan) = try judge(row, sheet, target, &book, context.transaction)
        var landed = Landed()
        switch landing {
        case .none: break
        case .each where change != .unchanged: landed = try context.part { try land(plan, target, context) }.get()
        case .together where change != .unchanged: landed = try land(plan, target, context)
        case .each, .together: break
        }
        if !landed.account.isEmpty { outcome.accounts.append(landed.account) }
        if let ids = landed.effect { outcome.effects.append(RowEffect(line: row.line, ids: ids)) }
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

/// A file on its way to a sheet.
struct SheetSteps {
    /// Goes on for a few milliseconds. Returns the sheet once all is read; throws ``Refusal`` of the file as a whole.
    let step: () throws -> OpenSheet?
}

/// A file that has been read through, to be processed in slices.
struct OpenSheet: Sendable {
    /// The encoding of text, or `XLSX`.
    let form: String
    /// The number of rows, without blank ones and the heading.
    let count: Int
    let mendHeading: [UInt8]
    let mendRows: @Sendable ([FaultyRow]) -> [UInt8]
    /// Whether the rows of a range are in memory.
    let isAtHand: @Sendable (Range<Int>) -> Bool
    /// Brings rows from the given one on into memory, in place of those before, so that the writer has no need to read them.
    let fetch: @Sendable (_ first: Int) throws -> Void
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
    var effects: [RowEffect] = []
}

/// The subjects of a file's earlier rows, so that no two rows have the same subject, and a row may refer to an earlier
/// one that is only judged.
struct LineBook: Sendable {
    /// Whether rows are applied; then the tables have what the earlier rows made.
    fileprivate(set) var lands = false
    private let settled: Locked<LineTable>
    private var added: [String: Int] = [:]

    /// - Parameter settled: the subjects of earlier slices.
    init(_ settled: Locked<LineTable>) { self.settled = settled }

    func line(of subject: String) -> Int? { added[subject] ?? settled.withLock { $0[subject] } }

    mutating func enter(_ subject: String, line: Int) { added[subject] = line }

    /// Call once the slice is durable.
    func settle() {
        settled.withLock { settled in
            for (subject, line) in added { settled.enter(subject, line: line) }
        }
    }
}
