import Seeded
import Causality
import Facts
import Journal
import Messages
import Testing
import Wire

@Suite struct ScoreTests {
    private func adjudicate(_ world: World, _ request: AdjudicateRequest, as name: String = "adjudicator") throws
        -> Score
    {
        let reply: AdjudicateReply = try world.client(name).call(.examsAdjudicate, request)
        return try #require(reply.score)
    }

    private func mark(
        _ world: World, _ number: String, _ value: UInt64, by actor: UInt64, seed: UInt8,
        replacing references: [FactReference] = []
    ) throws -> Door {
        let door = try Door(in: world, seed: seed)
        try door.score(world.person(number), value, by: actor, offering: world.offering, replacing: references)
        try door.sync()
        return door
    }

    @Test("SKL-3a two examiners apart are a conflict: both are shown side by side, and nobody has passed or failed")
    func conflict() throws {
        let world = try World()
        _ = try mark(world, "N01", 7100, by: 21, seed: 1)
        #expect(try world.score(of: "N01").state == .value)
        _ = try mark(world, "N01", 5900, by: 22, seed: 2)
        let score = try world.score(of: "N01")
        #expect(score.state == .conflict && !score.passed)
        // By examiner, whatever the logs are called.
        #expect(score.siblings.map(\.actor) == [21, 22] && score.siblings.map(\.valueHundredths) == [7100, 5900])
        #expect(score.siblings.allSatisfy { $0.terminalName == "东门" && $0.atMs == TestServer.nine })
        let keeper = try world.client("keeper")
        let list: ListScoresReply = try keeper.call(
            .examsListScores, ListScoresRequest(offering: world.offering, onlyConflicts: true))
        #expect(list.scores == [score] && list.conflicts == 1 && list.passed + list.failed == 0)
        let eligible: ListEligibleReply = try keeper.call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering))
        #expect(eligible.people[0].reasons.contains("exam in conflict"))
        let people: ListPeopleReportReply = try keeper.call(
            .reportsListPeople, ListPeopleReportRequest(offering: world.offering))
        let person = try #require(people.people.first { $0.number == "N01" })
        #expect(person.examTaken && person.examUnsettled && !person.examPassed && person.examHundredths == 0)
        for (actor, seed) in [(20, 3), (24, 4), (19, 5)] as [(UInt64, UInt8)] {
            _ = try mark(world, "N01", 6000 + actor, by: actor, seed: seed)
        }
        #expect(try world.score(of: "N01").siblings.map(\.actor) == [19, 20, 21, 22, 24])
    }

    @Test("SKL-3a equal marks of two examiners corroborate one another")
    func corroborated() throws {
        let world = try World()
        _ = try mark(world, "N01", 7100, by: 21, seed: 1)
        _ = try mark(world, "N01", 7100, by: 22, seed: 2)
        let score = try world.score(of: "N01")
        #expect(score.state == .corroborated && score.passed && score.valueHundredths == 7100)
        #expect(score.siblings.count == 2)
    }

    @Test("SKL-3b an adjudication replaces all that was shown; a mark that came since makes it stale")
    func adjudicated() throws {
        let world = try World()
        let shown = try world.conflict(on: "N01")
        _ = try mark(world, "N01", 9000, by: 23, seed: 3)
        try refused(.staleContext, field: "context") { try adjudicate(world, shown.adjudication(value: 6500)) }
        let again = try world.score(of: "N01")
        #expect(again.siblings.count == 3)
        var partial = again.adjudication(value: 6500)
        partial.context = Array(partial.context.prefix(24))
        try refused(.staleContext) { try adjudicate(world, partial) }
        partial.context = Array(again.context.dropLast())
        _ = try refused(.badMessage) { try adjudicate(world, partial) }
        try refused(.invalid, field: "reason") { try adjudicate(world, again.adjudication(value: 6500, reason: " ")) }
        try refused(.invalid, field: "value_hundredths") { try adjudicate(world, again.adjudication(value: 10_001)) }
        let settled = try adjudicate(world, again.adjudication(value: 6500))
        #expect(settled.state == .decided && settled.valueHundredths == 6500 && settled.passed)
        let listed = try world.score(of: "N01")
        #expect(listed.state == .decided && listed.valueHundredths == 6500)
        #expect(listed.siblings.map(\.kind) == [5])
        #expect(listed.siblings.map(\.actor) == [try #require(world.made.persons["adjudicator"])])
        try refused(.staleContext) { try adjudicate(world, again.adjudication(value: 100)) }
    }

    @Test("SKL-3b a decision may be decided anew, and two that cross are not both taken")
    func decidedAnew() throws {
        let world = try World()
        let shown = try world.conflict(on: "N01")
        let (one, two) = (try world.client("adjudicator"), try world.client("admin"))
        let streams = [(one, UInt32(6000)), (two, 7000)].map { client, value in
            client.begin(.examsAdjudicate, shown.adjudication(value: value).serialized())
        }
        one.settle()
        #expect(one.answer(streams[0])?.failure == nil)
        #expect(two.answer(streams[1])?.failure?.code == .staleContext)
        let decided = try world.score(of: "N01")
        #expect(decided.valueHundredths == 6000)
        #expect(try adjudicate(world, decided.adjudication(value: 5000)).passed == false)
        #expect(try world.score(of: "N01").valueHundredths == 5000)
    }

    @Test("SKL-3b nothing but a conflict is adjudicated")
    func nothingToDecide() throws {
        let world = try World()
        try refused(.notFound, field: "person") {
            try adjudicate(
                world,
                AdjudicateRequest(
                    offering: world.offering, person: world.person("N01"), assessment: 1, valueHundredths: 1,
                    reason: "x"))
        }
        _ = try mark(world, "N01", 7100, by: 21, seed: 1)
        try refused(.wrongState, field: "person") {
            try adjudicate(world, world.score(of: "N01").adjudication(value: 7000))
        }
    }

    @Test("SKL-3b a mark that arrives after the decision is shown as a late mark, and nothing changes in silence")
    func lateMark() throws {
        let world = try World()
        _ = try adjudicate(world, try world.conflict(on: "N01").adjudication(value: 6500))
        _ = try mark(world, "N01", 3000, by: 24, seed: 4)
        let score = try world.score(of: "N01")
        #expect(score.state == .lateMark && !score.passed)
        #expect(Set(score.siblings.map(\.valueHundredths)) == [6500, 3000])
        #expect(try adjudicate(world, score.adjudication(value: 6400)).state == .decided)
        #expect(try world.score(of: "N01").valueHundredths == 6400)
    }

    @Test("SKL-3c a correction by the same examiner is no conflict; another's cannot be replaced")
    func correction() throws {
        let world = try World()
        let door = try Door(in: world, seed: 1)
        let person = try world.person("N01")
        try door.score(person, 5100, by: 21, offering: world.offering)
        try door.score(person, 6100, by: 21, offering: world.offering, replacing: [FactReference(.replaces, 1)])
        try door.sync()
        var score = try world.score(of: "N01")
        #expect(score.state == .value && score.valueHundredths == 6100 && score.passed)
        // Another examiner at the same terminal claims to replace it.
        try door.score(person, 9900, by: 22, offering: world.offering, replacing: [FactReference(.replaces, 2)])
        try door.sync()
        score = try world.score(of: "N01")
        #expect(score.state == .conflict)
        #expect(Set(score.siblings.map(\.valueHundredths)) == [6100, 9900])
    }

    @Test("SYN-3d the same marks in any order of arrival give the same scores", arguments: 1...6)
    func anyOrder(seed: UInt64) throws {
        var chance = SeededRandom(seed: seed)
        func outcome(_ order: [Int]) throws -> [Score] {
            let world = try World()
            let doors = try (0..<4).map { try Door(in: world, seed: UInt8($0 + 1)) }
            let (first, second) = (try world.person("N01"), try world.person("N02"))
            let one = try doors[0].score(first, 7000, by: 21, offering: world.offering)
            try doors[1].score(first, 5000, by: 22, offering: world.offering)
            // Has seen the first terminal's mark and corrects it.
            try doors[2].score(
                first, 8000, by: 21, offering: world.offering,
                replacing: [FactReference(.replaces, 1, in: .other(doors[0].log, one.hash.tag))])
            try doors[3].score(second, 6000, by: 21, offering: world.offering)
            for index in order { try doors[index].sync() }
            let reply: ListScoresReply = try world.client("keeper").call(
                .examsListScores, ListScoresRequest(offering: world.offering))
            return reply.scores
        }
        let expected = try outcome([0, 1, 2, 3])
        #expect(expected.map(\.state) == [.conflict, .value])
        #expect(Set(expected[0].siblings.map(\.valueHundredths)) == [8000, 5000])
        #expect(try outcome([0, 1, 2, 3].shuffled(using: &chance)) == expected)
    }

    @Test("scores are listed page by page, everybody's once")
    func pages() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.assign(3, to: world.offering)
        for number in World.numbers.prefix(5) {
            try door.seal(
                Fact(
                    kind: .score, subject: .person(world.person(number)), offering: world.offering, actor: 3,
                    method: .number, value: 6001, assessment: 1))
        }
        try door.sync()
        var scores: [Score] = []
        var after: UInt64 = 0
        repeat {
            let page: ListScoresReply = try world.client("keeper").call(
                .examsListScores, ListScoresRequest(offering: world.offering, after: after, limit: 3))
            scores += page.scores
            after = page.next
        } while after != 0
        #expect(scores.count == 5)
        #expect(Set(scores.map(\.person)).count == 5)
    }
}

