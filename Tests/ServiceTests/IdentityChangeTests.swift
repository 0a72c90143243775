import Messages
import Storage
import Testing

/// Changes of a known person's identity.
@Suite struct IdentityChangeTests {
    @Test("ACC-3a the same number checked again without photos takes no level away")
    func again() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        for side in [PhotoSide.front, .back] { try wang.photo(Papers.jpeg(UInt8(side.rawValue)), side) }
        _ = try wang.verify("王五", Papers.number(11), photos: true)
        let reviewer = try world.reviewer()
        try reviewer.decide(.identity, reviewer.waiting(.identity), .approve)
        #expect(try wang.identity().level == .photosReviewed)
        #expect(try wang.verify("王五", Papers.number(11)).level == .photosReviewed)
    }

    @Test("ACC-3b another name than the one on rosters is a reviewer's to allow, and then reaches the terminals")
    func renamed() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.authenticate()
        let first = try door.pull()
        let trainee = try world.client("N03")
        #expect(try trainee.verify("阿卜杜拉", Papers.number(11)).claim == .waiting)
        func news() throws -> Int {
            try door.pull(PullRequest(feed: first.checkpoint.feed, cursor: first.checkpoint.cursor)).items.count
        }
        #expect(try news() == 0)
        let reviewer = try world.reviewer()
        try reviewer.decide(.identity, reviewer.waiting(.identity), .approve)
        #expect(try news() == 1)
        let roster: ListRosterReply = try world.client("keeper").call(
            .projectsListRoster, ListRosterRequest(offering: world.offering, limit: 500))
        #expect(roster.entries.first { $0.number == "N03" }?.name == "阿卜杜拉")
    }

    @Test("ACC-8 a name that a roster knows is not changed in the profile")
    func nameOnRoster() throws {
        let world = try World()
        let trainee = try world.client("N03")
        try refused(.wrongState, field: "name") {
            try trainee.call(
                .profilesSave,
                SaveProfileRequest(section: .basic, fields: [.init(name: "name", value: "阿卜杜拉")]),
                reply: SaveProfileReply.self)
        }
        let who: LoginReply = try trainee.call(.accountsWhoAmI, WhoAmIRequest())
        #expect(who.person?.name == World.names[2])
    }

    @Test("ACC-8 a section saved at once has twenty fields at most")
    func fields() throws {
        let world = try World()
        let trainee = try world.client("N03")
        for count in [20, 21] {
            let fields = (1...count).map { ProfileField(name: "unknown-\($0)", value: "x") }
            // Twenty are looked at, and the first is no field; more are not looked at.
            try refused(.invalid, field: count == 20 ? "fields 1" : "fields") {
                try trainee.call(
                    .profilesSave, SaveProfileRequest(section: .contact, fields: fields), reply: SaveProfileReply.self)
            }
        }
    }

    @Test("ACC-9b a unit's word is there once it has confirmed, neither while it is asked nor after the end")
    func unitsWord() throws {
        let world = try World()
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        let trainee = try world.client("N03")
        let people = [try world.person("N03")]
        let _: MyUnitsReply = try trainee.call(.membersJoin, JoinUnitRequest(unit: unit))
        #expect(try !trainee.identity().unitConfirmed)
        let _: ChangeMembersReply = try admin.call(
            .membersConfirm, ChangeMembersRequest(unit: unit, people: people))
        #expect(try trainee.identity().unitConfirmed)
        let _: ChangeMembersReply = try admin.call(
            .membersEnd, ChangeMembersRequest(unit: unit, people: people, reason: "调离"))
        #expect(try !trainee.identity().unitConfirmed)
    }

    @Test("ACC-9a somebody known by another ID number is not linked by the phone")
    func otherNumber() throws {
        let world = try World()
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        try refused(.invalid, field: "id_number") {
            try admin.call(
                .membersAdd,
                AddTraineeRequest(
                    unit: unit, name: World.names[0], phone: World.phones[0], idNumber: Papers.number(71)),
                reply: AddTraineeReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM membership") == 0)
    }
}
