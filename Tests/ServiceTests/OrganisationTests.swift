import Messages
import Storage
import Testing

@Suite struct OrganisationTests {
    /// 湖南省 → 长沙市 → 浏阳市 (county), a hospital in it.
    private func tree(_ admin: Client) throws -> (province: UInt64, city: UInt64, county: UInt64, unit: UInt64) {
        let province = try admin.region(.province, "湖南省")
        let city = try admin.region(.city, "长沙市", under: province)
        let county = try admin.region(.county, "浏阳市", under: city)
        return (province, city, county, try admin.organisation(.unit, "浏阳市人民医院", parent: county))
    }

    private func create(_ admin: Client, _ request: CreateOrganisationRequest) throws -> Organisation {
        let reply: CreateOrganisationReply = try admin.call(.organisationsCreateOrganisation, request)
        return reply.organisation ?? Organisation()
    }

    @Test("ORG-1a regions stand as province, city and county; a region on a level not below its parent's is refused")
    func regions() throws {
        let world = try World()
        let admin = try world.client("admin")
        let made = try tree(admin)
        let reply: GetOrganisationReply = try admin.call(
            .organisationsGetOrganisation, GetOrganisationRequest(organisation: made.unit))
        #expect(reply.above.map(\.name) == ["浏阳市", "长沙市", "湖南省"])
        #expect(reply.above.map(\.level) == [.county, .city, .province])
        try refused(.invalid, field: "parent") {
            try create(admin, .init(kind: .region, name: "另一省", parent: made.county, level: .province))
        }
        try refused(.invalid, field: "level") { try create(admin, .init(kind: .region, name: "无级别")) }
        try refused(.invalid, field: "level") {
            try create(admin, .init(kind: .unit, name: "有级别", parent: made.city, level: .city))
        }
        try refused(.invalid, field: "parent") {
            try create(admin, .init(kind: .unit, name: "医院下的医院", parent: made.unit))
        }
        // A county right under a province, as in a municipality.
        _ = try create(admin, .init(kind: .region, name: "直管县", parent: made.province, level: .county))
    }

    @Test("ORG-1b,ORG-1e commissions and committees stand at every level of region")
    func commissions() throws {
        let admin = try World().client("admin")
        let made = try tree(admin)
        for region in [made.province, made.city, made.county] {
            for kind in [OrganisationKind.commission, .committee] {
                #expect(try create(admin, .init(kind: kind, name: "本级", parent: region)).parent == region)
            }
        }
    }

    @Test("ORG-1c a base has a category of the catalogue, and is a training base, an exam base or both")
    func bases() throws {
        let world = try World()
        let admin = try world.client("admin")
        let entry = try admin.catalogue(.baseCategory, "SPEC", "专科医院")
        let both = try create(admin, .init(kind: .base, name: "甲", category: entry))
        #expect(both.trains && both.examines)
        #expect(both.categoryName == "专科医院")
        let one = try create(admin, .init(kind: .base, name: "乙", examines: true))
        #expect(!one.trains && one.examines)
        let other = try admin.catalogue(.specialty, "0300", "内科")
        for category in [other, 1 << 50] {
            try refused(.notFound, field: "category") {
                try create(admin, .init(kind: .base, name: "丙", category: category))
            }
        }
        try refused(.invalid, field: "category") { try create(admin, .init(kind: .unit, name: "丁", category: entry)) }
        try refused(.invalid, field: "category") { try create(admin, .init(kind: .unit, name: "丁", trains: true)) }
    }

    @Test("ORG-1d a unit is an employer, a provider or both")
    func units() throws {
        let admin = try World().client("admin")
        let both = try create(admin, .init(kind: .unit, name: "甲"))
        #expect(both.employs && both.provides)
        let provider = try create(admin, .init(kind: .unit, name: "乙", provides: true))
        #expect(!provider.employs && provider.provides)
        try refused(.invalid, field: "employs") { try create(admin, .init(kind: .base, name: "丙", employs: true)) }
    }

