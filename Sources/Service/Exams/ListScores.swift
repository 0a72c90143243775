import Application
import Causality
import Domain
import Facts
import Messages
import Storage

extension Exams {
    /// SKL-3a: lists scores with their siblings; optionally conflicts only.
    func listScores(_ request: ListScoresRequest, _ context: ReadContext) throws -> ListScoresReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try authoriseScores(offering, context.call, context.snapshot)
        let histories = try ScoreHistories(offering, journal, context.snapshot)
        let limit = pageSize(request.limit)
        var reply = ListScoresReply()
        for (key, history) in histories.histories.sorted(by: { $0.key < $1.key }) {
            let view = history.score
            guard view != ScoreView.none else { continue }
            if view.needsDecision {
                reply.conflicts += 1
            } else if try isPassed(view, key, offering, context.snapshot) {
                reply.passed += 1
            } else {
                reply.failed += 1
            }
            guard key.person > request.after, !request.onlyConflicts || view.needsDecision else { continue }
            // A page ends after a person, so that all of one person's scores are on it.
            guard reply.scores.count < limit || reply.scores.last?.person == key.person else {
                reply.next = reply.scores.last?.person ?? 0
                continue
            }
            reply.scores.append(try score(key, history, histories, offering, context.snapshot))
        }
        return reply
    }

    /// SKL-3a, ATT-9a: the marks that wait for somebody to decide between them.
    func listConflicts(_ request: ListConflictsRequest, _ context: ReadContext) throws -> ListConflictsReply {
        let reply = try listScores(
            ListScoresRequest(
                offering: request.offering, after: request.after, limit: request.limit, onlyConflicts: true), context)
        return ListConflictsReply(scores: reply.scores, next: reply.next)
    }

    private func isPassed(
        _ view: ScoreView, _ key: ScoreHistories.Key, _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> Bool {
        key.assessment == Assessment.skills
            ? try skillsOutcome(view, snapshot) == .passed
            : ExamRule.outcome(view, passMark: offering.passMark).isPassed
    }

    func authoriseScores(_ offering: OfferingRecord, _ call: Call, _ snapshot: Snapshot) throws {
        try call.requireAuthority(over: offering, snapshot)
    }

    /// A person's score as it is shown, of the marks that count.
    func score(
        _ key: ScoreHistories.Key, _ history: History, _ histories: ScoreHistories, _ offering: OfferingRecord,
        _ snapshot: Snapshot
    ) throws -> Score {
        let view = history.score
        let person = try snapshot.first(
            .numberAndNameOnRoster, offering.id, key.person
        ) { (number: $0.text(0), name: $0.text(1)) }
        let siblings = try history.siblings.map { try sibling($0, histories, snapshot) }.sorted(
            by: ScoreSibling.isEarlier)
        return Score(
            offering: offering.id, person: key.person, number: person?.number ?? "", name: person?.name ?? "",
            assessment: key.assessment, state: view.state, valueHundredths: UInt32(clamping: view.settled ?? 0),
            passed: try isPassed(view, key, offering, snapshot), siblings: siblings,
            context: history.siblings.map(\.dot).encoded)
    }

    /// A mark as it is shown, with who gave it and where.
    func sibling(
        _ fact: CausalFact, _ histories: ScoreHistories, _ snapshot: Snapshot
    ) throws -> ScoreSibling {
        let source = histories.sources[fact.dot]
        let actor = try snapshot.first(.nameOfPerson, fact.actor) { $0.text(0) }
        let terminal = try snapshot.first(.nameOfTerminal, source?.terminal ?? 0) {
            $0.text(0)
        }
        return ScoreSibling(
            log: fact.dot.log.bytes, sequence: fact.dot.sequence, actor: fact.actor, actorName: actor ?? "",
            valueHundredths: UInt32(clamping: fact.value), atMs: source?.atMs ?? 0, terminalName: terminal ?? "",
            kind: UInt32(source?.kind ?? 0))
    }
}

extension ScoreSibling {
    /// By examiner, then by time: what is told of one score has one order, whatever log it came from.
    static func isEarlier(_ one: ScoreSibling, _ other: ScoreSibling) -> Bool {
        (one.actor, one.atMs, one.sequence) < (other.actor, other.atMs, other.sequence)
    }
}