/// PRJ-8d, SKL-3a: what was said of a score stays in view, whatever replaced it.
@Suite struct ScoreHistoryTests {
    private func history(_ world: World, _ request: ScoreHistoryRequest) throws -> [ScoreRecord] {
        let reply: ScoreHistoryReply = try world.client("keeper").call(.examsScoreHistory, request)
        return reply.records
    }

    @Test("PRJ-8d a decision is replaced by a later one; both marks and both reasons stay in view")
    func decidedTwice() throws {
        let world = try World()
        let shown = try world.conflict(on: "N01")
        let everybody = ScoreHistoryRequest(offering: world.offering)
        #expect(try history(world, everybody).isEmpty)
        let adjudicator = try world.client("adjudicator")
        let _: AdjudicateReply = try adjudicator.call(
            .examsAdjudicate, shown.adjudication(value: 6000, reason: "复核试卷"))
        let _: AdjudicateReply = try adjudicator.call(
            .examsAdjudicate, try world.score(of: "N01").adjudication(value: 6100, reason: "误录为 60"))
        let records = try history(world, everybody)
        #expect(records.map(\.number) == ["N01"])
        let facts = try #require(records.first).facts
        #expect(Set(facts.map { $0.mark?.valueHundredths }) == [5500, 6500, 6000, 6100])
        #expect(facts.filter(\.stands).map { $0.mark?.valueHundredths } == [6100])
        #expect(Set(facts.map(\.reason)) == ["", "复核试卷", "误录为 60"])
        #expect(facts.first { $0.mark?.valueHundredths == 6000 }?.reason == "复核试卷")
        #expect(try history(world, ScoreHistoryRequest(offering: world.offering, person: shown.person)) == records)
        #expect(try history(world, ScoreHistoryRequest(offering: world.offering, after: shown.person)).isEmpty)
    }

    @Test("PRJ-8d two people's decisions of one commit keep each its own reason")
    func together() throws {
        let world = try World()
        let scores = [try world.conflict(on: "N01"), try world.conflictAgain(on: "N04")]
        let clients = [try world.client("adjudicator"), try world.client("admin")]
        for (client, (score, reason)) in zip(clients, zip(scores, ["甲", "乙"])) {
            _ = client.begin(.examsAdjudicate, score.adjudication(value: 7000, reason: reason).serialized())
        }
        clients[0].settle()
        let records = try history(world, ScoreHistoryRequest(offering: world.offering))
        let reasons = Dictionary(
            uniqueKeysWithValues: records.map { ($0.number, $0.facts.map(\.reason).joined()) })
        #expect(reasons == ["N01": "甲", "N04": "乙"])
    }
}

extension World {
    /// Makes a second conflict by terminals of its own.
    fileprivate func conflictAgain(on number: String) throws -> Score {
        for (seed, value) in [(UInt8(0xB1), UInt64(5000)), (0xB2, 7000)] {
            let door = try Door(in: self, seed: seed)
            try door.score(try person(number), value, by: UInt64(seed), offering: offering)
            try door.sync()
        }
        return try score(of: number)
    }
}
