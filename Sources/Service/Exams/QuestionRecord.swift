import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

extension Question {
    static let columns = Columns("id, bank, kind, stem, options, correct, enabled, sat, changed_ms") { row in
        Question(
            id: row.id(), bank: row.id(), kind: try row.enumeration(), stem: row.text(),
            options: try QuestionOptions(serialized: row.bytes()).texts, correct: row.uint32(), enabled: row.bool(),
            sat: row.bool(), changedMs: row.integer())
    }

    private static let one = SQL("SELECT \(columns) FROM question WHERE id = ?1")

    static let ofBank = SQL("SELECT \(columns) FROM question WHERE bank = ?1 AND id > ?2 ORDER BY id LIMIT ?3")

    static let ofBankContaining = SQL(
        """
        SELECT \(columns) FROM question WHERE bank = ?1 AND id > ?2 AND lower(stem) LIKE lower(?3) ESCAPE '!'
        ORDER BY id LIMIT ?4
        """)

    static let enabledOfBank = SQL("SELECT \(columns) FROM question WHERE bank = ?1 AND enabled = 1 ORDER BY id")

    /// - Throws: `notFound`.
    init(stored id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "question") }
        self = found
    }
}

extension ValidQuestion {
    /// Equal for equal content.
    var digest: [UInt8] {
        let said = Question(kind: kind, stem: stem, options: options, correct: correct)
        return Array(Digest.file(said.serialized()).prefix(16))
    }

    var storedOptions: [UInt8] { QuestionOptions(texts: options).serialized() }
}

extension Exams {
    /// Returns the question of a bank with that content; nil for none.
    func question(_ content: ValidQuestion, in bank: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first("SELECT id FROM question WHERE bank = ?1 AND digest = ?2", bank, content.digest) { $0.id(0) }
    }

    /// EXM-1b: adds a question, not enabled.
    func add(_ content: ValidQuestion, to bank: Bank, _ context: WriteContext) throws -> Question {
        let transaction = context.transaction
        let count = try transaction.first("SELECT COUNT(*) FROM question WHERE bank = ?1", bank.id) { $0.int(0) } ?? 0
        guard count < QuestionBank.limit else {
            throw Refusal(
                .wrongState, field: "bank", "a bank holds at most \(QuestionBank.limit) questions",
                zh: "题库最多 \(QuestionBank.limit) 道试题")
        }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO question (id, bank, kind, stem, options, correct, enabled, sat, digest, changed_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, ?8)
            """, id, bank.id, content.kind.rawValue, content.stem, content.storedOptions, content.correct,
            content.digest, context.now)
        return try note(.added, Question(stored: id, transaction), context)
    }

    /// Enters what became of a question into its bank's history; who begins from now on sits it as it is now.
    @discardableResult
    func note(_ event: QuestionEvent, _ question: Question, _ context: WriteContext) throws -> Question {
        let transaction = context.transaction
        try forgetEditions(ofBank: question.bank, transaction)
        try transaction.execute(
            """
            INSERT INTO question_change (id, bank, question, event, content, person, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, transaction.newID(), question.bank, question.id, event.rawValue, question.serialized(),
            context.call.person().id, context.now)
        return question
    }
}
