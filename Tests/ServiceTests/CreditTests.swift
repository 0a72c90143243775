import Facts
import Foundation
import Messages
import Storage
import Testing
import Wire

@Suite struct CreditTests {
    /// N01 has attendance and a pass, N02 attendance and a fail, N03 a pass without attendance, N04 attendance and a
    /// conflict, N05 attendance only, N06 attendance and a pass.
    private func taught() throws -> World {
        let world = try World()
        let door = try Door(in: world, seed: 1)
        for number in ["N01", "N02", "N04", "N05", "N06"] {
            try door.scan(world.person(number), offering: world.offering)
        }
        for (number, value) in [("N01", UInt64(6000)), ("N02", 5999), ("N03", 9000), ("N06", 10_000)] {
            try door.score(world.person(number), value, by: 21, offering: world.offering)
        }
        try door.sync()
        _ = try world.conflict(on: "N04")
        return world
    }

    private func eligible(_ world: World) throws -> ListEligibleReply {
        try world.client("keeper").call(.creditsListEligible, ListEligibleRequest(offering: world.offering))
    }

    private func award(_ world: World, _ change: (inout AwardCreditRequest) throws -> Void = { _ in }) throws
        -> AwardCreditReply
    {
        var request = AwardCreditRequest(offering: world.offering)
        try change(&request)
        return try world.client("keeper").call(.creditsAwardCredit, request)
    }

    private func awards(_ world: World) throws -> [Award] {
        let reply: ListAwardsReply = try world.client("keeper").call(
            .creditsListAwards, ListAwardsRequest(offering: world.offering))
        return reply.awards
    }

