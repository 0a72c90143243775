import Foundation
import Processes
import Testing

/// An approved offering of today with three people on its roster, made with the administrator's commands.
struct Course {
    let admin: User
    let base: String
    let offering: String
    let day: String
    /// The zone of its windows, in which it is noon.
    let zone: String
    private let programme: String
    private let project: String
    private let roster: String

    /// A zone in which it is noon now, so that no test runs near midnight.
    private static func noon() -> (zone: String, day: String) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let now = Date()
        let offset = 12 - calendar.component(.hour, from: now)
        let date = calendar.dateComponents([.year, .month, .day], from: now + Double(offset) * 3600)
        let day = String(format: "%04d-%02d-%02d", date.year ?? 0, date.month ?? 0, date.day ?? 0)
        return (offset == 0 ? "UTC" : "Etc/GMT\(offset > 0 ? "-" : "+")\(abs(offset))", day)
    }

    init(_ site: Site) throws {
        admin = try site.administrator()
        (zone, day) = Self.noon()
        base = try admin("organisations", "add", "base", "湘雅基地", "--json").id()
        programme = try admin(
            "programmes", "create", "湖南继教", "--preset", "hunan-cme", "--time-zone", zone, "--set", "leadDays=0",
            "--set", "identityEvidence=self-declared", "--set", "evaluationGates=none", "--json"
        ).id()
        project = try admin(
            "projects", "create", "2026-01-001", "急救培训", "--owner", base, "--hours", "12", "--credits", "3",
            "--course", "心肺复苏:6:1.5", "--course", "除颤:6:1.5", "--json"
        ).id()
        offering = try admin(
            "offerings", "create", "第一期", "--programme", programme, "--project", project, "--base", base, "--date",
            "\(day):12", "--window", "\(day) 10:00-14:00", "--json"
        ).id()
        roster = try site.file(
            "roster.csv", "编号,姓名,手机号\nA001,王芳,13800000001\nA002,李强,13800000002\nA003,赵敏,13800000003\n")
        let upload = try admin("roster", "upload", offering, roster, "--json")
        #expect(try upload.rows.first?["added"] as? Int == 3)
        try admin("offerings", "submit", offering)
        try admin("offerings", "approve", offering)
    }

    /// A second offering for the same people, approved.
    func another(_ title: String, hours: String = "10:00-14:00", daysLater: Int = 0) throws -> String {
        let date = try Date(day, strategy: .iso8601.year().month().day()) + Double(daysLater) * 86_400
        let day = date.formatted(.iso8601.year().month().day())
        let id = try admin(
            "offerings", "create", title, "--programme", programme, "--project", project, "--base", base, "--date",
            "\(day):12", "--window", "\(day) \(hours)", "--json"
        ).id()
        try admin("roster", "upload", id, roster, "--json")
        try admin("offerings", "submit", id)
        try admin("offerings", "approve", id)
        return id
    }

    /// A session of another programme in a week.
    func session(in programme: String, places: Int = 5) throws -> String {
        let date = try Date(day, strategy: .iso8601.year().month().day()) + 7 * 86_400
        let day = date.formatted(.iso8601.year().month().day())
        let id = try admin(
            "offerings", "create", "周末班", "--programme", programme, "--project", project, "--base", base, "--date",
            "\(day):12", "--window", "\(day) 10:00-14:00", "--json"
        ).id()
        try admin("offerings", "submit", id)
        try admin("courses", "publish", id, "--location", "示教室", "--capacity", "\(places)")
        return id
    }

    /// A terminal of the base, enrolled and with the roster.
    func terminal(_ name: String) throws -> User {
        let terminal = admin.site.user(name, "rollcall-terminal")
        try terminal("enrol", try enrolmentCode(name).card, "--server", admin.site.tls)
        try terminal("sync")
        return terminal
    }

    func enrolmentCode(_ name: String) throws -> (code: String, card: String) {
        let made = try #require(try admin("terminals", "code", name, "--base", base, "--json").rows.first)
        #expect(made["site"] as? String == admin.site.fingerprint)
        return (try #require(made["code"] as? String), try #require(made["card"] as? String))
    }

    func examiner(_ account: String, _ name: String) throws -> String {
        try admin("accounts", "add", account, name, "--role", "examiner@\(base)", "--json").id("person")
    }
}
