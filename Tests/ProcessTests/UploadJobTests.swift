import Foundation
import Processes
import Testing

/// Uploads whose command or server ends midway.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct UploadJobTests {
    private static let rows = 1500

    private func people(_ site: Site) throws -> String {
        try site.file(
            "people.csv", "姓名,手机号\n" + (0..<Self.rows).map { "学员,\(13_100_000_000 + $0)\n" }.joined())
    }

    /// Starts an upload and ends its command once the server has the file.
    private func begin(_ admin: User, _ unit: String, _ file: String) throws -> String {
        let upload = Programs.process(
            admin.program, ["members", "upload", unit, file, "--accounts", admin.homePath + "/lost.csv"],
            environment: ["ROLLCALL_HOME": admin.homePath])
        try upload.run()
        while true {
            if let job = try admin("jobs", "list", "--json").rows.first, let id = job["id"] as? Int {
                kill(upload.processIdentifier, SIGKILL)
                upload.waitUntilExit()
                return String(id)
            }
        }
    }

    @Test(
        "BAT-3b, ACC-6c with the command and the server killed the upload goes on, and first passwords wait in its job")
    func killed() throws {
        let site = try Site()
        let admin = try site.administrator()
        let unit = try admin("organisations", "add", "unit", "第一人民医院", "--json").id()
        let job = try begin(admin, unit, try people(site))
        let port = site.tls
        try site.kill()
        try site.start(tls: port)
        let shown = try admin("jobs", "show", job, "--wait", "--json")
        #expect(try shown.rows.first?["added"] as? Int == Self.rows)
        #expect(try shown.rows.first?["state"] as? String == "done")
        let accounts = admin.homePath + "/accounts.csv"
        try admin("jobs", "report", job, "--accounts", accounts)
        let text = try String(contentsOfFile: accounts, encoding: .utf8)
        #expect(text.split(separator: "\r\n").count == Self.rows + 1)
        let rights = try FileManager.default.attributesOfItem(atPath: accounts)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        // Delivered once: the server has deleted them.
        #expect(try admin("jobs", "list", "--json").rows.first?["has_accounts"] as? Bool == false)
        try admin("jobs", "report", job, "--accounts", admin.homePath + "/again.csv")
        #expect(!FileManager.default.fileExists(atPath: admin.homePath + "/again.csv"))
    }

    @Test(
        "BAT-3f a file larger than one call, whose command and server are killed on the way, goes on where the server stands"
    )
    func large() throws {
        let site = try Site()
        let admin = try site.administrator()
        let unit = try admin("organisations", "add", "unit", "第一人民医院", "--json").id()
        let blank = String(repeating: " ", count: 4000) + ",\n"
        let file = try site.file(
            "large.csv",
            "姓名,手机号\n" + String(repeating: blank, count: 8000)
                + (0..<300).map { "学员,\(13_100_000_000 + $0)\n" }.joined())
        let job = try begin(admin, unit, file)
        let port = site.tls
        try site.kill()
        try site.start(tls: port)
        let left = try admin("jobs", "show", job)
        #expect(left.out.contains("arriving") && left.err.contains("the same command"), "\(left.out) \(left.err)")
        let accounts = admin.homePath + "/accounts.csv"
        let sent = try admin("members", "upload", unit, file, "--accounts", accounts)
        #expect(sent.err.contains("job \(job) has "), "\(sent.err)")
        #expect(sent.out == "300 rows: 300 added, 0 changed, 0 unchanged, 0 bad (UTF-8)\n")
        #expect(try String(contentsOfFile: accounts, encoding: .utf8).split(separator: "\r\n").count == 301)
        try admin("jobs", "undo", job, "--reason", "传错了文件", exits: 2)
        let undone = try admin("jobs", "undo", job, "--reason", "传错了文件", "--yes")
        #expect(undone.out == "job \(job): 300 of 300 rows taken back, 0 stay\n")
        try admin("jobs", "undo", job, "--reason", "传错了文件", "--yes", exits: 3)
    }

    @Test("BAT-3b a job is cancelled by its id, and the exit code says what became of it")
    func cancelled() throws {
        let site = try Site()
        let admin = try site.administrator()
        let unit = try admin("organisations", "add", "unit", "第一人民医院", "--json").id()
        let job = try begin(admin, unit, try people(site))
        let cancelled = try admin("jobs", "cancel", job, "--json")
        #expect(try cancelled.rows.first?["state"] as? String == "cancelled")
        let landed = try cancelled.rows.first?["landed"] as? Bool
        try admin("jobs", "report", job, exits: landed == true ? 6 : 3)
        try admin("jobs", "cancel", job, exits: 3)
        try admin("jobs", "show", "999999", exits: 3)
    }

    @Test("an upload reads standard input, and says nothing but its report where nobody looks")
    func quiet() throws {
        let site = try Site()
        let admin = try site.administrator()
        let unit = try admin("organisations", "add", "unit", "第一人民医院", "--json").id()
        let rows = "姓名,手机号\n新人,13900000001\n"
        // An existing file of passwords does not prevent a dry run.
        let accounts = try site.file("accounts.csv", "kept")
        let dry = try admin(
            "members", "upload", unit, "-", "--dry-run", "--accounts", accounts, input: rows)
        #expect(dry.out == "1 rows: 1 added, 0 changed, 0 unchanged, 0 bad (UTF-8)\n")
        #expect(dry.err == "nothing was written\n")
        try admin("members", "upload", unit, "-", "--accounts", accounts, input: rows, exits: 2)
        #expect(try String(contentsOfFile: accounts, encoding: .utf8) == "kept")
    }
}
