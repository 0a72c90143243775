import Messages
import Storage
import Testing

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
}
