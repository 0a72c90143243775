import Messages
import Testing

/// ORG-1: rows that name regions and categories as people do.
@Suite struct OrganisationNameTests {
    @Test(
        "ORG-1 a region that only one place is called is found by its name, and a category by its name as by its code")
    func names() throws {
        let world = try World()
        let admin = try world.client("admin")
        let hunan = try admin.region(.province, "湖南省")
        let changsha = try admin.region(.city, "长沙市", under: hunan)
        for city in [changsha, try admin.region(.city, "株洲市", under: hunan)] {
            _ = try admin.region(.county, "城区", under: city)
        }
        try admin.catalogue(.baseCategory, "G1", "综合医院")
        func upload(_ row: String) throws -> Uploaded {
            try admin.upload(
                Array("类型,名称,所属地区,基地类别,用途\n\(row)\n".utf8), to: 0, kind: .organisations)
        }
        #expect(try upload("基地,甲医院,长沙市,综合医院,培训").added == 1)
        #expect(try upload("基地,甲医院,湖南省/长沙市,G1,培训").unchanged == 1)
        #expect(try upload("基地,乙医院,城区,G1,培训").bad.map(\.column) == ["所属地区"])
        #expect(try upload("基地,乙医院,长沙市/城区,G1,培训").added == 1)
        #expect(try upload("基地,丙医院,长沙市,专科,培训").bad.map(\.column) == ["基地类别"])
    }

    @Test(
        "ORG-1 a name that is written with other brackets, widths or blanks is the same organisation, and stays as it was"
    )
    func writtenOtherwise() throws {
        let world = try World()
        let admin = try world.client("admin")
        let hunan = try admin.region(.province, "湖南省")
        let first = try admin.organisation(.unit, "第二医院(分院)", parent: hunan)
        func upload(_ row: String) throws -> Uploaded {
            try admin.upload(Array("类型,名称,所属地区\n\(row)\n".utf8), to: 0, kind: .organisations)
        }
        for name in ["第二医院（分院）", "第 二 医院(分院)", "第二医院(分院)"] {
            #expect(try upload("单位,\(name),湖南省").unchanged == 1, "\(name)")
            try refused(.alreadyExists, field: "name") { try admin.organisation(.unit, name, parent: hunan) }
        }
        #expect(try upload("单位,第二医院（总院）,湖南省").added == 1)
        let listed: ListOrganisationsReply = try admin.call(
            .organisationsListOrganisations, ListOrganisationsRequest(kind: .unit, nameContains: "第二医院"))
        #expect(listed.organisations.map(\.name) == ["第二医院(分院)", "第二医院（总院）"])
        // A correction of the way it is written is its own, not another organisation.
        var own = try #require(listed.organisations.first { $0.id == first })
        own.name = "第二医院（分院）"
        let changed: CreateOrganisationReply = try admin.call(
            .organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: own))
        #expect(changed.organisation?.name == "第二医院（分院）")
    }
}