    @Test("CRD-1 the list is attendance and exam by policy, and says why somebody is not on it")
    func list() throws {
        let world = try taught()
        let reply = try eligible(world)
        #expect(reply.eligible == 2 && reply.notEligible == 10 && reply.awarded == 0)
        #expect(reply.gatesOff.isEmpty)
        let reasons = Dictionary(uniqueKeysWithValues: reply.people.map { ($0.number, $0.reasons) })
        #expect(reasons["N01"] == [])
        #expect(reasons["N02"] == ["exam failed 59.99 < 60.00"])
        #expect(reasons["N03"] == ["absent 2026-10-02 08:00–12:00"])
        #expect(reasons["N04"] == ["exam in conflict"])
        #expect(reasons["N05"] == ["exam not taken"])
        #expect(reasons["N07"] == ["absent 2026-10-02 08:00–12:00", "exam not taken"])
        let keeper = try world.client("keeper")
        keeper.locale = "zh"
        let chinese: ListEligibleReply = try keeper.call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering, limit: 3))
        #expect(chinese.people.map(\.reasons)[1] == ["考试未通过：59.99 < 60.00"])
        #expect(chinese.people.count == 3 && chinese.next == chinese.people[2].person)
        let rest: ListEligibleReply = try keeper.call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering, after: chinese.next))
        #expect(rest.people.count == 9 && rest.next == 0)
    }

    @Test("CRD-2a credit goes to everybody eligible, on the last activity date, once")
    func awardAll() throws {
        let world = try taught()
        let reply = try award(world)
        #expect(reply.awarded == 2 && reply.already == 0 && reply.refused.isEmpty && reply.notEligible == 10)
        let list = try awards(world)
        #expect(list.map(\.number) == ["N01", "N06"])
        #expect(list.allSatisfy { $0.state == .effective && $0.creditsTenths == 20 && $0.hoursTenths == 60 })
        #expect(list.allSatisfy { $0.activityDay == TestServer.day && $0.category == .i })
        let again = try award(world)
        #expect(again.awarded == 0 && again.already == 2)
        #expect(try awards(world).count == 2)
        #expect(try eligible(world).awarded == 2)
    }

    @Test("CRD-2a by name, with reasons for who is refused, and exclusions that need a reason")
    func awardSome() throws {
        let world = try taught()
        let (one, two, six) = (try world.person("N01"), try world.person("N02"), try world.person("N06"))
        let named = try award(world) { $0.people = [one, two, 999_999] }
        #expect(named.awarded == 1)
        #expect(named.refused.map(\.person) == [two, 999_999])
        #expect(named.refused.map(\.number) == ["N02", ""])
        try refused(.invalid, field: "exclusions.reason") {
            try award(world) { $0.exclusions = [Exclusion(person: six)] }
        }
        try refused(.notFound, field: "exclusions.person") {
            try award(world) { $0.exclusions = [Exclusion(person: 999_999, reason: "x")] }
        }
        let excluded = try award(world) { $0.exclusions = [Exclusion(person: six, reason: "代签嫌疑")] }
        #expect(excluded.awarded == 0 && excluded.excluded == 1)
        #expect(try awards(world).map(\.number) == ["N01"])
        try refused(.outsideActivityDates, field: "activity_day") {
            try award(world) { $0.activityDay = TestServer.day + 1 }
        }
        // Left out until named.
        #expect(try award(world) { $0.activityDay = TestServer.day }.awarded == 0)
        #expect(
            try award(world) {
                $0.activityDay = TestServer.day
                $0.people = [six]
            }.awarded == 1)
    }

    @Test("CRD-2a a repeated call awards nothing twice")
    func repeated() throws {
        let world = try taught()
        let keeper = try world.client("keeper")
        let key = keeper.freshKey()
        let request = AwardCreditRequest(offering: world.offering)
        let first: AwardCreditReply = try keeper.call(.creditsAwardCredit, request, key: key)
        let second: AwardCreditReply = try keeper.call(.creditsAwardCredit, request, key: key)
        #expect(first == second && first.awarded == 2)
        #expect(try awards(world).count == 2)
    }

    @Test("CRD-2c an award is reversed with a reason, once, leaves every total, and is given anew only to who is named")
    func reversed() throws {
        let world = try taught()
        _ = try award(world)
        let keeper = try world.client("keeper")
        let id = try #require(try awards(world).first).id
        try refused(.invalid, field: "reason") {
            try keeper.call(.creditsReverseAward, ReverseAwardRequest(award: id), reply: ReverseAwardReply.self)
        }
        let reply: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: id, reason: "代签属实"))
        #expect(reply.award?.state == .reversed && reply.award?.reason == "代签属实")
        try refused(.wrongState) {
            try keeper.call(
                .creditsReverseAward, ReverseAwardRequest(award: id, reason: "再次"), reply: ReverseAwardReply.self)
        }
        for unknown in [UInt64(0), 1 << 60, .max] {
            try refused(.notFound, field: "award") {
                try keeper.call(
                    .creditsReverseAward, ReverseAwardRequest(award: unknown, reason: "x"),
                    reply: ReverseAwardReply.self)
            }
        }
        let mine: MyCreditsReply = try world.client("N01").call(.creditsMyCredits, MyCreditsRequest())
        #expect(mine.awards.map(\.state) == [.reversed] && mine.years.isEmpty)
        let everybody = try award(world)
        #expect(everybody.awarded == 0 && everybody.excluded == 1 && everybody.already == 1)
        #expect(try award(world) { $0.people = [try world.person("N01")] }.awarded == 1)
        #expect(try awards(world).map(\.state) == [.reversed, .effective, .effective])
    }

    @Test("CRD-5 a trainee sees their own credits by year and category, and nobody else's")
    func mine() throws {
        let world = try taught()
        _ = try award(world)
        let mine: MyCreditsReply = try world.client("N01").call(.creditsMyCredits, MyCreditsRequest())
        #expect(mine.awards.map(\.projectNumber) == ["HN-2026-001"] && mine.awards.map(\.offeringTitle) == ["第一期"])
        #expect(
            mine.years == [YearTotal(year: 2026, category: .i, creditsTenths: 20, hoursTenths: 60)])
        let others: MyCreditsReply = try world.client("N02").call(.creditsMyCredits, MyCreditsRequest())
        #expect(others.awards.isEmpty && others.years.isEmpty)
    }

    @Test(
        "NOT-2, CRD-4 whoever has credit now is told; pending credit is no news",
        arguments: ["award", "report approved"])
    func told(effective: String) throws {
        let world = try taught()
        let _: CreateProgrammeReply = try world.client("admin").call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme, changes: [PolicySwitch(name: "creditEffective", value: effective)]))
        _ = try award(world)
        _ = try award(world)
        let told: ListMessagesReply = try world.client("N01").call(.noticesListMessages, ListMessagesRequest())
        #expect(told.messages.map(\.kind) == (effective == "award" ? [.creditEffective] : []))
    }

    @Test("CRD-4 where credit takes effect with the report it is pending until then, and in no total")
    func pending() throws {
        let world = try taught()
        let _: CreateProgrammeReply = try world.client("admin").call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme,
                changes: [PolicySwitch(name: "creditEffective", value: "report approved")]))
        _ = try award(world)
        #expect(try awards(world).map(\.state) == [.pending, .pending])
        let mine: MyCreditsReply = try world.client("N01").call(.creditsMyCredits, MyCreditsRequest())
        #expect(mine.awards.count == 1 && mine.years.isEmpty)
    }

    @Test("CRD-6 attendance that changes after an award leaves it as it is and shows in the list")
    func lateChange() throws {
        let world = try taught()
        _ = try award(world)
        let door = try Door(in: world, seed: 9)
        try door.score(world.person("N01"), 1000, by: 40, offering: world.offering)
        try door.sync()
        let entry = try #require(try eligible(world).people.first)
        #expect(entry.number == "N01" && !entry.eligible && entry.award != 0)
        #expect(entry.reasons == ["exam in conflict"])
        #expect(try awards(world).map(\.state) == [.effective, .effective])
    }

    // Exports

    private func export(_ kind: ExportKind?, _ world: World, locale: String = "en") throws -> [[UInt8]] {
        let keeper = try world.client("keeper")
        keeper.locale = locale
        return try keeper.items(
            .creditsExport, ExportRequest(kind: kind, offering: world.offering), of: ExportChunk.self
        ).map(\.bytes)
    }

    private func lines(_ chunks: [[UInt8]]) -> [String] {
        String(decoding: chunks.joined(), as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("RPT-1 an export is what its first page saw: a scan that comes between two pages moves and adds nothing")
    func exportOfOneMoment() throws {
        let world = try World()
        let (door, late) = (try Door(in: world, seed: 1), try Door(in: world, seed: 2))
        let people = try World.numbers.map { try world.person($0) }
        for row in 0..<1200 {
            door.time += 1000
            try door.scan(people[row % people.count], offering: world.offering)
        }
        try door.sync()
        let keeper = try world.client("keeper")
        let stream = keeper.begin(
            .creditsExport, ExportRequest(kind: .scans, offering: world.offering).serialized())
        while world.server.executor.work() {}
        // Before all others by its time.
        late.time -= 1000
        try late.scan(people[0], offering: world.offering)
        try late.sync()
        keeper.settle()
        let chunks = try #require(keeper.answer(stream)).items.map { try ExportChunk(serialized: $0).bytes }
        let sequences = lines(chunks).dropFirst().dropLast().map {
            $0.split(separator: ",").last.flatMap { Int($0) } ?? 0
        }
        #expect(chunks.count == 3 && sequences.sorted() == Array(1...1200))
    }

    @Test("exports are CSV with a byte order mark, one line a row, in the caller's language")
    func exports() throws {
        let world = try taught()
        _ = try award(world)
        #expect(
            lines(try export(.awards, world)) == [
                "\u{FEFF}number,name,project,offering,category,credits,hours,activity date,state,reason",
                "N01,张三,HN-2026-001,第一期,I,2.0,6.0,2026-10-02,effective,",
                "N06,王小明,HN-2026-001,第一期,I,2.0,6.0,2026-10-02,effective,", "",
            ])
        let eligible = lines(try export(.eligible, world, locale: "zh"))
        #expect(eligible.count == 14 && eligible[0] == "\u{FEFF}编号,姓名,有效,原因")
        #expect(eligible[2] == "N02,欧阳娜娜,0,考试未通过：59.99 < 60.00")
        let scans = lines(try export(.scans, world))
        #expect(scans.count == 7 && scans[1].hasPrefix("N01,张三,2026-10-02 09:00:00+08,counted,,"))
        let analysis = lines(try export(.analysis, world))
        #expect(analysis[1] == "N01,张三,1,1,1" && analysis[3].hasPrefix("N03,阿卜杜拉·买买提,0,"))
        let scores = lines(try export(.scores, world))
        #expect(scores.count == 7 && scores[1].hasPrefix("N01,张三,one score,60.00,"))
        #expect(scores.contains { $0.hasPrefix("N04,李雷,conflict,,") })
        try refused(.invalid, field: "kind") { try export(nil, world) }
    }

    @Test("a name that a spreadsheet would run as a formula is guarded, numbers with leading zeros stay as they are")
    func injection() throws {
        let world = try World()
        let names = ["=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2+3", "@SUM(A1)", "'=1"]
        let rows = names.indices.map { "00\($0),甲\($0)" }
        let reply = try world.client("keeper").upload(
            Array((["number,name"] + rows).joined(separator: "\n").utf8), to: world.offering)
        #expect(reply.added == 5, "\(reply.bad)")
        // As servers took them that refused none.
        for (row, name) in names.enumerated() {
            try world.execute("UPDATE person SET name = ?1 WHERE name = ?2", name, "甲\(row)")
        }
        let text = lines(try export(.eligible, world)).dropFirst(13)
        for line in text.dropLast() {
            let cells = line.components(separatedBy: ",")
            #expect(cells[0].hasPrefix("\"00") && cells[0].hasSuffix("\t\""), "\(line)")
            let name = cells[1].trimmingCharacters(in: ["\""])
            #expect(name.hasPrefix("'"), "\(line)")
        }
    }

    @Test("an export of more than one page has every row once, and its heading and mark once")
    func secondPage() throws {
        let world = try World()
        let rows = (0..<1203).map { "P\(1000 + $0),人\($0)" }
        _ = try world.client("keeper").upload(
            Array((["number,name"] + rows).joined(separator: "\n").utf8), to: world.offering, piece: 60_000)
        let chunks = try export(.analysis, world)
        #expect(chunks.count == 3)
        let text = lines(chunks)
        #expect(text.count == 1 + 12 + 1203 + 1)
        #expect(text.filter { $0.contains("\u{FEFF}") }.count == 1)
        #expect(text.dropFirst(13).dropLast().enumerated().allSatisfy { $1.hasPrefix("P\(1000 + $0),人\($0),") })
    }
}
