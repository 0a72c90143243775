import Domain
import Foundation
import Messages
import Storage
import Testing

@testable import Service

@Suite struct ProfileTests {
    private static let basic = [("sex", "男"), ("birth_date", "1990-03-07"), ("ethnicity", "汉族")]
    private static let contact = [("address", "长沙市芙蓉区 1 号")]
    private static let education = [
        ("degree", "本科"), ("school", "中南大学"), ("major", "临床医学"), ("graduated", "2013-06-30"),
    ]
    private static let unit = [("unit", "某某医院"), ("department", "急诊科"), ("title", "主治医师")]

    private func profile(_ client: Client, programme: UInt64 = 0) throws -> GetProfileReply {
        try client.call(.profilesGet, GetProfileRequest(programme: programme))
    }

    private func save(
        _ client: Client, _ section: ProfileSection?, _ values: [(String, String)], revision: UInt32 = 0
    ) throws -> Profile {
        let reply: SaveProfileReply = try client.call(
            .profilesSave,
            SaveProfileRequest(
                section: section, revision: revision, fields: values.map { .init(name: $0.0, value: $0.1) }))
        return try #require(reply.section)
    }

    private func value(_ profile: Profile, _ name: String) -> String? {
        profile.fields.first { $0.name == name }?.value
    }

    @Test("ACC-8 a profile has four sections, each complete when its required fields are filled in")
    func sections() throws {
        let world = try World()
        let trainee = try world.client("N03")
        let before = try profile(trainee)
        #expect(before.sections.map(\.section) == [.basic, .contact, .education, .unit])
        #expect(before.sections[0].missing == ["sex", "birth_date", "ethnicity"])
        #expect(before.sections[2].missing == ["degree", "school", "major", "graduated"])
        let given: [(ProfileSection, [(String, String)])] = [
            (.basic, Self.basic), (.contact, Self.contact), (.education, Self.education), (.unit, Self.unit),
        ]
        for (section, values) in given {
            let saved = try save(trainee, section, values)
            #expect(saved.missing.isEmpty, "\(section): \(saved.missing)")
            #expect(saved.revision == 1)
        }
        let after = try profile(trainee)
        #expect(after.sections.flatMap(\.missing) == [])
        #expect(value(after.sections[0], "sex") == "male")
        #expect(value(after.sections[1], "phone") == "138****0003")
        #expect(value(after.sections[3], "unit") == "某某医院")
        // A field taken away is missing again; the others stay.
        let emptied = try save(trainee, .education, [("major", "")], revision: 1)
        #expect(emptied.missing == ["major"])
        #expect(value(emptied, "school") == "中南大学")
    }

    @Test("ACC-8 what a programme's profileSections asks for and is missing is told by name")
    func demanded() throws {
        let world = try World()
        let admin = try world.client("admin")
        var programmes: [String: UInt64] = [:]
        for preset in ["county-recruitment", "tianjin-cpr", "shaanxi-cme", "hunan-cme"] {
            let made: CreateProgrammeReply = try admin.call(
                .programmesCreateProgramme, CreateProgrammeRequest(name: preset, preset: preset))
            programmes[preset] = made.programme?.id
        }
        let trainee = try world.newcomer("wang", name: "王五")
        func demanded(_ preset: String) throws -> [String] {
            try profile(trainee, programme: programmes[preset] ?? 0).demanded
        }
        #expect(try demanded("hunan-cme").isEmpty)
        #expect(try demanded("tianjin-cpr") == ["sex", "birth_date", "ethnicity"])
        #expect(try demanded("shaanxi-cme") == ["id_number", "phone", "unit", "title"])
        #expect(Set(try demanded("county-recruitment")).isSuperset(of: ["sex", "address", "school", "department"]))
        _ = try save(trainee, .basic, Self.basic)
        #expect(try demanded("tianjin-cpr").isEmpty)
        _ = try save(trainee, .unit, Self.unit)
        #expect(try demanded("shaanxi-cme") == ["id_number", "phone"])
        try refused(.notFound, field: "programme") { try profile(trainee, programme: 99) }
    }

