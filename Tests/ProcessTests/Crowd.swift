import ClientKit
import Foundation
import Messages
import Processes
import Threads

/// A province with one intake round and many applicants that wait for its decision, all made over the protocol.
final class Crowd {
    static let password = "River-stone-42"
    let site: Site
    private let server: ServerSite
    private let admin: Client
    let round: UInt64
    let bases: [UInt64]
    let province: Session
    let baseAdmins: [Session]
    let applications: [UInt64]
    private let city: UInt64
    private let specialty: UInt64

    typealias Session = [UInt8]

    init(_ site: Site, applicants: Int) throws {
        self.site = site
        server = try site.plainSite()
        admin = Client(server, locale: "en")
        try Self.enter(admin, "admin", site.firstPassword)

        let category = try Self.entry(admin, .baseCategory, "综合医院")
        let place = try Self.make(admin, .region, "湖南省", level: .province)
        city = try Self.make(admin, .region, "长沙市", level: .city, under: place)
        let county = try Self.make(admin, .region, "宁乡县", level: .county, under: city)
        let unit = try Self.make(admin, .unit, "宁乡县人民医院", under: county)
        let commission = try Self.make(admin, .commission, "省卫健委", under: place)
        bases = try ["湘雅医院", "省人民医院"].map { [admin, city] in
            try Self.make(admin, .base, $0, under: city, category: category)
        }
        province = try Self.officer(admin, server, "sheng", .commissionOfficer, over: commission)
        baseAdmins = try bases.enumerated().map { [admin, server] in
            try Self.officer(admin, server, "base\($0)", .baseAdmin, over: $1)
        }
        specialty = try Self.entry(admin, .specialty, "急诊医学")
        let (type, title) = try (Self.entry(admin, .personType, "医疗技术骨干"), Self.entry(admin, .title, "主治医师"))
        let programme: CreateProgrammeReply = try admin.call(
            .programmesCreateProgramme, CreateProgrammeRequest(name: "县级骨干", preset: "county-recruitment"))
        let cohort: CreateCohortReply = try admin.call(
            .recruitmentCreateCohort, CreateCohortRequest(province: place, year: 2026, name: "2026 级"))
        let window = RoundWindow(fromMs: WallClock.nowMs() - 3_600_000, toMs: WallClock.nowMs() + 36_000_000)
        let made: RoundReply = try admin.call(
            .recruitmentCreateRound,
            CreateRoundRequest(
                round: IntakeRound(
                    cohort: cohort.cohort?.id ?? 0, programme: programme.programme?.id ?? 0, name: "第一批",
                    kind: .specialty, enrolment: window, levels: [RoundLevel(level: .province, window: window)],
                    admission: window,
                    batches: [
                        PreferenceBatch(
                            name: "第一志愿", preferences: 1, personTypes: [type], baseCategories: [category])
                    ])))
        round = made.round?.id ?? 0
        let _: RoundReply = try admin.call(.recruitmentOpenRound, OpenRoundRequest(round: round))

        let form = EnrolmentForm(
            batch: 1, personType: type, specialty: specialty, title: title, titleSince: 17_000, specialtySince: 16_000,
            preferences: [specialty])
        applications = try Newcomers(site, applicants).enrol(in: round, form, unit: unit) { [admin] in
            try Self.codes(admin)
        }
    }

    func setQuota(_ seats: UInt32) throws {
        let _: SetQuotaReply = try Client(server, locale: "en", session: province).call(
            .recruitmentSetQuota, SetQuotaRequest(round: round, city: city, specialty: specialty, seats: seats))
    }

    /// Returns the server's count, and its recount.
    func quota() throws -> Quota {
        let listed: ListQuotasReply = try Client(site.plainSite(), locale: "en", session: province).call(
            .recruitmentListQuotas, ListQuotasRequest(round: round, recount: true))
        return listed.quotas.first ?? Quota()
    }

    // Preparation

    static func enter(_ client: Client, _ name: String, _ first: String) throws {
        _ = try client.login(name: name, password: first)
        let _: ChangePasswordReply = try client.call(
            .accountsChangePassword, ChangePasswordRequest(oldPassword: first, newPassword: password))
    }

    private static func make(
        _ admin: Client, _ kind: OrganisationKind, _ name: String, level: RegionLevel? = nil,
        under parent: UInt64 = 0, category: UInt64 = 0
    ) throws -> UInt64 {
        let reply: CreateOrganisationReply = try admin.call(
            .organisationsCreateOrganisation,
            CreateOrganisationRequest(kind: kind, name: name, parent: parent, level: level, category: category))
        return reply.organisation?.id ?? 0
    }

    private static func entry(_ admin: Client, _ kind: CatalogueKind, _ name: String) throws -> UInt64 {
        let reply: SaveCatalogueEntryReply = try admin.call(
            .organisationsSaveCatalogueEntry,
            SaveCatalogueEntryRequest(entry: CatalogueEntry(kind: kind, code: "X1", name: name)))
        return reply.entry?.id ?? 0
    }

    /// The codes in the outbox, by the last digits of the phone.
    static func codes(_ admin: Client) throws -> [String: String] {
        var (codes, after): ([String: String], UInt64) = ([:], 0)
        repeat {
            let page: ListSmsOutboxReply = try admin.call(
                .accountsListSmsOutbox, ListSmsOutboxRequest(after: after, limit: 500))
            for entry in page.entries {
                codes[String(entry.phone.suffix(4))] = entry.text.split { !$0.isNumber }.first { $0.count == 6 }
                    .map(String.init)
            }
            after = page.next
        } while after != 0
        return codes
    }

    private static func officer(
        _ admin: Client, _ server: ServerSite, _ name: String, _ role: Role, over organisation: UInt64
    ) throws -> Session {
        let made: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: name, personName: name, roles: [RoleGrant(role: role, organisation: organisation)]))
        let client = Client(server, locale: "en")
        try enter(client, name, made.initialPassword)
        return client.session
    }
}
