import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

extension Exams {
    /// EXM-6: what is asked by whoever begins now: the questions of a paper, or the enabled ones of an offering's bank. The same
    /// questions are one edition, whoever sits them.
    /// - Parameter source: a paper, or an offering.
    /// - Throws: `wrongState` where there is nothing to ask.
    func edition(of source: UInt64, isPaper: Bool, _ context: WriteContext) throws -> (id: UInt64, PaperEdition) {
        let transaction = context.transaction
        let current = try transaction.first("SELECT edition FROM paper_now WHERE source = ?1", source) { $0.id(0) }
        if let current { return (current, try edition(current, transaction)) }
        let items = try isPaper ? self.items(ofPaper: source, transaction) : self.items(ofBank: source, transaction)
        guard !items.isEmpty else {
            throw Refusal(.wrongState, field: "exam", "it has no questions yet", zh: "尚无考试试题")
        }
        let content = PaperContent(items: items).serialized()
        let digest = Array(Digest.file(content).prefix(16))
        let same = try transaction.first(
            "SELECT id FROM paper_edition WHERE source = ?1 AND digest = ?2", source, digest
        ) { $0.id(0) }
        let id = try same ?? transaction.newID()
        if same == nil {
            try transaction.execute(
                "INSERT INTO paper_edition (id, source, digest, content, made_ms) VALUES (?1, ?2, ?3, ?4, ?5)", id,
                source, digest, content, context.now)
            for item in items {
                try transaction.execute("UPDATE question SET sat = 1 WHERE id = ?1 AND sat = 0", item.question)
            }
        }
        try transaction.execute("INSERT INTO paper_now (source, edition) VALUES (?1, ?2)", source, id)
        return (id, try edition(id, transaction))
    }

    /// Returns an edition that somebody has sat.
    func edition(_ id: UInt64, _ snapshot: Snapshot) throws -> PaperEdition {
        let found = try editions.find(snapshot, id) {
            try snapshot.first("SELECT content FROM paper_edition WHERE id = ?1", id) { $0.bytes(0) }.map { content in
                PaperEdition(
                    try PaperContent(serialized: content).items.map { item in
                        PaperEdition.Item(
                            question: item.question,
                            content: try ValidQuestion(
                                kind: item.kind, stem: item.stem, options: item.options, correct: item.correct),
                            marks: Int(item.marksHundredths))
                    })
            }
        }
        guard let found else { throw Refusal(.notFound, field: "sitting") }
        return found
    }

    /// Asks something else from now on: to be called when a paper, or a question of a bank, was changed.
    func forgetEdition(of source: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM paper_now WHERE source = ?1", source)
    }

    /// The same for all papers of a bank.
    func forgetEditions(ofBank bank: UInt64, _ transaction: Transaction) throws {
        try forgetEdition(of: bank, transaction)
        try transaction.execute(
            "DELETE FROM paper_now WHERE source IN (SELECT id FROM paper WHERE programme = ?1)", bank)
    }

    /// Deletes what nobody's sitting shows any more, but for what is asked now.
    func erase(_ edition: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM paper_edition WHERE id = ?1 AND NOT EXISTS
            (SELECT 1 FROM paper_now n WHERE n.source = paper_edition.source AND n.edition = ?1)
            """, edition)
    }

    private func items(ofPaper paper: UInt64, _ snapshot: Snapshot) throws -> [PaperItem] {
        try questions(of: paper, snapshot).map { asked in
            PaperItem(try Question(stored: asked.question, snapshot), marks: asked.marksHundredths)
        }
    }

    private func items(ofBank bank: UInt64, _ snapshot: Snapshot) throws -> [PaperItem] {
        let questions = try snapshot.all(Question.enabledOfBank, bank, body: Question.columns.read)
        return zip(questions, PaperEdition.equalMarks(count: questions.count)).map { question, marks in
            PaperItem(question, marks: UInt32(marks))
        }
    }
}

extension PaperItem {
    fileprivate init(_ question: Question, marks: UInt32) {
        self.init(
            question: question.id, kind: question.kind, stem: question.stem, options: question.options,
            correct: question.correct, marksHundredths: marks)
    }
}