    @Test("ACC-8 a section saved since it was shown is not overwritten unseen")
    func stale() throws {
        let world = try World()
        let (here, there) = (try world.client("N03"), try world.client("N03"))
        #expect(try save(here, .contact, [("address", "甲")]).revision == 1)
        try refused(.staleContext, field: "revision") { try save(there, .contact, [("address", "乙")]) }
        #expect(try save(there, .contact, [("address", "乙")], revision: 1).revision == 2)
        try refused(.staleContext) { try save(here, .contact, [("address", "丙")], revision: 1) }
        try refused(.staleContext) { try save(here, .contact, [("address", "丙")], revision: 3) }
        #expect(value(try profile(here).sections[1], "address") == "乙")
    }

    @Test("ACC-8 sex and birth date are those of the verified ID number")
    func agreement() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        _ = try save(wang, .basic, [("sex", "女"), ("birth_date", "1991-01-01"), ("ethnicity", "苗族")])
        _ = try wang.verify("王五", Papers.number(11))
        let basic = try profile(wang).sections[0]
        #expect((value(basic, "sex"), value(basic, "birth_date")) == ("male", "1990-03-07"))
        #expect(basic.fields.filter(\.fixed).map(\.name) == ["name", "sex", "birth_date", "id_number"])
        try refused(.invalid, field: "sex") { try save(wang, .basic, [("sex", "女")], revision: 1) }
        try refused(.invalid, field: "birth_date") {
            try save(wang, .basic, [("birth_date", "1990-03-08")], revision: 1)
        }
        try refused(.wrongState, field: "name") { try save(wang, .basic, [("name", "王六")], revision: 1) }
        #expect(try save(wang, .basic, [("birth_date", "1990-03-07")], revision: 1).missing.isEmpty)
    }

    @Test("ACC-8 hostile values, unknown fields and fields of another section are refused, and nothing is kept")
    func hostile() throws {
        let world = try World()
        let trainee = try world.client("N03")
        for (name, text) in [
            ("ethnicity", String(repeating: "族", count: 10_000)), ("ethnicity", "汉\u{202E}"), ("ethnicity", "\u{0}"),
            ("sex", "\u{200B}"), ("birth_date", "2023-02-29"), ("birth_date", "2026-10-03"), ("phone", "13900000000"),
            ("address", "x"), ("", ""), ("id_number", World.identities[0]),
        ] {
            #expect(throws: Client.Refusal.self) { try save(trainee, .basic, [("ethnicity", "汉族"), (name, text)]) }
        }
        #expect(throws: Client.Refusal.self) { try save(trainee, nil, []) }
        #expect(throws: Client.Refusal.self) {
            try save(trainee, .basic, (0...20).map { _ in ("ethnicity", "汉族") })
        }
        #expect(try profile(trainee).sections[0].revision == 0)
    }

    @Test("ACC-8 a unit is chosen by its id, and only one that takes part")
    func unitByID() throws {
        let world = try World()
        let (unit, _) = try world.unit("第三医院", account: "third")
        let trainee = try world.client("N03")
        try refused(.notFound, field: "unit") { try save(trainee, .unit, [("unit", "\(world.made.base)")]) }
        try refused(.notFound, field: "unit") { try save(trainee, .unit, [("unit", "99")]) }
        let saved = try save(trainee, .unit, [("unit", "\(unit)")])
        #expect(value(saved, "unit") == "第三医院")
        #expect(try world.server.count("SELECT COUNT(*) FROM profile_unit WHERE organisation = ?1", unit) == 1)
        _ = try save(trainee, .unit, [("unit", "别的医院")], revision: 1)
        #expect(try world.server.count("SELECT COUNT(*) FROM profile_unit") == 0)
    }

    @Test("ACC-11c what a profile says is sealed at rest")
    func sealed() throws {
        let world = try World()
        _ = try save(world.client("N03"), .contact, [("address", "芙蓉中路一段-特征-42"), ("email", "someone@example.org")])
        let image = try world.server.image()
        #expect(image.range(of: Data("特征-42".utf8)) == nil)
        #expect(image.range(of: Data("someone@example.org".utf8)) == nil)
    }

    @Test("ACC-3 a programme that asks for a self-declared name is satisfied by saving it")
    func declared() throws {
        let world = try World()
        let programme = try world.programme("陕西", evidence: "self-declared")
        let wang = try world.newcomer("wang", name: "王五")
        #expect(try !wang.identity(programme: programme).satisfied)
        _ = try wang.verify("王五", "")
        #expect(try wang.identity(programme: programme).satisfied)
        #expect(try wang.identity().level == .declared)
    }
}
