import Application
import Causality
import Domain
import Facts
import Messages
import Storage

extension Exams {
    /// SKL-3b: settles a conflict by replacing exactly the scores that were shown. Throws `staleContext` if a score has
    /// arrived since.
    func adjudicate(_ request: AdjudicateRequest, _ context: WriteContext) throws -> AdjudicateReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try authoriseScores(offering, context.call, context.transaction)
        guard request.assessment != Assessment.skills else {
            throw Refusal(
                .invalid, field: "assessment",
                "a skills exam is decided item by item (rollcall-admin skills sheets \(offering.id) \(request.person))",
                zh: "技能考核须逐项裁定（rollcall-admin skills sheets \(offering.id) \(request.person)）")
        }
        let key = ScoreHistories.Key(person: request.person, assessment: request.assessment)
        let histories = try ScoreHistories(
            offering, of: request.person...request.person, journal, transaction)
        guard let history = histories.histories[key] else { throw Refusal(.notFound, field: "person") }
        let decision = try decide(
            key, of: offering, history, value: Int64(request.valueHundredths), reason: request.reason,
            shown: request.context, context)
        var settled = try score(key, history, histories, offering, transaction)
        settled.state = .decided
        settled.valueHundredths = request.valueHundredths
        settled.passed = Int(decision.value) >= offering.passMark
        settled.siblings = []
        settled.context = []
        return AdjudicateReply(score: settled)
    }

    /// SKL-3b: records a decision that replaces exactly the marks that were shown.
    /// - Parameters:
    ///   - sheet: of a skills exam, whose sum the value is.
    ///   - shown: the dots that the person saw, encoded.
    func decide(
        _ key: ScoreHistories.Key, of offering: OfferingRecord, _ history: History, value: Int64, sheet: [UInt8] = [],
        reason: String, shown: [UInt8], _ context: WriteContext
    ) throws -> Adjudication {
        let transaction = context.transaction
        try context.call.requireAnothers(key.person, transaction)
        let decision = try Adjudication(
            view: history.score, shown: Set(try [Dot](encoded: shown)), value: value, reason: reason)
        // An adjudication of this commit group is not in a table yet.
        let isDecided = journal.isRecorded(transaction) { $0.kind == .adjudication && $0.isAbout(key, of: offering.id) }
        guard !isDecided else { throw Refusal(.staleContext, field: "context") }
        let serverLog = try journal.serverLog(transaction)
        let references = decision.replaced.compactMap { fact -> FactReference? in
            if fact.dot.log == serverLog.id { return FactReference(.replaces, fact.dot.sequence) }
            return fact.batch.map { FactReference(.replaces, fact.dot.sequence, in: .other(fact.dot.log, $0)) }
        }
        try transaction.execute(
            "INSERT INTO decision_reason (log, sequence, reason) VALUES (?1, ?2, ?3)", serverLog.row,
            journal.nextSequence(in: serverLog, transaction), decision.reason)
        journal.record(
            Fact(
                kind: .adjudication, subject: .person(key.person), offering: offering.id,
                actor: try context.call.person().id, method: .staff, references: references,
                value: UInt64(decision.value), assessment: key.assessment, extensions: sheet), context)
        context.auditDetail =
            "offering \(offering.id), person \(key.person): \(hundredths(Int(decision.value))), \(decision.reason)"
        return decision
    }

    /// SKL-5: what the sheets of a skills exam amount to, by the edition with which the standing one was scored.
    func skillsOutcome(_ view: ScoreView, _ snapshot: Snapshot) throws -> SkillsOutcome {
        let sheet = view.standing.flatMap { SkillsSheet($0.sheet) }
        let checklist = try sheet.flatMap { try SkillsChecklist(edition: $0.edition, of: $0.checklist, snapshot) }
        return SkillsRule.outcome(
            view, passMark: checklist?.passMark ?? 0, hasFailedStep: sheet?.hasFailedStep ?? false)
    }
}

extension Fact {
    fileprivate func isAbout(_ key: ScoreHistories.Key, of offering: UInt64) -> Bool {
        subject == .person(key.person) && assessment == key.assessment && self.offering == offering
    }
}
