import Messages
import Storage
import Testing

@testable import Service

@Suite struct UploadEffectTests {
    @Test("ORG-1, BAT-1 a file changes what it says of a closed organisation, and does not open it")
    func closed() throws {
        let world = try World()
        let admin = try world.client("admin")
        let unit = try admin.organisation(.unit, "旧单位")
        let _: CreateOrganisationReply = try admin.call(
            .organisationsChangeOrganisation,
            ChangeOrganisationRequest(
                organisation: Organisation(id: unit, name: "旧单位", employs: true, provides: true, closed: true)))
        let file = "类型,名称,所属地区,基地类别,用途\n单位,旧单位,,,用人\n"
        #expect(try admin.upload(Array(file.utf8), to: 0, kind: .organisations).changed == 1)
        let got: GetOrganisationReply = try admin.call(
            .organisationsGetOrganisation, GetOrganisationRequest(organisation: unit))
        #expect(got.organisation?.closed == true && got.organisation?.provides == false)
    }

    @Test("a piece of a file opens as that piece of that file alone")
    func pieces() throws {
        let uploads = try World().server.service.uploads
        let sealed = uploads.encrypt(piece: [1, 2, 3], 0, of: 7) { [UInt8](repeating: 4, count: $0) }
        #expect(try uploads.decrypt(piece: sealed, 0, of: 7) == [1, 2, 3])
        #expect(throws: (any Error).self) { try uploads.decrypt(piece: sealed, 1, of: 7) }
        #expect(throws: (any Error).self) { try uploads.decrypt(piece: sealed, 0, of: 8) }
    }

    @Test("BAT-3a, BAT-3d, ACC-9a a file of people that is taken back tells no passwords", arguments: [true, false])
    func takenBack(isDry: Bool) throws {
        let world = try World()
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        let file = "姓名,手机号\n新人,13900000001\n" + (isDry ? "" : "坏行,1390000\n")
        let reply = try admin.upload(
            Array(file.utf8), to: unit, kind: .trainees, dryRun: isDry, allOrNothing: !isDry)
        #expect(reply.added == 1 && !reply.landed && reply.accountsFile.isEmpty)
        #expect(try world.server.count("SELECT COUNT(*) FROM person WHERE name = '新人'") == 0)
        let landed = try admin.upload(Array("姓名,手机号\n新人,13900000001\n".utf8), to: unit, kind: .trainees)
        #expect(landed.landed && !landed.accountsFile.isEmpty)
    }

    @Test(
        "ACC-7a, BAT-1 a file gives many organisations their accounts, each with a first password that works; the same file again changes none"
    )
    func organisationAccounts() throws {
        let world = try World()
        let admin = try world.client("admin")
        let (north, south) = (try admin.region(.province, "北省"), try admin.region(.province, "南省"))
        let twin = try admin.organisation(.unit, "人民医院", parent: north)
        _ = try admin.organisation(.unit, "人民医院", parent: south)
        let file = Array(
            """
            机构名称,所属地区,账号
            第一培训基地,,base.one
            人民医院,北省,North.One
            人民医院,,south.one
            无此机构,,nobody
            第二培训基地,,u123
            """.utf8)
        let uploaded = try admin.upload(file, to: 0, kind: .organisationAccounts)
        #expect(uploaded.added == 2 && uploaded.bad.map(\.line) == [4, 5, 6])
        let rows = String(decoding: uploaded.accountsFile, as: UTF8.self).split(separator: "\r\n").dropFirst()
        let cells = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(cells.map { $0[0] } == ["第一培训基地", "人民医院"] && cells.map { $0[2] } == ["base.one", "north.one"])
        let opened = try world.server.connect().open("north.one", cells[1][3])
        #expect(opened.organisation == twin && opened.mustAddPerson)
        let again = try admin.upload(file, to: 0, kind: .organisationAccounts)
        #expect(again.unchanged == 2 && again.added == 0 && again.accountsFile.isEmpty)
        #expect(try world.server.connect().open("north.one", cells[1][3]).organisation == twin)
        let others = Array("机构名称,账号\n第一培训基地,other\n第二培训基地,base.one\n".utf8)
        let clashing = try admin.upload(others, to: 0, kind: .organisationAccounts)
        #expect(clashing.badCount == 2 && clashing.added == 0)
        try refused(.notAllowed) { try world.client("keeper").upload(file, to: 0, kind: .organisationAccounts) }
    }
}
