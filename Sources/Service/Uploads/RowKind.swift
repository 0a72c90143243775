import Application
import Domain
import Encodings
import Messages
import Storage
import Threads

/// The effect of a row.
enum RowChange { case added, changed, unchanged }

/// The fate of rows that are good.
enum Landing: Sendable {
    /// They are judged, and leave no trace.
    case none
    /// Each by itself: one that fails is taken back, and the others stay.
    case each
    /// All of them; whoever asked takes all back when one is bad.
    case together
}

/// How the rows of one kind of file are judged, and how they land.
struct RowKind<Column: SheetColumn, Value: Equatable & Sendable, Target, Plan>: Sendable {
    let format: SheetFormat<Column, Value>
    /// What the rows belong to. Throws unless the caller may write there.
    let target: @Sendable (UInt64, Call, Snapshot) throws -> Target
    /// What a row would do after those before it, of which the book knows what the tables do not. Throws ``RowFault``,
    /// ``Refusal`` for a bad one.
    let judge: @Sendable (SheetRow<Value>, Target, inout LineBook, Snapshot) throws -> (change: RowChange, plan: Plan)
    /// Does what was judged in the same transaction. Returns the cells of an account that was made, or none.
    let land: @Sendable (Plan, Target, WriteContext) throws -> [String]

    /// - Throws: ``Refusal`` of the file as a whole.
    func open(_ file: [UInt8], today: Day, in language: Language) throws -> OpenSheet {
        let (text, encoding) = try TextEncoding.decode(file)
        let sheet = try Sheet(text, as: format, today: today)
        return OpenSheet(
            encoding: encoding, count: sheet.entries.count, mendHeading: sheet.mendHeading(in: language),
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
                        try take(row, target, landing, &outcome, &book, context)
                    } catch {
                        outcome.bad.append(try Self.refuse(row, of: sheet, error))
                    }
                }
            }
            return outcome
        }
    }

    private func take(
        _ row: SheetRow<Value>, _ target: Target, _ landing: Landing, _ outcome: inout SliceOutcome,
        _ book: inout LineBook, _ context: WriteContext
    ) throws {
        let (change, plan) = try judge(row, target, &book, context.transaction)
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

/// A file that has been read, to be worked through in slices.
struct OpenSheet: Sendable {
    let encoding: TextEncoding
    /// Rows, blank ones and the heading not among them.
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

/// What the rows of a file so far are about, so that no two are about the same, and a row may stand on one above it that
/// is only judged.
struct LineBook: Sendable {
    /// Whether the rows land; then the tables know of what those above have made, and what is not there is not.
    fileprivate(set) var lands = false
    private let settled: Locked<[String: Int]>
    private var added: [String: Int] = [:]

    /// - Parameter settled: of the slices before.
    init(_ settled: Locked<[String: Int]>) { self.settled = settled }

    func line(of subject: String) -> Int? { added[subject] ?? settled.withLock { $0[subject] } }

    mutating func enter(_ subject: String, line: Int) { added[subject] = line }

    /// To be called once the slice is durable.
    func settle() { settled.withLock { $0.merge(added) { first, _ in first } } }
}
