import Application
import Domain
import Messages
import Storage

extension Exams {
    /// EXM-1a: adds a question to a bank, or replaces the content of one. What was sat stays as it was sat.
    func saveQuestion(_ request: SaveQuestionRequest, _ context: WriteContext) throws -> QuestionReply {
        let transaction = context.transaction
        let asked = request.question ?? Question()
        let before = asked.id == 0 ? nil : try Question(stored: asked.id, transaction)
        let bank = try Bank(before?.bank ?? asked.bank, for: context.call, transaction)
        let content = try ValidQuestion(
            kind: asked.kind, stem: asked.stem, options: asked.options, correct: asked.correct)
        if let same = try question(content, in: bank.id, transaction), same != before?.id {
            throw Refusal(
                .alreadyExists, field: "question", "question \(same) of this bank says the same",
                zh: "题库中已有相同试题 \(same)")
        }
        let saved: Question
        if let before {
            try transaction.execute(
                """
                UPDATE question SET kind = ?2, stem = ?3, options = ?4, correct = ?5, digest = ?6, changed_ms = ?7
                WHERE id = ?1
                """, before.id, content.kind.rawValue, content.stem, content.storedOptions, content.correct,
                content.digest, context.now)
            saved = try note(.changed, Question(stored: before.id, transaction), context)
        } else {
            saved = try add(content, to: bank, context)
        }
        context.auditDetail =
            "question \(saved.id) of bank \(bank.id) \(before == nil ? "added" as AuditDetail : "changed")"
        return QuestionReply(question: saved)
    }

    /// The most questions enabled by one request; all of a bank are more.
    private static let named = 500

    /// EXM-1c, ATT-10b: enables questions of a bank or disables them.
    func enableQuestions(_ request: EnableQuestionsRequest, _ context: WriteContext) throws -> EnableQuestionsReply {
        let transaction = context.transaction
        let bank = try Bank(request.bank, for: context.call, transaction)
        guard request.questions.count <= Self.named else {
            throw Refusal(.invalid, field: "questions", "at most \(Self.named)", zh: "最多 \(Self.named) 道")
        }
        let questions =
            if request.questions.isEmpty {
                try transaction.all(Question.ofBank, bank.id, 0, QuestionBank.limit, body: Question.columns.read)
            } else {
                try request.questions.map { try Question(stored: $0, transaction) }
            }
        var changed: UInt32 = 0
        if !request.enabled { try requireUnused(questions, transaction) }
        for var question in questions where question.enabled != request.enabled {
            guard question.bank == bank.id else { throw Refusal(.notFound, field: "questions") }
            question.enabled = request.enabled
            let count = try transaction.execute(
                "UPDATE question SET enabled = ?2 WHERE id = ?1 AND enabled <> ?2", question.id, request.enabled)
            guard count == 1 else { continue }
            try note(request.enabled ? .enabled : .disabled, question, context)
            changed += 1
        }
        let enabled = try QuestionDemand.enabled(in: bank.id, transaction)
        try QuestionBank.requireAskable(enabled: enabled, isOfOffering: bank.offering != nil)
        if !request.enabled, changed > 0 { try requireKept(enabled: enabled, in: bank, context) }
        if changed > 0 { try codesFollow(bank, context) }
        context.auditDetail =
            "bank \(bank.id): \(changed) \(request.enabled ? "enabled" as AuditDetail : "disabled"), \(enabled) are enabled"
        return EnableQuestionsReply(
            changed: changed, enabled: UInt32(enabled),
            needed: UInt32(try bank.offering.map { try QuestionDemand.needed(by: $0.id, transaction) } ?? 0))
    }

    /// ATT-3: the terminals of an offering's base show its code, or no longer.
    private func codesFollow(_ bank: Bank, _ context: WriteContext) throws {
        guard let offering = bank.offering, offering.isOpen else { return }
        try venueKeys.follow(offering, context)
    }

    /// Throws `wrongState` for a question that a paper asks.
    private func requireUnused(_ questions: [Question], _ snapshot: Snapshot) throws {
        for question in questions {
            let paper = try snapshot.first(
                """
                SELECT p.id FROM paper_question q JOIN paper p ON p.id = q.paper AND p.withdrawn = 0
                WHERE q.question = ?1 ORDER BY q.paper
                """, question.id
            ) { $0.id(0) }
            guard let paper else { continue }
            throw Refusal(
                .wrongState, field: "questions", "paper \(paper) asks question \(question.id)",
                zh: "试卷 \(paper) 正在使用试题 \(question.id)")
        }
    }

    /// Removes a question that was never sat; its history stays.
    func deleteQuestion(_ request: DeleteQuestionRequest, _ context: WriteContext) throws -> DeleteQuestionReply {
        let transaction = context.transaction
        let question = try Question(stored: request.question, transaction)
        let bank = try Bank(question.bank, for: context.call, transaction)
        guard !question.sat else {
            throw Refusal(
                .wrongState, field: "question", "somebody has sat it: disable it instead", zh: "已有人作答，不能删除，可停用")
        }
        try requireUnused([question], transaction)
        try transaction.execute("DELETE FROM question WHERE id = ?1", question.id)
        if question.enabled {
            try requireKept(enabled: try QuestionDemand.enabled(in: bank.id, transaction), in: bank, context)
            try codesFollow(bank, context)
        }
        try note(.deleted, question, context)
        context.auditDetail = "question \(question.id) of bank \(bank.id) deleted"
        return DeleteQuestionReply()
    }
}
