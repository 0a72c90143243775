import Application
import Domain
import Messages
import Storage
import Wire

extension Exams {
    /// EXM-1: the questions of a bank, with their keys: for those who have it in hand.
    func listQuestions(_ request: ListQuestionsRequest, _ context: ReadContext) throws -> ListQuestionsReply {
        let snapshot = context.snapshot
        let bank = try Bank(request.bank, for: context.call, snapshot)
        let part = try SoughtText(request.contains, field: "contains")
        let page = try listPage(request.limit, by: \.id) { limit in
            if part.isEmpty {
                try snapshot.all(Question.ofBank, bank.id, request.after, limit, body: Question.columns.read)
            } else {
                try snapshot.all(
                    Question.ofBankContaining, bank.id, request.after, part.pattern, limit,
                    body: Question.columns.read)
            }
        }
        return ListQuestionsReply(
            questions: page.elements, next: page.next ?? 0,
            enabled: UInt32(try QuestionDemand.enabled(in: bank.id, snapshot)),
            needed: UInt32(try bank.offering.map { try QuestionDemand.needed(by: $0.id, snapshot) } ?? 0))
    }

    func getQuestion(_ request: GetQuestionRequest, _ context: ReadContext) throws -> QuestionReply {
        let question = try Question(stored: request.question, context.snapshot)
        _ = try Bank(question.bank, for: context.call, context.snapshot)
        return QuestionReply(question: question)
    }

    /// Lists what became of the questions of a bank, deleted ones included; the newest first.
    func questionHistory(_ request: QuestionHistoryRequest, _ context: ReadContext) throws -> QuestionHistoryReply {
        let snapshot = context.snapshot
        let bank = try Bank(request.bank, for: context.call, snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            if request.question == 0 {
                try snapshot.all(
                    QuestionChange.ofBank, bank.id, before(request.after), limit, body: QuestionChange.columns.read)
            } else {
                try snapshot.all(
                    QuestionChange.ofQuestion, bank.id, request.question, before(request.after), limit,
                    body: QuestionChange.columns.read)
            }
        }
        return QuestionHistoryReply(changes: page.elements, next: page.next ?? 0)
    }

    private static let exportRows: UInt32 = 200

    /// EXM-1b: a bank as a file that can be taken in again.
    func exportQuestions(
        _ request: ExportQuestionsRequest, _ cursor: [UInt8]?, _ context: ReadContext
    ) throws -> Page<Void> {
        let bank = try Bank(request.bank, for: context.call, context.snapshot)
        var after: UInt64 = 0
        if let cursor {
            var reader = ByteReader(cursor.span)
            after = try reader.readVarint()
        }
        let page = try listPage(Self.exportRows, by: \.id) { limit in
            try context.snapshot.all(Question.ofBank, bank.id, after, limit, body: Question.columns.read)
        }
        let language = Language(locale: context.call.options.locale)
        var writer = DelimitedWriter()
        if cursor == nil {
            writer.append(QuestionColumn.allCases.map { $0.heading.text(in: language) })
        } else {
            // The byte order mark belongs to the first page only.
            _ = writer.take()
        }
        for question in page.elements {
            let content = try ValidQuestion(
                kind: question.kind, stem: question.stem, options: question.options, correct: question.correct)
            writer.append(QuestionColumn.cells(of: content, in: language))
        }
        var next = ByteWriter()
        if let last = page.next { next.writeVarint(last) }
        return Page(
            items: [QuestionsChunk(bytes: writer.take()).serialized()], next: page.next == nil ? nil : next.bytes)
    }
}

extension QuestionChange {
    fileprivate static let columns = Columns("c.id, c.event, c.content, c.person, COALESCE(p.name, ''), c.at_ms") {
        row in
        QuestionChange(
            id: row.id(), event: try row.enumeration(), question: try Question(serialized: row.bytes()),
            person: row.id(), personName: row.text(), atMs: row.integer())
    }

    private static let from: SQL = "FROM question_change c LEFT JOIN person p ON p.id = c.person"

    fileprivate static let ofBank = SQL(
        "SELECT \(columns) \(from) WHERE c.bank = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3")

    fileprivate static let ofQuestion = SQL(
        """
        SELECT \(columns) \(from) WHERE c.bank = ?1 AND c.question = ?2 AND c.id < ?3 ORDER BY c.id DESC LIMIT ?4
        """)
}
