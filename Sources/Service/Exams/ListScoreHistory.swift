import Application
import Causality
import Domain
import Messages
import Storage

extension Exams {
    /// SKL-3a, PRJ-8d: all that was said of scores, standing or replaced, with the reasons of those who decided.
    func scoreHistory(_ request: ScoreHistoryRequest, _ context: ReadContext) throws -> ScoreHistoryReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try authoriseScores(offering, context.call, snapshot)
        let people = request.person == 0 ? 0...UInt64(Int64.max) : request.person...request.person
        let histories = try ScoreHistories(offering, of: people, journal, snapshot)
        let limit = pageSize(request.limit)
        var reply = ScoreHistoryReply()
        for (key, history) in histories.histories.sorted(by: { $0.key < $1.key }) where key.person > request.after {
            guard request.person != 0 || history.facts.contains(where: { $0.role == .adjudication }) else { continue }
            // A page ends after a person, like one of scores.
            guard reply.records.count < limit || reply.records.last?.person == key.person else {
                reply.next = reply.records.last?.person ?? 0
                break
            }
            reply.records.append(try record(key, history, histories, offering, snapshot))
        }
        return reply
    }

    private func record(
        _ key: ScoreHistories.Key, _ history: History, _ histories: ScoreHistories, _ offering: OfferingRecord,
        _ snapshot: Snapshot
    ) throws -> ScoreRecord {
        let shown = try score(key, history, histories, offering, snapshot)
        let standing = Set(history.siblings.map(\.dot))
        let facts = history.facts.filter { $0.role != .void && $0.role != .checkIn }
        return ScoreRecord(
            person: key.person, number: shown.number, name: shown.name, assessment: key.assessment,
            facts: try facts.map { fact in
                ScoreFact(
                    mark: try sibling(fact, histories, snapshot), stands: standing.contains(fact.dot),
                    reason: fact.role == .adjudication ? try reason(of: fact.dot, snapshot) : "")
            }.sorted { ScoreSibling.isEarlier($0.mark ?? ScoreSibling(), $1.mark ?? ScoreSibling()) })
    }

    /// Empty for a decision made before reasons were kept; the audit log has it.
    func reason(of dot: Dot, _ snapshot: Snapshot) throws -> String {
        try snapshot.first(
            """
            SELECT d.reason FROM log l JOIN decision_reason d ON d.log = l.id
            WHERE l.log_id = ?1 AND d.sequence = ?2
            """, dot.log.bytes, dot.sequence
        ) { $0.text(0) } ?? ""
    }
}