    @Test("ORG-1 an organisation is renamed, moved with all below it, closed and opened again; never below itself")
    func changes() throws {
        let world = try World()
        let admin = try world.client("admin")
        let made = try tree(admin)
        let other = try admin.region(.city, "株洲市", under: made.province)
        func change(_ id: UInt64, _ edit: (inout Organisation) -> Void) throws -> Organisation {
            let got: GetOrganisationReply = try admin.call(
                .organisationsGetOrganisation, GetOrganisationRequest(organisation: id))
            var organisation = got.organisation ?? Organisation()
            edit(&organisation)
            let reply: CreateOrganisationReply = try admin.call(
                .organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: organisation))
            return reply.organisation ?? Organisation()
        }
        func within(_ region: UInt64) throws -> [String] {
            let reply: ListOrganisationsReply = try admin.call(
                .organisationsListOrganisations, ListOrganisationsRequest(within: region))
            return reply.organisations.map(\.name)
        }
        #expect(try within(made.city) == ["长沙市", "浏阳市", "浏阳市人民医院"])
        #expect(try change(made.county) { $0.parent = other }.parent == other)
        #expect(try within(made.city) == ["长沙市"])
        #expect(try within(other) == ["浏阳市", "浏阳市人民医院", "株洲市"])
        #expect(try within(made.province).count == 5)
        // Whatever lies below goes along, however deep.
        _ = try change(other) { $0.parent = 0 }
        #expect(try within(made.province).count == 2)
        #expect(try within(other) == ["浏阳市", "浏阳市人民医院", "株洲市"])
        _ = try change(other) { $0.parent = made.province }
        #expect(try change(made.unit) { $0.name = "浏阳市第一医院" }.name == "浏阳市第一医院")
        try refused(.invalid, field: "parent") { try change(made.province) { $0.parent = other } }
        try refused(.invalid, field: "parent") { try change(other) { $0.parent = other } }
        try refused(.alreadyExists, field: "name") {
            try change(other) { $0.name = "长沙市" }
        }
        #expect(try change(made.unit) { $0.closed = true }.closed)
        #expect(try within(other) == ["浏阳市", "株洲市"])
        #expect(try !change(made.unit) { $0.closed = false }.closed)
        try refused(.notFound, field: "organisation") { try change(1 << 50) { _ in } }
    }

    @Test("ORG-3 a catalogue entry is added once by its code, changed by it, retired, and listed page by page")
    func catalogues() throws {
        let admin = try World().client("admin")
        let first = try admin.catalogue(.specialty, "01", "内科")
        #expect(try admin.catalogue(.specialty, "01", "内科（修订）") == first)
        _ = try admin.catalogue(.specialty, "02", "外科")
        _ = try admin.catalogue(.title, "01", "主治医师")
        func list(_ request: ListCatalogueRequest) throws -> ListCatalogueReply {
            try admin.call(.organisationsListCatalogue, request)
        }
        let page = try list(.init(kind: .specialty, limit: 1))
        #expect(page.entries.map(\.name) == ["内科（修订）"])
        #expect(try list(.init(kind: .specialty, after: page.next, limit: 1)).entries.map(\.code) == ["02"])
        let _: SaveCatalogueEntryReply = try admin.call(
            .organisationsSaveCatalogueEntry,
            SaveCatalogueEntryRequest(
                entry: .init(kind: .specialty, code: "02", name: "外科", retired: true)))
        #expect(try list(.init(kind: .specialty)).entries.map(\.code) == ["01"])
        #expect(try list(.init(kind: .specialty, withRetired: true)).entries.map(\.code) == ["01", "02"])
        try refused(.invalid, field: "code") { try admin.catalogue(.title, "", "空") }
        try refused(.invalid, field: "name") { try admin.catalogue(.title, "9", "\u{202E}反") }
    }

    @Test("ORG-3 a new site knows three person types, and more are added to them")
    func shipped() throws {
        let admin = try World().client("admin")
        _ = try admin.catalogue(.personType, "QK", "全科骨干")
        let reply: ListCatalogueReply = try admin.call(
            .organisationsListCatalogue, ListCatalogueRequest(kind: .personType))
        #expect(reply.entries.map(\.name) == ["学科带头人", "医疗技术骨干", "国家县级骨干专科医师", "全科骨干"])
    }

    @Test("ORG-2 a role is given only over the kind of organisation it belongs to")
    func seats() throws {
        let world = try World()
        let admin = try world.client("admin")
        let made = try tree(admin)
        let commission = try admin.organisation(.commission, "浏阳市卫健局", parent: made.county)
        func grant(_ role: Role, _ organisation: UInt64) throws -> CreateAccountReply {
            try admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: "someone\(organisation)", personName: "某人",
                    roles: [RoleGrant(role: role, organisation: organisation)]))
        }
        for (role, organisation) in [
            (Role.baseAdmin, made.unit), (.commissionOfficer, made.unit), (.unitAdmin, world.made.base),
            (.commissionOfficer, made.county), (.trainee, made.unit),
        ] {
            try refused(.invalid, field: "roles") { try grant(role, organisation) }
        }
        try refused(.invalid, field: "roles.organisation") { try grant(.unitAdmin, 0) }
        try refused(.notFound, field: "roles.organisation") { try grant(.unitAdmin, 1 << 50) }
        _ = try grant(.commissionOfficer, commission)
        _ = try grant(.unitAdmin, made.unit)
    }
}

