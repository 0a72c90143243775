import Messages
import Storage
import Testing

/// The person a row of a roster's file means, and what the row changes.
@Suite struct RosterPeopleTests {
    /// 1 person, on a roster as it was typed first.
    private func typed(_ row: String) throws -> (keeper: Client, offering: UInt64) {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        #expect(try keeper.upload(Array("编号,姓名,手机号\n\(row)\n".utf8), to: offering).added == 1)
        return (keeper, offering)
    }

    @Test("PRJ-9c a misspelt name and a wrong phone are put right by the corrected file")
    func corrected() throws {
        let (keeper, offering) = try typed("9,张一,13900000001")
        let name = try keeper.upload(Array("编号,姓名,手机号\n9,章一,13900000001\n".utf8), to: offering)
        #expect((name.changed, name.badCount) == (1, 0), "\(name.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["章一"])
        let phone = try keeper.upload(Array("编号,姓名,手机号\n9,章一,13900000002\n".utf8), to: offering)
        #expect((phone.changed, phone.badCount) == (1, 0), "\(phone.bad)")
        let again = try keeper.upload(Array("编号,姓名,手机号\n9,章　一,13900000002\n".utf8), to: offering)
        #expect(again.unchanged == 1, "\(again.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["章一"])
    }

    @Test(
        "PRJ-9c a corrected row without a phone puts the name right of somebody of whom the number is all that is known"
    )
    func correctedByNumber() throws {
        let (keeper, offering) = try typed("T1,李娜,")
        for (row, name) in [("T1,李娜娜,", "李娜娜"), ("T1,李那娜,", "李那娜"), ("T1,李那,13900000001", "李那")] {
            let reply = try keeper.upload(Array("编号,姓名,手机号\n\(row)\n".utf8), to: offering)
            #expect((reply.changed, reply.badCount) == (1, 0), "\(row): \(reply.bad)")
            #expect(try keeper.roster(offering).map(\.name) == [name])
        }
        // From now on a phone is known, and a row has to give it.
        let reply = try keeper.upload(Array("编号,姓名,手机号\nT1,李娜,\n".utf8), to: offering)
        #expect(reply.badCount == 1)
        #expect(
            reply.bad[0].reason
                == "known by another name: character 2, “娜”, differs; "
                + "if it is the same person: rollcall-admin roster change \(offering) T1 --name NAME")
        #expect(try keeper.roster(offering).map(\.name) == ["李那"])
    }

    @Test("ACC-9a a number with a name that has little in common with the known one is nobody's correction")
    func takenByAnother() throws {
        let (keeper, offering) = try typed("T1,李娜,")
        let reply = try keeper.upload(Array("编号,姓名,手机号\nT1,王强,\n".utf8), to: offering)
        #expect(reply.badCount == 1)
        #expect(
            reply.bad.first?.reason.hasSuffix("rollcall-admin roster change \(offering) T1 --name NAME") == true,
            "\(reply.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["李娜"])
    }

    @Test("ACC-9a a name that a spreadsheet takes for a formula is refused, and the sign is named")
    func formula() throws {
        let (keeper, offering) = try typed("9,张一,13900000001")
        for name in ["=HYPERLINK(A1)", "+1", "-1", "@SUM", "＝1", "'=1"] {
            let reply = try keeper.upload(Array("编号,姓名\n8,\(name)\n".utf8), to: offering)
            #expect(reply.bad.map(\.column) == ["姓名"], "\(name): \(reply.bad)")
            #expect(reply.bad.first?.reason.contains("formula") == true, "\(reply.bad)")
        }
        #expect(try keeper.roster(offering).map(\.name) == ["张一"])
    }

    @Test("ACC-9a a row refused for a name says by whom it is changed, and by which command")
    func saidByWhom() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        // N01 logs in; N05 is the other base's too.
        _ = try world.client("stranger").upload(World.roster(4..<5), to: world.made.otherOffering)
        for (row, told) in [
            ("A1,章三,\(World.phones[0])", "rollcall verify --name NAME"),
            ("A2,韩梅,\(World.phones[4])", "whoever administers both corrects the name"),
        ] {
            let reply = try keeper.upload(Array("编号,姓名,手机号\n\(row)\n".utf8), to: offering)
            #expect(reply.bad.first?.reason.hasSuffix(told) == true, "\(reply.bad)")
        }
    }

    @Test("ACC-9a nobody is renamed by one mark alone, nor whoever logs in by the phone that a file has otherwise")
    func notCorrected() throws {
        let (keeper, offering) = try typed("9,张一,13900000001")
        let renamed = try keeper.upload(Array("编号,姓名,手机号\n10,李二,13900000001\n".utf8), to: offering)
        #expect(renamed.badCount == 1)
        let _: InviteReply = try keeper.call(.accountsInvite, InviteRequest(offering: offering, numbers: ["9"]))
        for row in ["9,章一,13900000001", "9,张一,13900000002"] {
            #expect(try keeper.upload(Array("编号,姓名,手机号\n\(row)\n".utf8), to: offering).badCount == 1, "\(row)")
        }
        #expect(try keeper.roster(offering).map(\.name) == ["张一"])
    }

    @Test("ACC-9a a base corrects nobody whom another base has on a roster, and nobody new to its own")
    func notAnothers() throws {
        let world = try World()
        let stranger = try world.client("stranger")
        let theirs = try World.open(
            at: world.made.otherBase, world.made, world.client("admin"), day: TestServer.day + 20)
        let keeper = try world.client("keeper")
        let ours = try world.emptyOffering()
        let heading = "编号,姓名,手机号,身份证号\n"
        let row = Array((heading + "9,张一,13900000001,810000199001010019\n").utf8)
        #expect(try stranger.upload(row, to: theirs).added == 1)
        let phone = Array((heading + "9,张一,13900000002,810000199001010019\n").utf8)
        #expect(try keeper.upload(phone, to: ours).badCount == 1)
        #expect(try keeper.upload(row, to: ours).added == 1)
        for changed in ["9,张一,13900000002,810000199001010019", "9,章一,13900000001,810000199001010019"] {
            #expect(try keeper.upload(Array((heading + changed + "\n").utf8), to: ours).badCount == 1, "\(changed)")
        }
    }

    @Test("two rows of a file that are one person, by phone or by who has it, are told and not both taken")
    func onePersonTwice() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        func upload(_ rows: String...) throws -> Uploaded {
            try keeper.upload(
                Array((["number,name,phone,id number"] + rows).joined(separator: "\n").utf8), to: offering)
        }
        // Nobody has this phone yet.
        let fresh = try upload("B1,甲,13911110000,", "B2,乙,13911110000,")
        #expect(fresh.added == 1 && fresh.bad.map(\.line) == [3] && fresh.bad.map(\.column) == ["phone"])
        // 张三 has both.
        let known = try upload("B3,张三,\(World.phones[0]),", "B4,张三,,\(World.identities[0])")
        #expect(known.added == 1 && known.bad.map(\.line) == [3])
        #expect(try keeper.roster(offering).map(\.number).sorted() == ["B1", "B3"])
    }

    @Test("a roster fills in what is not known of a person and changes nothing that is")
    func fillsIn() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        func upload(_ row: String) throws -> Uploaded {
            try keeper.upload(Array("number,name,phone,id number\n\(row)".utf8), to: world.offering)
        }
        // N05 has a phone and no ID number.
        let identity = "110101199003070177"
        let number = try #require(Self.checked(identity))
        #expect(try upload("N05,韩梅梅,,\(number)").changed == 1)
        #expect(try upload("N05,韩梅梅,,\(number)").unchanged == 1)
        // Now found by it, under another number on another roster.
        let offering = try world.emptyOffering()
        _ = try keeper.upload(Array("number,name,id number\nZ1,韩梅梅,\(number)".utf8), to: offering)
        #expect(try keeper.roster(offering).map(\.person) == [try world.person("N05")])
        // Somebody else's ID number under her number is not taken.
        let other = try #require(Self.checked("110101199003070188"))
        #expect(try upload("N05,韩梅梅,,\(other)").bad.map(\.column) == ["id number"])
        // Her own phone stays hers to change.
        #expect(try upload("N05,韩梅梅,13900000001,\(number)").badCount == 0)
        try refused(.wrongCredentials) {
            try world.server.connect().call(
                .accountsLogin, LoginRequest(name: "13900000001", password: "x"), reply: LoginReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM person") == 12 + 5)
    }

    /// Returns the same 17 digits with the right check digit.
    private static func checked(_ number: String) -> String? {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let digits = number.prefix(17).compactMap(\.wholeNumberValue)
        guard digits.count == 17 else { return nil }
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return number.prefix(17) + String(Array("10X98765432")[sum % 11])
    }
}
