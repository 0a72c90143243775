import Messages
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
        let first = try admin.catalogue(.personType, "01", "学科带头人")
        #expect(try admin.catalogue(.personType, "01", "学科带头人（修订）") == first)
        _ = try admin.catalogue(.personType, "02", "医疗技术骨干")
        _ = try admin.catalogue(.title, "01", "主治医师")
        func list(_ request: ListCatalogueRequest) throws -> ListCatalogueReply {
            try admin.call(.organisationsListCatalogue, request)
        }
        let page = try list(.init(kind: .personType, limit: 1))
        #expect(page.entries.map(\.name) == ["学科带头人（修订）"])
        #expect(try list(.init(kind: .personType, after: page.next, limit: 1)).entries.map(\.code) == ["02"])
        let _: SaveCatalogueEntryReply = try admin.call(
            .organisationsSaveCatalogueEntry,
            SaveCatalogueEntryRequest(
                entry: .init(kind: .personType, code: "02", name: "医疗技术骨干", retired: true)))
        #expect(try list(.init(kind: .personType)).entries.map(\.code) == ["01"])
        #expect(try list(.init(kind: .personType, withRetired: true)).entries.map(\.code) == ["01", "02"])
        try refused(.invalid, field: "code") { try admin.catalogue(.title, "", "空") }
        try refused(.invalid, field: "name") { try admin.catalogue(.title, "9", "\u{202E}反") }
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
