import Facts
import Messages
import Storage
import Testing

/// Whoever decides about people decides nothing about themselves, however far their roles reach.
@Suite struct NobodysOwnTests {
    /// A world whose keeper takes part in their own base's class, by an entry that was made for them.
    private func keeperLearns() throws -> (world: World, keeper: Client, person: UInt64) {
        let world = try World()
        let person = try #require(world.made.persons["keeper"])
        try world.server.database.write { transaction in
            try transaction.execute(
                "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, 4611686018427387904, 'K1')",
                world.offering, person)
        }
        return (world, try world.client("keeper"), person)
    }

    @Test("CRD-2 an administrator gives no credit to themselves, named or among everybody, nor by hand, and is told so")
    func credit() throws {
        let (world, keeper, person) = try keeperLearns()
        let door = try Door(in: world)
        for one in [person, try world.person("N01")] {
            try door.scan(one, offering: world.offering)
            try door.score(one, 9000, by: 21, offering: world.offering)
        }
        try door.sync()
        try refused(.notAllowed) {
            try keeper.call(
                .creditsAwardCredit, AwardCreditRequest(offering: world.offering, people: [person]),
                reply: AwardCreditReply.self)
        }
        let all: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        #expect((all.awarded, all.refused.map(\.number)) == (1, ["K1"]))
        #expect(all.refused.map(\.reasons) == [["nobody decides about their own"]])
        try refused(.notAllowed) {
            try keeper.call(
                .creditsEnterCredit,
                EnterCreditRequest(offering: world.offering, people: [person], creditsTenths: 20, reason: "补录"),
                reply: EnterCreditReply.self)
        }
        // Somebody else does.
        let rest: AwardCreditReply = try world.client("admin").call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering, people: [person]))
        #expect(rest.awarded == 1, "\(rest.refused)")
    }

    @Test("SKL-3, SYN-9 nobody adjudicates their own mark, nor admits one, nor grants themselves time")
    func marks() throws {
        let (world, keeper, person) = try keeperLearns()
        try refused(.notAllowed) {
            try keeper.call(
                .sittingsGrantExtraTime,
                GrantExtraTimeRequest(offering: world.offering, number: "K1", minutes: 30, reason: "自己"),
                reply: GrantExtraTimeReply.self)
        }
        let admin = try world.client("admin")
        let _: GrantExtraTimeReply = try admin.call(
            .sittingsGrantExtraTime,
            GrantExtraTimeRequest(offering: world.offering, number: "K1", minutes: 30, reason: "视力不佳"))
        let door = try Door(in: world)
        try door.score(person, 9000, by: 4242, offering: world.offering, assigned: false)
        try door.sync()
        let waiting: ListQuarantinedMarksReply = try keeper.call(
            .examsListQuarantinedMarks, ListQuarantinedMarksRequest(offering: world.offering))
        let mark = try #require(waiting.marks.first)
        let request = AdmitMarkRequest(
            offering: world.offering, log: mark.log, sequence: mark.sequence, reason: "当日代班")
        try refused(.notAllowed) { try keeper.call(.examsAdmitMark, request, reply: AdmitMarkReply.self) }
        let _: AdmitMarkReply = try admin.call(.examsAdmitMark, request)
    }

    @Test(
        "REC-6 nobody reviews what they have asked for, a platform administrator neither; a class of one's own organisation one does"
    )
    func reviews() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        for side in [PhotoSide.front, .back] { try wang.photo(Papers.jpeg(UInt8(side.rawValue)), side) }
        _ = try wang.verify("王五", Papers.number(11), photos: true)
        let person = try #require(
            try world.server.read { try $0.first("SELECT person FROM account WHERE name = 'wang'") { $0.id(0) } })
        let _: GetAccountReply = try world.client("admin").call(
            .accountsGrantRole,
            GrantRoleRequest(
                whose: AccountChoice(person: person), role: RoleGrant(role: .identityReviewer)))
        let waiting = try world.reviewer().waiting(.identity)
        try refused(.notAllowed) { try world.login("wang").decide(.identity, waiting, .approve) }
        #expect(try world.reviewer("another").decide(.identity, waiting, .approve).decided == 1)
    }
}
