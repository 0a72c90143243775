import Causality
import Domain
import Messages
import Seeded

@testable import Service

extension ClassDay {
    /// People say what they think of the class; some twice, because the answer was lost.
    func evaluate(_ people: [UInt64]) throws {
        for person in people {
            room.clock.advance(by: Int64.random(in: 0...50, using: &random))
            let ratings = (0..<3).map { _ in EvaluationAnswer(rating: UInt32.random(in: 1...5, using: &random)) }
            let request = EvaluateRequest(
                target: EvaluationTarget(subject: .class, offering: room.offering),
                answers: ratings + [EvaluationAnswer()])
            let key = room.callers.freshKey()
            do {
                for _ in 0...(random.chance(4) ? 1 : 0) {
                    let _: EvaluationReply = try room.callers.call(person, .evaluationsEvaluate, request, key: key)
                }
            } catch let refused as Callers.Refused where refused.failure.field == "evaluation" {
                // Given the evening before, and part of the figures by now.
                continue
            }
            tell(Happened(event: .evaluation, at: room.clock.now, person: ClassRoom.number(person)))
        }
    }

    /// The desk looks through what is flagged and decides about some of it, by its paper list: when somebody was there.
    func decide(percent: Int) throws {
        var byDot: [String: Int] = [:]
        for (number, scan) in scans.enumerated() {
            if let dot = scan.dot { byDot["\(dot.log.bytes) \(dot.sequence)"] = number }
        }
        var online: [String: Int] = [:]
        for (number, scan) in scans.enumerated() where scan.door == nil {
            online["\(ClassRoom.number(scan.person)) \(scan.at)"] = number
        }
        var groups: [Group: [(DecidedFact, scan: Int)]] = [:]
        for item in try flagged() where random.chance(percent) {
            guard let found = item.scan,
                let number = byDot["\(found.log) \(found.sequence)"] ?? online["\(found.number) \(found.atMs)"]
            else { throw Missing(what: "a flagged scan") }
            let counts = random.chance(85)
            let isTimed = counts && scans[number].door != nil
            let group = Group(counts: counts, window: isTimed ? scans[number].window : nil)
            groups[group, default: []].append(
                (DecidedFact(log: found.log, sequence: found.sequence, context: item.context), number))
        }
        for (group, facts) in groups.sorted(by: { $0.key < $1.key }) { try decide(group, facts) }
    }

    private struct Group: Hashable, Comparable {
        let counts: Bool
        /// At whose beginning it counts; nil for its own time.
        let window: Int?

        static func < (left: Group, right: Group) -> Bool {
            (left.counts ? 1 : 0, left.window ?? -1) < (right.counts ? 1 : 0, right.window ?? -1)
        }
    }

    private func decide(_ group: Group, _ facts: [(DecidedFact, scan: Int)]) throws {
        // Its beginning: what is known of the time of somebody inside never speaks against that.
        let at = group.window.map { ClassRoom.at(Int(ClassRoom.windows[$0].from)) }
        for start in stride(from: 0, to: facts.count, by: 500) {
            let some = facts[start..<min(start + 500, facts.count)]
            let reply: DecideWorkReply = try room.ask(
                .worklistDecideWork,
                DecideWorkRequest(
                    facts: some.map(\.0), ruling: group.counts ? .counts : .doesNotCount, countsAtMs: at ?? 0,
                    reason: "会场签到表"))
            guard reply.decided > 0 else { throw Missing(what: "a decision") }
            // Who came before the window cannot have been there at its beginning.
            for (outcome, (_, scan)) in zip(reply.outcomes, some) where outcome.failure == nil {
                tell(
                    Happened(
                        event: .decision, at: room.clock.now, scan: scan, counts: group.counts, countsAt: at))
            }
        }
    }

    private func flagged() throws -> [WorkItem] {
        var items: [WorkItem] = []
        var cursor: [UInt8] = []
        repeat {
            let reply: ListWorkReply = try room.ask(
                .worklistListWork, ListWorkRequest(offering: room.offering, cursor: cursor, limit: 500))
            items += reply.items
            cursor = reply.next
        } while !cursor.isEmpty
        return items
    }

    /// Everybody eligible, but for some that the organiser leaves out with a reason.
    func award(excluding count: Int) throws {
        let excluded = room.people.shuffled(using: &random).prefix(count)
        let _: AwardCreditReply = try room.ask(
            .creditsAwardCredit,
            AwardCreditRequest(
                offering: room.offering, exclusions: excluded.map { Exclusion(person: $0, reason: "代签嫌疑") }))
        tell(
            Happened(
                event: .award, at: room.clock.now, excluded: count == 0 ? nil : excluded.map(ClassRoom.number)))
    }

    // What the server says in the end

    func awarded() throws -> [String] {
        var numbers: [String] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListAwardsReply = try room.ask(
                .creditsListAwards, ListAwardsRequest(offering: room.offering, after: after, limit: 500))
            numbers += reply.awards.filter { $0.state == .effective }.map(\.number)
            after = reply.next
        } while after != 0
        return numbers.sorted()
    }

    func differences() throws -> [String] {
        var numbers: [String] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListCreditDifferencesReply = try room.ask(
                .creditsListDifferences,
                ListCreditDifferencesRequest(offering: room.offering, after: after, limit: 500))
            numbers += reply.differences.compactMap { $0.award?.number }
            after = reply.next
        } while after != 0
        return numbers.sorted()
    }
}