@Suite struct OrganisationUploadTests {
    private func send(
        _ kind: UploadKind?, _ text: String, _ client: Client, dryRun: Bool = false, allOrNothing: Bool = false
    ) throws -> Uploaded {
        try client.upload(
            Array(text.utf8), to: 0, kind: kind, dryRun: dryRun, allOrNothing: allOrNothing)
    }

    private let tree = """
        类型,名称,所属地区,基地类别,用途
        省,湖南省,,,
        市,长沙市,湖南省,,
        县,浏阳市,湖南省/长沙市,,
        卫健委,浏阳市卫健局,湖南省/长沙市/浏阳市,,
        基地,湘雅医院,湖南省/长沙市,A01,培训、考试
        单位,浏阳市人民医院,湖南省/长沙市/浏阳市,,用人

        """

    @Test(
        "ORG-1,ORG-3,BAT-1 a tree and its catalogues are uploaded from the top down; the same file again changes nothing"
    )
    func uploaded() throws {
        let admin = try World().client("admin")
        let catalogue = "目录,代码,名称,停用\n基地类别,A01,附属医院,\n专业,0300,内科,\n人员类型,1,学科带头人,否\n"
        #expect(try send(.catalogue, catalogue, admin).added == 3)
        let first = try send(.organisations, tree, admin)
        #expect(first.added == 6 && first.badCount == 0, "\(first.bad)")
        for (kind, text, rows) in [(UploadKind.catalogue, catalogue, 3), (.organisations, tree, 6)] {
            let again = try send(kind, text, admin)
            #expect(again.unchanged == UInt32(rows) && again.added == 0 && again.changed == 0, "\(again)")
        }
        let list: ListOrganisationsReply = try admin.call(
            .organisationsListOrganisations, ListOrganisationsRequest(kind: .base, nameContains: "湘雅"))
        #expect(list.organisations.map(\.categoryName) == ["附属医院"])
        #expect(try send(.catalogue, catalogue.replacing("内科", with: "大内科"), admin).changed == 1)
        let changed = try send(.organisations, tree.replacing("培训、考试", with: "培训"), admin)
        #expect(changed.changed == 1 && changed.unchanged == 5)
    }

    @Test(
        "BAT-3a,BAT-3d a dry run judges rows that build on one another and leaves nothing; all or nothing takes all back"
    )
    func dryRun() throws {
        let world = try World()
        let admin = try world.client("admin")
        let before = try world.server.count("SELECT COUNT(*) FROM organisation")
        let text = tree.replacing(",A01,", with: ",,")
        let dry = try send(.organisations, text, admin, dryRun: true)
        #expect(dry.added == 6 && !dry.landed)
        let whole = try send(.organisations, text + "市,无处市,不存在省,,\n", admin, allOrNothing: true)
        #expect(whole.badCount == 1 && !whole.landed)
        #expect(try world.server.count("SELECT COUNT(*) FROM organisation") == before)
        #expect(
            try world.server.count(
                """
                SELECT COUNT(*) FROM organisation_above a WHERE NOT EXISTS \
                (SELECT 1 FROM organisation o WHERE o.id = a.organisation)
                """) == 0)
    }

    @Test("BAT-3c rows that cannot land say why, in the column at fault, and the rest lands")
    func badRows() throws {
        let admin = try World().client("admin")
        admin.locale = "zh"
        let reply = try send(
            .organisations,
            "类型,名称,所属地区,基地类别,用途\n乡,某乡,,,\n基地,甲,,X9,\n单位,乙,不存在省,,\n单位,丙,,,培训\n单位,丁,,,主办\n省,戊,,,\n县,己,戊,,\n市,庚,戊/己,,\n",
            admin)
        #expect(reply.added == 3)
        #expect(reply.bad.map { "\($0.line) \($0.column)" } == ["2 类型", "3 基地类别", "4 所属地区", "5 ", "9 "])
        #expect(reply.bad[0].reason.contains("省、市、县"))
        #expect(reply.bad[4].reason == "市不能设在县之下")
    }

    @Test("BAT-1 only who may send a kind of file is heard, whoever else may upload")
    func roles() throws {
        let world = try World()
        for kind in [UploadKind.organisations, .catalogue] {
            try refused(.notAllowed) { try send(kind, tree, try world.client("keeper")) }
        }
        try refused(.invalid, field: "kind") { try send(nil, tree, try world.client("admin")) }
    }
}
