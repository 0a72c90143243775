import Crypto
import Domain
import Messages
import Storage
import Testing
import Wire

@testable import Service

@Suite struct MemberTests {
    private let world: World
    private let unit: UInt64
    private let admin: Client

    init() throws {
        world = try World()
        (unit, admin) = try world.unit("第三医院", account: "third")
    }

    private func add(_ name: String, _ phone: String, _ number: String = "") throws -> AddTraineeReply {
        try admin.call(.membersAdd, AddTraineeRequest(unit: unit, name: name, phone: phone, idNumber: number))
    }

    private func members(_ state: MembershipState? = nil) throws -> [Member] {
        let reply: ListMembersReply = try admin.call(.membersList, ListMembersRequest(unit: unit, state: state))
        return reply.members
    }

    private func change(_ method: Method, _ people: [UInt64], _ reason: String = "") throws -> ChangeMembersReply {
        try admin.call(method, ChangeMembersRequest(unit: unit, people: people, reason: reason))
    }

    @Test("ACC-9a a trainee without an account gets one, with a random first password to be changed at the first login")
    func created() throws {
        let made = try add("新人", "13900000001", Papers.number(11))
        #expect(made.account.hasPrefix("u") && made.initialPassword.count >= 8)
        #expect(made.member?.state == .asked)
        #expect(made.member?.idNumber == IdentityNumber.masked(Papers.number(11)))
        #expect(made.member?.phone == "139****0001")
        let login: LoginReply = try world.server.connect().call(
            .accountsLogin, LoginRequest(name: "13900000001", password: made.initialPassword))
        #expect(login.mustChangePassword)
        // Added again, nothing changes and no password is told again.
        let again = try add("新人", "139 0000 0001")
        #expect((again.account, again.initialPassword) == ("", ""))
        #expect(again.member?.person == made.member?.person)
        #expect(try members().count == 1)
    }

    @Test("ACC-9a an account that is there is linked and its person told; a name that differs is refused")
    func linked() throws {
        try refused(.invalid, field: "name") { try add("别人", World.phones[0]) }
        try refused(.invalid, field: "phone") { try add(World.names[1], World.phones[0], World.identities[1]) }
        try refused(.invalid, field: "id_number") {
            try add(World.names[0], World.phones[0], World.identities[1].replacing("0013", with: "00"))
        }
        let reply = try add(World.names[0], World.phones[0], World.identities[0])
        #expect(try reply.member?.person == world.person("N01"))
        #expect(reply.initialPassword.isEmpty)
        #expect(try world.messages(world.person("N01"), .membershipDecided) == [["第三医院", "asked", ""]])
        let mine: MyUnitsReply = try world.client("N01").call(.membersMine, MyUnitsRequest())
        #expect(mine.units.map(\.state) == [.asked])
        #expect(mine.units.map(\.byPerson) == [false])
    }

