import Crypto
import Foundation
import Messages
import Storage

/// A server on which people are recruited: a province with two cities, three counties and a commission at each, another
/// province, four bases, units with trainees, and a cohort. Made once through the protocol, and copied for every test.
final class Intake {
    let server: TestServer
    private(set) var made: Made

    struct Made: Sendable {
        /// By name: regions, commissions, bases, units.
        var places: [String: UInt64] = [:]
        var specialties: [UInt64] = []
        var titles: [UInt64] = []
        var categories: [UInt64] = []
        var types: [UInt64] = []
        var programme: UInt64 = 0
        var cohort: UInt64 = 0
        var sessions: [String: [UInt8]] = [:]
        var persons: [String: UInt64] = [:]
    }

    static let hour: Int64 = 3_600_000
    /// The start of every window of an ordinary round; each ends ten hours after the one before.
    static let start = TestServer.nine
    static let phone = "13900000001"

    init() throws {
        let (image, made) = try Self.foundation.get()
        // Another seed than the world's, whose copy was a copy already.
        server = try TestServer(copying: image, seed: TestServer.seed &+ 7)
        self.made = made
    }

    private static let foundation: Result<(Data, Made), any Error> = Result { try found() }

    var clock: Clock { server.clock }

    func place(_ name: String) throws -> UInt64 {
        guard let place = made.places[name] else { throw Missing(what: name) }
        return place
    }

    /// A person's connection: `admin`, an officer by the name of the region, a base or unit by its name, a trainee.
    func client(_ name: String) throws -> Client {
        guard let session = made.sessions[name] else { throw Missing(what: "a session of \(name)") }
        let client = server.connect()
        let _: LoginReply = try client.call(.accountsResumeSession, ResumeSessionRequest(session: session))
        return client
    }

    // Made once

    private static func found() throws -> (Data, Made) {
        let world = try World()
        let admin = try world.client("admin")
        var made = Made()
        made.sessions["admin"] = world.made.sessions["admin"]
        for (name, level, parent) in [
            ("湖南省", RegionLevel.province, ""), ("长沙市", .city, "湖南省"), ("株洲市", .city, "湖南省"),
            ("浏阳市", .county, "长沙市"), ("宁乡市", .county, "长沙市"), ("醴陵市", .county, "株洲市"),
            ("重庆市", .province, ""), ("巫山县", .county, "重庆市"),
        ] {
            made.places[name] = try admin.region(level, name, under: made.places[parent] ?? 0)
            let seat = try admin.organisation(.commission, name + "卫健委", parent: made.places[name] ?? 0)
            made.places[name + "卫健委"] = seat
            try join(name, .commissionOfficer, over: seat, world, admin, &made)
        }
        made.categories = try ["专科医院", "附属医院", "综合医院", "教学医院"].enumerated().map {
            try admin.catalogue(.baseCategory, "TC\($0)", $1)
        }
        made.types = try ["学科带头人", "医疗技术骨干", "国家县级骨干专科医师"].enumerated().map {
            try admin.catalogue(.personType, "TP\($0)", $1)
        }
        made.specialties = try ["妇产科", "儿科", "急诊科", "麻醉科"].enumerated().map {
            try admin.catalogue(.specialty, "TS\($0)", $1)
        }
        made.titles = try ["主治医师", "副主任医师"].enumerated().map { try admin.catalogue(.title, "TT\($0)", $1) }
        for (index, name) in ["湘雅医院", "省人民医院", "省儿童医院", "市教学医院"].enumerated() {
            let reply: CreateOrganisationReply = try admin.call(
                .organisationsCreateOrganisation,
                CreateOrganisationRequest(
                    kind: .base, name: name, parent: made.places["长沙市"] ?? 0, category: made.categories[index]))
            made.places[name] = reply.organisation?.id
            try join(name, .baseAdmin, over: made.places[name] ?? 0, world, admin, &made)
        }
        for (name, region) in [("浏阳人民医院", "浏阳市"), ("宁乡人民医院", "宁乡市"), ("醴陵中医院", "醴陵市"), ("巫山人民医院", "巫山县")] {
            made.places[name] = try admin.organisation(.unit, name, parent: made.places[region] ?? 0)
            try join(name, .unitAdmin, over: made.places[name] ?? 0, world, admin, &made)
        }
        for (name, unit) in [
            ("张三", "浏阳人民医院"), ("张小三", "浏阳人民医院"), ("李四", "浏阳人民医院"), ("王五", "宁乡人民医院"),
            ("赵六", "醴陵中医院"), ("孙七", "巫山人民医院"),
        ] {
            try trainee(name, of: unit, phone: name == "张三" ? phone : "", world.server, admin, &made)
        }
        let programme: CreateProgrammeReply = try admin.call(
            .programmesCreateProgramme, CreateProgrammeRequest(name: "县级骨干", preset: "county-recruitment"))
        made.programme = programme.programme?.id ?? 0
        let cohort: CreateCohortReply = try admin.call(
            .recruitmentCreateCohort,
            CreateCohortRequest(province: made.places["湖南省"] ?? 0, year: 2026, name: "2026 界"))
        made.cohort = cohort.cohort?.id ?? 0
        return (try world.server.image(), made)
    }

    private static func join(
        _ name: String, _ role: Role, over organisation: UInt64, _ world: World, _ admin: Client, _ made: inout Made
    ) throws {
        try account(name, [RoleGrant(role: role, organisation: organisation)], "", world.server, admin, &made)
    }

    private static func account(
        _ name: String, _ roles: [RoleGrant], _ phone: String, _ server: TestServer, _ admin: Client,
        _ made: inout Made
    ) throws {
        let login = "person\(made.sessions.count)"
        let account: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(name: login, personName: name, phone: phone, roles: roles))
        try server.database.write { transaction in
            try transaction.execute("UPDATE account SET must_change = 0 WHERE name = ?1", login)
        }
        let session: LoginReply = try server.connect().call(
            .accountsLogin, LoginRequest(name: login, password: account.initialPassword))
        made.sessions[name] = session.session
        made.persons[name] = account.person
    }

    private static func trainee(
        _ name: String, of unit: String, phone: String, _ server: TestServer, _ admin: Client, _ made: inout Made
    ) throws {
        try account(name, [], phone, server, admin, &made)
        try server.complete(made.persons[name] ?? 0, unit: made.places[unit] ?? 0)
    }

    /// Adds a trainee to this server; returns the trainee's connection.
    func newcomer(_ name: String, of unit: String) throws -> Client {
        try Self.trainee(name, of: unit, phone: "", server, client("admin"), &made)
        return try client(name)
    }
}
