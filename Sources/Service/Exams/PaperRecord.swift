import Application
import Domain
import Messages
import Storage

/// A paper of a programme, as stored.
struct PaperRecord {
    let id: UInt64
    let programme: UInt64
    let title: String
    /// In hundredths.
    let passMark: Int
    let minutes: Int
    let isWithdrawn: Bool

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        guard let found = try snapshot.first(Self.one, id, body: Self.columns.read) else {
            throw Refusal(.notFound, field: "paper")
        }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        programme = row.id()
        title = row.text()
        passMark = row.int()
        minutes = row.int()
        isWithdrawn = row.bool()
    }

    static let columns = Columns("id, programme, title, pass_mark, minutes, withdrawn") { try PaperRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM paper WHERE id = ?1")

    static let ofProgramme = SQL("SELECT \(columns) FROM paper WHERE programme = ?1 AND id > ?2 ORDER BY id LIMIT ?3")
}

extension Exams {
    /// - Parameter isWhole: with its questions, which are for those who made it.
    func message(_ paper: PaperRecord, isWhole: Bool, _ snapshot: Snapshot) throws -> Paper {
        Paper(
            id: paper.id, programme: paper.programme, title: paper.title,
            passMarkHundredths: UInt32(paper.passMark), minutes: UInt32(paper.minutes),
            questions: isWhole ? try questions(of: paper.id, snapshot) : [], withdrawn: paper.isWithdrawn,
            open: try snapshot.all(PaperOpening.ofPaper, paper.id, body: PaperOpening.columns.read))
    }

    func questions(of paper: UInt64, _ snapshot: Snapshot) throws -> [PaperQuestion] {
        try snapshot.all("SELECT question, marks FROM paper_question WHERE paper = ?1 ORDER BY ordinal", paper) {
            PaperQuestion(question: $0.id(0), marksHundredths: $0.uint32(1))
        }
    }

    func getPaper(_ request: GetPaperRequest, _ context: ReadContext) throws -> PaperReply {
        PaperReply(
            paper: try message(PaperRecord(request.paper, context.snapshot), isWhole: true, context.snapshot))
    }

    /// The papers of a programme, without their questions: for everybody who opens them.
    func listPapers(_ request: ListPapersRequest, _ context: ReadContext) throws -> ListPapersReply {
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                PaperRecord.ofProgramme, request.programme, request.after, limit, body: PaperRecord.columns.read)
        }
        return ListPapersReply(
            papers: try page.elements.map { try message($0, isWhole: false, context.snapshot) }, next: page.next ?? 0)
    }

    /// EXM-6: adds a paper to a programme, or replaces what is laid down for one. Editions that were sat stay.
    func savePaper(_ request: SavePaperRequest, _ context: WriteContext) throws -> PaperReply {
        let transaction = context.transaction
        let asked = request.paper ?? Paper()
        let before = asked.id == 0 ? nil : try PaperRecord(asked.id, transaction)
        let programme = before?.programme ?? asked.programme
        guard try transaction.exists(.programmeExists, programme) else { throw Refusal(.notFound, field: "programme") }
        let marks = asked.questions.map(\.marksHundredths)
        let paper = try ValidPaper(
            title: asked.title, passMark: asked.passMarkHundredths, minutes: asked.minutes,
            questions: asked.questions.map(\.question), marks: marks.allSatisfy { $0 == 0 } ? [] : marks)
        for asked in asked.questions {
            let question = try Question(stored: asked.question, transaction)
            guard question.bank == programme, question.enabled else {
                throw Refusal(
                    .invalid, field: "questions", "question \(question.id) is not enabled, or of another bank",
                    zh: "试题 \(question.id) 未启用，或不在该项目体系题库中")
            }
        }
        let id = try before?.id ?? transaction.newID()
        try transaction.execute(
            """
            INSERT INTO paper (id, programme, title, pass_mark, minutes, withdrawn) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (id) DO UPDATE SET title = ?3, pass_mark = ?4, minutes = ?5, withdrawn = ?6
            """, id, programme, paper.title, paper.passMark, paper.minutes, asked.withdrawn)
        try transaction.execute("DELETE FROM paper_question WHERE paper = ?1", id)
        for (ordinal, question) in asked.questions.enumerated() {
            try transaction.execute(
                "INSERT INTO paper_question (paper, ordinal, question, marks) VALUES (?1, ?2, ?3, ?4)", id, ordinal,
                question.question, paper.marks[ordinal])
        }
        try forgetEdition(of: id, transaction)
        context.auditDetail =
            "paper \(id) \(before == nil ? "added" as AuditDetail : "changed"): \(paper.title), \(paper.marks.count) questions, "
            + "\(paper.minutes) min, pass mark \(hundredths(paper.passMark))\(asked.withdrawn ? ", withdrawn" as AuditDetail : "")"
        return PaperReply(paper: try message(PaperRecord(id, transaction), isWhole: true, transaction))
    }

    /// How many minutes the exam of an offering takes.
    func examMinutes(of offering: UInt64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.first("SELECT minutes FROM exam_minutes WHERE offering = ?1", offering) { $0.int(0) }
            ?? ValidPaper.usualMinutes
    }

    func setExamMinutes(_ request: SetExamMinutesRequest, _ context: WriteContext) throws -> SetExamMinutesReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        let minutes = try ValidPaper.minutes(request.minutes)
        try transaction.execute(
            """
            INSERT INTO exam_minutes (offering, minutes) VALUES (?1, ?2)
            ON CONFLICT (offering) DO UPDATE SET minutes = ?2
            """, offering.id, minutes)
        context.auditDetail = "the exam of offering \(offering.id) takes \(minutes) min"
        return SetExamMinutesReply(minutes: UInt32(minutes))
    }
}