    @Test("ACC-9b a unit confirms and ends memberships, and the person is told each time")
    func lifecycle() throws {
        let person = try world.person("N01")
        _ = try add(World.names[0], World.phones[0])
        #expect(try change(.membersConfirm, [person, person]).changed == 1)
        #expect(try members(.confirmed).map(\.person) == [person])
        #expect(try members(.asked).isEmpty)
        #expect(try change(.membersConfirm, [person]).unchanged == 1)
        try refused(.invalid, field: "reason") { try change(.membersEnd, [person]) }
        #expect(try change(.membersEnd, [person], "调离").changed == 1)
        try refused(.wrongState, field: "people 1") { try change(.membersConfirm, [person]) }
        // Added once more it begins again.
        _ = try add(World.names[0], World.phones[0])
        #expect(try members(.asked).map(\.person) == [person])
        #expect(try change(.membersEnd, [person], "误加").changed == 1)
        #expect(
            try world.messages(person, .membershipDecided) == [
                ["第三医院", "asked", ""], ["第三医院", "confirmed", ""], ["第三医院", "ended", "调离"], ["第三医院", "asked", ""],
                ["第三医院", "ended", "误加"],
            ])
        try refused(.notFound, field: "people 2") { try change(.membersConfirm, [person, 99]) }
        try refused(.invalid, field: "people") { try change(.membersConfirm, []) }
        try refused(.invalid, field: "people") { try change(.membersConfirm, (1...1001).map { UInt64($0) }) }
    }

    @Test("ACC-9 a trainee asks to join a unit, and the unit's administrator decides through the review engine")
    func joins() throws {
        let (yes, no) = (try world.client("N01"), try world.client("N02"))
        let asked: MyUnitsReply = try yes.call(.membersJoin, JoinUnitRequest(unit: unit))
        #expect(asked.units.map(\.byPerson) == [true])
        let _: MyUnitsReply = try no.call(.membersJoin, JoinUnitRequest(unit: unit))
        let waiting = try admin.waiting(.membership)
        #expect(waiting.count == 2)
        // Asking twice asks once.
        let _: MyUnitsReply = try yes.call(.membersJoin, JoinUnitRequest(unit: unit))
        #expect(try admin.waiting(.membership) == waiting)
        #expect(try admin.decide(.membership, [waiting[0]], .approve).decided == 1)
        #expect(try admin.decide(.membership, [waiting[1]], .reject, "不是本单位人员").decided == 1)
        let mine: MyUnitsReply = try yes.call(.membersMine, MyUnitsRequest())
        #expect(mine.units.map(\.state) == [.confirmed])
        #expect(try world.messages(world.person("N02"), .membershipDecided) == [["第三医院", "ended", "不是本单位人员"]])
        let left: MyUnitsReply = try yes.call(.membersLeave, LeaveUnitRequest(unit: unit))
        #expect(left.units.map(\.state) == [.ended])
        try refused(.wrongState) { try yes.call(.membersLeave, LeaveUnitRequest(unit: unit), reply: MyUnitsReply.self) }
        try refused(.notFound, field: "unit") {
            try yes.call(.membersJoin, JoinUnitRequest(unit: world.made.base), reply: MyUnitsReply.self)
        }
    }

    @Test("ACC-9 who left before the unit answered is not confirmed after all")
    func withdrawn() throws {
        let trainee = try world.client("N01")
        let _: MyUnitsReply = try trainee.call(.membersJoin, JoinUnitRequest(unit: unit))
        let waiting = try admin.waiting(.membership)
        let _: MyUnitsReply = try trainee.call(.membersLeave, LeaveUnitRequest(unit: unit))
        #expect(try admin.waiting(.membership).isEmpty)
        #expect(try admin.decide(.membership, waiting, .approve).outcomes[0].failure?.code == .wrongState)
        let mine: MyUnitsReply = try trainee.call(.membersMine, MyUnitsRequest())
        #expect(mine.units.map(\.state) == [.ended])
    }

    @Test("ACC-9 one person asks ten units at once, not eleven")
    func manyUnits() throws {
        let boss = try world.client("admin")
        let trainee = try world.client("N01")
        let units = try (0..<11).map { try boss.organisation(.unit, "单位 \($0)") }
        for unit in units.prefix(10) {
            let _: MyUnitsReply = try trainee.call(.membersJoin, JoinUnitRequest(unit: unit))
        }
        try refused(.wrongState, field: "unit") {
            try trainee.call(.membersJoin, JoinUnitRequest(unit: units[10]), reply: MyUnitsReply.self)
        }
    }

    @Test("ACC-9 a unit's administrator sees and changes that unit's people alone, page by page")
    func ownUnit() throws {
        let (other, stranger) = try world.unit("第四医院", account: "fourth")
        for index in 0..<5 { _ = try add("新人\(index)", "1390000010\(index)") }
        let people = try members().map(\.person)
        let requests: [(Method, any Message)] = [
            (.membersAdd, AddTraineeRequest(unit: unit, name: "某", phone: "13900000009")),
            (.membersList, ListMembersRequest(unit: unit)),
            (.membersConfirm, ChangeMembersRequest(unit: unit, people: people)),
            (.membersEnd, ChangeMembersRequest(unit: unit, people: people, reason: "x")),
        ]
        for (method, request) in requests {
            #expect(try stranger.code(method, request.serialized()) == .notAllowed, "\(method)")
        }
        let none: ListMembersReply = try stranger.call(.membersList, ListMembersRequest(unit: other))
        #expect(none.members.isEmpty && none.next == 0)
        var found: [UInt64] = []
        var after: UInt64 = 0
        repeat {
            let page: ListMembersReply = try admin.call(
                .membersList, ListMembersRequest(unit: unit, after: after, limit: 2))
            found += page.members.map(\.person)
            after = page.next
        } while after != 0
        #expect(found == people)
    }

    @Test("ACC-9b where policy asks for a unit's word, attendance earns nothing before it, and everything after")
    func counts() throws {
        let boss = try world.client("admin")
        let _: CreateProgrammeReply = try boss.call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme,
                changes: [PolicySwitch(name: "identityEvidence", value: "unit-confirmed")]))
        let person = try world.person("N01")
        let door = try Door(in: world)
        try door.scan(person, offering: world.offering)
        try door.score(person, 8000, by: 1, offering: world.offering)
        try door.sync()
        let keeper = try world.client("keeper")
        func row() throws -> Eligible? {
            let list: ListEligibleReply = try keeper.call(
                .creditsListEligible, ListEligibleRequest(offering: world.offering))
            return list.people.first { $0.person == person }
        }
        #expect(try row()?.reasons == ["no unit has confirmed the membership"])
        let shown: MyAttendanceReply = try world.client("N01").call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(shown.offerings.first?.missing == ["no unit has confirmed the membership"])
        _ = try add(World.names[0], World.phones[0])
        #expect(try row()?.eligible == false)
        _ = try change(.membersConfirm, [person])
        #expect(try row()?.eligible == true)
        _ = try change(.membersEnd, [person], "调离")
        #expect(try row()?.eligible == false)
    }

    // From a file

    private func upload(
        _ file: [UInt8], dryRun: Bool = false, allOrNothing: Bool = false
    ) throws -> Uploaded {
        try admin.upload(file, to: unit, kind: .trainees, dryRun: dryRun, allOrNothing: allOrNothing)
    }

    private let file = Array(
        """
        姓名,手机号,身份证号,职称\r
        张三,13800000001,,主治医师\r
        新人一,13900000001,\(Papers.number(11)),护师\r
        新人二,13900000002,,\r
        新人二,13900000002,,\r
        错名,13800000002,,\r
        无号,,,\r
        坏证,13900000004,430102199003070110,\r

        """.utf8)

    @Test(
        "ACC-9a a unit's file links who is known and makes accounts for the rest; bad rows are told and can be mended")
    func fromFile() throws {
        let dry = try upload(file, dryRun: true)
        #expect((dry.landed, dry.added, dry.changed, dry.badCount) == (false, 2, 1, 3))
        #expect(try members().isEmpty)
        #expect(try upload(file, allOrNothing: true).landed == false)
        let landed = try upload(file)
        #expect((landed.rows, landed.added, landed.changed, landed.unchanged, landed.badCount) == (7, 2, 1, 1, 3))
        #expect(try members().count == 3)
        #expect(landed.bad.map(\.line) == [6, 7, 8])
        #expect(landed.bad.map(\.column) == ["姓名", "手机号", "身份证号"])
        let accounts = String(decoding: landed.accountsFile, as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(accounts.count == 3)
        #expect(accounts[1].contains("13900000001"))
        // The mend file comes back with the faults still in it, and mended.
        #expect(try upload(landed.mendFile).badCount == 3)
        let mended = String(decoding: landed.mendFile, as: UTF8.self).replacing("错名", with: World.names[1])
        let second = try upload(Array(mended.utf8))
        #expect((second.changed, second.badCount) == (1, 2))
        #expect(try members().count == 4)
    }

    @Test("ACC-9a the same file twice changes nothing and tells no password again")
    func twice() throws {
        _ = try upload(file)
        let before = try members()
        let again = try upload(file)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 4))
        #expect(again.accountsFile.isEmpty)
        #expect(try members() == before)
    }

    @Test("ACC-9a a file in GB18030 is read as it was written, and the template is in the caller's language")
    func encodings() throws {
        // 姓名,手机号 / 李雷 in GB18030.
        let gb: [UInt8] =
            [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xCA, 0xD6, 0xBB, 0xFA, 0xBA, 0xC5, 0x0A, 0xC0, 0xEE, 0xC0, 0xD7, 0x2C]
            + Array("13900000077\n".utf8)
        let reply = try upload(gb)
        #expect((reply.encoding, reply.added) == ("GB18030", 1))
        #expect(try members().map(\.name) == ["李雷"])
        admin.locale = "zh"
        let template: TemplateReply = try admin.call(.uploadsTemplate, TemplateRequest(kind: .trainees))
        #expect(String(decoding: template.bytes, as: UTF8.self).contains("姓名,手机号,身份证号,职称"))
        #expect(template.fileName == "单位人员.csv")
    }

    @Test("ACC-9 another unit's administrator uploads nobody here, and a unit's no roster")
    func foreign() throws {
        let (_, stranger) = try world.unit("第四医院", account: "fourth")
        let request = UploadRequest(
            kind: .trainees, target: unit, size: UInt64(file.count), digest: Digest.file(file))
        let chunk = UploadChunk(bytes: file).serialized()
        #expect(try stranger.code(.uploadsUpload, request.serialized(), items: [chunk]) == .notAllowed)
        let roster = World.roster()
        let other = UploadRequest(
            kind: .roster, target: world.offering, size: UInt64(roster.count),
            digest: Digest.file(roster))
        #expect(
            try admin.code(.uploadsUpload, other.serialized(), items: [UploadChunk(bytes: roster).serialized()])
                == .notAllowed)
        #expect(try members().isEmpty)
    }
}
