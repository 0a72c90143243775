import Messages
import Storage
import Testing
import Wire

@testable import Service

/// A person whom a roster knows by ID number, without an account, and the account that later verifies that number.
@Suite struct JoinTests {
    private let world: World
    private let keeper: Client
    private let number = Papers.number(41)
    /// The roster's person.
    private let guest: UInt64

    init() throws {
        world = try World()
        keeper = try world.client("keeper")
        let row = "编号,姓名,身份证号\nN90,来宾,\(number)\n"
        let upload = try keeper.upload(Array(row.utf8), to: world.offering)
        #expect(upload.added == 1)
        guest = try Self.person("N90", world, keeper)
    }

    private static func person(_ number: String, _ world: World, _ keeper: Client) throws -> UInt64 {
        let list: ListRosterReply = try keeper.call(
            .projectsListRoster, ListRosterRequest(offering: world.offering, limit: 500))
        return try #require(list.entries.first { $0.number == number }).person
    }

    private func account(_ name: String) throws -> UInt64 {
        try #require(
            try world.server.read { try $0.first("SELECT person FROM account WHERE name = ?1", name) { $0.id(0) } })
    }

    private func eligible(_ person: UInt64) throws -> Eligible? {
        let list: ListEligibleReply = try keeper.call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering, limit: 500))
        return list.people.first { $0.person == person }
    }

    private func scans() throws -> [Scan] {
        let list: ListScansReply = try keeper.call(
            .attendanceListScans, ListScansRequest(offering: world.offering, limit: 500))
        return list.scans
    }

    @Test("ACC-11b what was recorded under an ID number, before and after, joins the account that verifies it")
    func joins() throws {
        let door = try Door(in: world)
        try door.scan(guest, offering: world.offering)
        try door.sync()
        let wang = try world.newcomer("wang", name: "来宾")
        let kept = try account("wang")
        #expect(try wang.verify("来宾", number).level == .numberChecked)
        // The roster's number is the account's now.
        #expect(try Self.person("N90", world, keeper) == kept)
        #expect(try scans().map(\.person) == [kept])
        #expect(try scans().map(\.state) == [.counted])
        // A terminal that has not heard of it yet goes on naming the first id.
        door.time += 60_000
        try door.scan(guest, offering: world.offering)
        try door.score(guest, 9000, by: 1, offering: world.offering)
        try door.sync()
        #expect(try scans().map(\.state) == [.counted, .repeat])
        #expect(try scans().allSatisfy { $0.person == kept && $0.number == "N90" })
        #expect(try eligible(kept)?.eligible == true)
        #expect(try eligible(guest) == nil)
        let mine: MyAttendanceReply = try wang.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings.map(\.counted) == [1])
        #expect(mine.offerings.first?.missing == [])
        let credit: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering, people: [kept]))
        #expect(credit.awarded == 1)
        let credits: MyCreditsReply = try wang.call(.creditsMyCredits, MyCreditsRequest())
        #expect(credits.awards.count == 1)
    }

    @Test(
        "ACC-11b a scan of somebody who is on no roster, looked at already, counts once they prove to be one with somebody on it"
    )
    func knownLater() throws {
        let wang = try world.newcomer("wang", name: "来宾")
        let other = try World.open(at: world.made.base, world.made, world.client("admin"), day: TestServer.day)
        let kept = try account("wang")
        try world.server.database.write { transaction in
            try transaction.execute(
                "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?2, 'Z1')", other, kept)
            try JournalStore.noteAttendanceChange(other, transaction)
        }
        let door = try Door(in: world)
        try door.scan(guest, offering: other)
        try door.sync()
        func scan() throws -> Scan? {
            let list: ListScansReply = try keeper.call(.attendanceListScans, ListScansRequest(offering: other))
            return list.scans.first
        }
        #expect(try scan()?.code == .notOnRoster)
        #expect(try wang.verify("来宾", number).level == .numberChecked)
        #expect(try scan()?.state == .counted && scan()?.person == kept)
    }

    @Test("ACC-11b terminals get the roster entry under the kept id")
    func terminals() throws {
        let door = try Door(in: world)
        try door.authenticate()
        let first = try door.pull()
        let wang = try world.newcomer("wang", name: "来宾")
        _ = try wang.verify("来宾", number)
        let kept = try account("wang")
        let news = try door.pull(
            PullRequest(feed: first.checkpoint.feed, cursor: first.checkpoint.cursor)
        ).items
        #expect(news.count == 1)
        let value = try RosterValue(serialized: try #require(news.first).value)
        #expect((value.person, value.number) == (kept, "N90"))
    }

    @Test("ACC-11b scores of both ids are one history, and a conflict between them is shown and settled")
    func scores() throws {
        let wang = try world.newcomer("wang", name: "来宾")
        for (seed, value) in [(UInt8(0xA1), UInt64(5500)), (0xA2, 6500)] {
            let door = try Door(in: world, seed: seed)
            let subject = seed == 0xA1 ? guest : try account("wang")
            if seed == 0xA2 { _ = try wang.verify("来宾", number) }
            try door.score(subject, value, by: UInt64(seed), offering: world.offering)
            try door.sync()
        }
        let kept = try account("wang")
        let list: ListScoresReply = try keeper.call(.examsListScores, ListScoresRequest(offering: world.offering))
        #expect(list.scores.map(\.person) == [kept])
        let score = try #require(list.scores.first)
        #expect((score.state, score.number) == (.conflict, "N90"))
        let settled: AdjudicateReply = try world.client("adjudicator").call(
            .examsAdjudicate, score.adjudication(value: 6500))
        #expect(settled.score?.passed == true)
        let after: ListScoresReply = try keeper.call(.examsListScores, ListScoresRequest(offering: world.offering))
        #expect(after.scores.map(\.state) == [.decided])
    }

    @Test("ACC-11b credit awarded before follows, and never doubles")
    func awards() throws {
        let door = try Door(in: world)
        try door.scan(guest, offering: world.offering)
        try door.score(guest, 9000, by: 1, offering: world.offering)
        try door.sync()
        let credit: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering, people: [guest]))
        #expect(credit.awarded == 1)
        let wang = try world.newcomer("wang", name: "来宾")
        _ = try wang.verify("来宾", number)
        let credits: MyCreditsReply = try wang.call(.creditsMyCredits, MyCreditsRequest())
        #expect(credits.awards.map(\.state) == [.effective])
        let again: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        #expect(again.already == 1)
    }

    @Test("ACC-11b somebody on the same roster twice keeps one row, one presence and one award")
    func bothOnRoster() throws {
        // N03 has an account and no ID number; the guest turns out to be the same.
        let row = "编号,姓名,身份证号\nN91,\(World.names[2]),\(Papers.number(43))\n"
        _ = try keeper.upload(Array(row.utf8), to: world.offering)
        let twin = try Self.person("N91", world, keeper)
        let kept = try world.person("N03")
        let door = try Door(in: world)
        for person in [twin, kept] {
            try door.scan(person, offering: world.offering)
            try door.score(person, 9000, by: 1, offering: world.offering)
        }
        try door.sync()
        let credit: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering, people: [twin, kept]))
        #expect(credit.awarded == 2)
        let trainee = try world.client("N03")
        _ = try trainee.verify(World.names[2], Papers.number(43))
        let list: ListRosterReply = try keeper.call(
            .projectsListRoster, ListRosterRequest(offering: world.offering, limit: 500))
        #expect(list.entries.filter { $0.person == kept }.map(\.number) == ["N03"])
        #expect(!list.entries.contains { $0.person == twin || $0.number == "N91" })
        #expect(try scans().filter { $0.person == kept }.map(\.state) == [.counted, .repeat])
        let credits: MyCreditsReply = try trainee.call(.creditsMyCredits, MyCreditsRequest())
        #expect(Set(credits.awards.map(\.state)) == [.effective, .reversed])
        #expect(credits.years.map(\.creditsTenths) == [20])
    }

    @Test("ACC-11b a roster's number under another name is not joined but contested")
    func otherName() throws {
        let wang = try world.newcomer("wang", name: "别人")
        try refused(.identityTaken) { try wang.verify("别人", number) }
        #expect(try Self.person("N90", world, keeper) == guest)
        // A reviewer finds that the roster had the name wrong.
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        #expect(try Self.person("N90", world, keeper) == account("wang"))
    }

    @Test("ACC-11b where a roster has another phone beside the number, a reviewer looks before it is joined")
    func otherPhone() throws {
        let number = Papers.number(45)
        _ = try keeper.upload(Array("编号,姓名,手机号,身份证号\nN92,来客,13900000092,\(number)\n".utf8), to: world.offering)
        let wang = try world.newcomer("wang", name: "来客")
        #expect(try wang.verify("来客", number).claim == .waiting)
        let before = try Self.person("N92", world, keeper)
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        #expect(try Self.person("N92", world, keeper) == account("wang"))
        #expect(try before != account("wang"))
    }

    @Test(
        "ACC-7, ACC-11b who logs in for an organisation and lost the phone is joined only after a reviewer has looked")
    func responsible() throws {
        let number = Papers.number(46)
        _ = try keeper.upload(
            Array("编号,姓名,手机号,身份证号\nN93,\(Office.name),\(Office.phone),\(number)\n".utf8), to: world.offering)
        let (_, login) = try world.office(world.made.base, "base-one")
        let lost = try #require(login.person).id
        #expect(try Self.person("N93", world, keeper) == lost)
        // Somebody else gets the number of the phone, proves it, and takes another name's identity.
        let wang = try world.newcomer("wang", name: Office.name)
        world.clock.advance(minutes: 1)
        let code = try world.code(Office.phone, .newPhone, wang)
        let _: ChangePhoneReply = try wang.call(
            .accountsChangePhone, ChangePhoneRequest(phone: Office.phone, code: code))
        #expect(try account("wang") != lost)
        #expect(try wang.verify(Office.name, number).claim == .waiting)
        #expect(try world.server.connect().resume(login.session).person?.id == lost)
        let reviewer = try world.reviewer()
        let waiting = try reviewer.waiting(.identity)
        let claim: GetClaimReply = try reviewer.call(.identityGetClaim, GetClaimRequest(claim: waiting[0]))
        #expect(claim.holder?.person == lost && claim.holder?.responsible == true)
        #expect(claim.claimant?.responsible == false)
        #expect(try reviewer.decide(.identity, waiting, .approve).decided == 1)
        #expect(try Self.person("N93", world, keeper) == account("wang"))
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
    }

    @Test("ACC-3c, ACC-11b what joined by a number goes with it when a reviewer finds that it is another's")
    func moves() throws {
        let door = try Door(in: world)
        try door.scan(guest, offering: world.offering)
        try door.sync()
        let thief = try world.newcomer("thief", name: "来宾")
        _ = try thief.verify("来宾", number)
        let owner = try world.newcomer("owner", name: "来宾")
        try refused(.identityTaken) { try owner.verify("来宾", number) }
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        let kept = try account("owner")
        #expect(try Self.person("N90", world, keeper) == kept)
        #expect(try scans().map(\.person) == [kept])
        let none: MyAttendanceReply = try thief.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(none.offerings.isEmpty)
        let mine: MyAttendanceReply = try owner.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings.map(\.counted) == [1])
    }

    @Test(
        "PRJ-8b a corrected place moves as it is with people who are told apart, and one that was removed does not come back",
        arguments: [false, true])
    func movesCorrected(isRemoved: Bool) throws {
        let thief = try world.newcomer("thief", name: "来宾")
        _ = try thief.verify("来宾", number)
        if isRemoved {
            let _: RemoveRosterEntriesReply = try keeper.call(
                .projectsRemoveRosterEntries,
                RemoveRosterEntriesRequest(offering: world.offering, numbers: ["N90"], reason: "误录"))
        } else {
            let _: ChangeRosterEntryReply = try keeper.call(
                .projectsChangeRosterEntry,
                ChangeRosterEntryRequest(offering: world.offering, number: "N90", newNumber: "K90"))
        }
        let owner = try world.newcomer("owner", name: "来宾")
        try refused(.identityTaken) { try owner.verify("来宾", number) }
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        let list: ListRosterReply = try keeper.call(
            .projectsListRoster, ListRosterRequest(offering: world.offering, limit: 500))
        let added = list.entries.filter { !World.numbers.contains($0.number) }
        #expect(added.map(\.number) == (isRemoved ? [] : ["K90"]))
        #expect(try added.map(\.person) == (isRemoved ? [] : [account("owner")]))
    }

    @Test("ACC-11b a class of thousands costs no look-up a person: only strangers are asked for")
    func strangers() throws {
        let door = try Door(in: world)
        try door.scan(4_000_000, try world.person("N01"), 4_000_000, offering: world.offering)
        try door.sync()
        #expect(try scans().map(\.state) == [.flagged, .counted, .flagged])
    }
}
