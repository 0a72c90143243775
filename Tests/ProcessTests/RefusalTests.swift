import Foundation
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct RefusalTests {
    @Test("the exit code tells a wrong command line, no login, a refusal and no server apart")
    func exitCodes() throws {
        let site = try Site()
        let admin = site.user("admin", "rollcall-admin")
        try admin("whoami", exits: 4)
        try admin("offerings", "create", exits: 2)
        try admin.connect()
        try admin("whoami", exits: 4)
        let wrong = try admin(
            "login", "admin", "--json", environment: ["ROLLCALL_PASSWORD": "wrong"], exits: 3)
        #expect(wrong.out.isEmpty && wrong.err.contains(#""error":"wrong_credentials""#))
        #expect(try admin("login", "admin", "--no-input", exits: 2).err.contains("--password-file"))
        let known = try site.administrator()
        #expect(try known("organisations", "add", "base", "湘雅").code == 0)
        let twice = try known(
            "organisations", "add", "base", "湘雅", environment: ["LANG": "zh_CN.UTF-8"], exits: 3)
        #expect(twice.err.contains("已存在"))
        try known("roster", "upload", "1", "/no/such/file", exits: 2)
        let chinese = ["LANG": "zh_CN.UTF-8"]
        #expect(try known("roster", "upload", "1", "/", environment: chinese, exits: 1).err.contains("是目录而非文件"))
        let short = try known("accounts", "add", "ex", "名字", environment: chinese, exits: 3)
        #expect(short.err.contains("账号") && !short.err.contains("名称"), "\(short.err)")
        #expect(try known("--lang", "zh", exits: 2).err.contains("首先运行：rollcall-admin connect"))
        #expect(try site.stop() == 0)
        try known("whoami", exits: 5)
        let serve = try Programs.run(
            "rollcalld", ["serve", "--data", site.data, "--listen", "192.0.2.1:7700"], environment: chinese)
        #expect(serve.code == 1 && serve.err.contains("错误：本机没有此地址"), "\(serve.err)")
    }

    @Test("BAT-3 a roster with bad rows lands in part, tells why, and is whole after mending")
    func roster() throws {
        let site = try Site()
        let course = try Course(site)
        let roster = try site.file("more.csv", "编号,姓名,手机号\nA004,周正,13800000004\nA005,吴错,123\n")
        let mend = site.folder.path + "/mend.csv"
        try course.admin("roster", "upload", course.offering, roster, "--dry-run", exits: 3)
        try course.admin("roster", "upload", course.offering, roster, "--all-or-nothing", exits: 3)
        #expect(try course.admin("roster", "list", course.offering, "--json").rows.count == 3)
        try course.admin("roster", "upload", course.offering, roster, "--mend", mend, exits: 6)
        #expect(try course.admin("roster", "list", course.offering, "--json").rows.count == 4)
        let mended = try String(contentsOfFile: mend, encoding: .utf8).replacing(",123,", with: ",13800000005,")
        try course.admin("roster", "upload", course.offering, try site.file("mended.csv", mended))
        #expect(try course.admin("roster", "list", course.offering, "--json").rows.count == 5)
    }

    @Test("pages of a list join without a gap, and --all has every row")
    func pages() throws {
        let site = try Site()
        let admin = try site.administrator()
        for number in 1...5 { try admin("organisations", "add", "unit", "单位\(number)") }
        let all = try admin("organisations", "list", "--all", "--json").rows.map { $0["name"] as? String }
        var joined: [String?] = []
        var after = "0"
        while true {
            let page = try admin("organisations", "list", "--limit", "2", "--after", after, "--json")
            joined += try page.rows.map { $0["name"] as? String }
            guard let next = page.err.split(separator: "--after ").last, page.err.contains("--after") else { break }
            after = String(next.prefix { $0.isNumber })
        }
        #expect(all.count == 5 && joined == all)
    }

    @Test("a site with another fingerprint is refused before anything is said to it")
    func wrongSite() throws {
        let site = try Site()
        let other = try Site()
        let user = site.user("somebody", "rollcall")
        let refused = try user("connect", other.tls, "--site", site.fingerprint, "--json", exits: 1)
        #expect(refused.err.contains("wrong_site"))
        try user("connect", site.tls, "--no-input", exits: 2)
        try user("connect", site.tls, "--site", "AAAAA-AAAAA", exits: 2)

        // Another site's key answers at the right address.
        try user.connect()
        let port = site.tls
        #expect(try site.stop() == 0)
        #expect(try other.stop() == 0)
        try other.start(tls: port)
        let met = try user("login", "admin", "--json", environment: ["ROLLCALL_PASSWORD": "x"], exits: 1)
        #expect(met.err.contains("wrong_site"))
    }

    @Test("without TLS only this machine is reached, by client and by server")
    func plain() throws {
        let site = try Site()
        let user = site.user("somebody", "rollcall")
        try user("connect", "192.0.2.1:7700", "--plain", "--site", site.fingerprint, exits: 2)
        try user("connect", site.plain, "--plain", "--site", site.fingerprint)
        try user("whoami", exits: 4)
        let terminal = site.user("door", "rollcall-terminal")
        #expect(try terminal("sync", exits: 4).err.contains("enrol CODE --server"))
        let served = try Programs.run(
            "rollcalld", ["serve", "--data", site.folder.path + "/data", "--plain", "0.0.0.0:0"], environment: [:])
        #expect(served.code != 0 && served.out.isEmpty)
    }

    @Test("SYN-1a an enrolment code is spent by the first terminal; another site's code is refused")
    func enrolment() throws {
        let site = try Site()
        let course = try Course(site)
        let (code, card) = try course.enrolmentCode("门口")
        let first = site.user("first", "rollcall-terminal")
        let second = site.user("second", "rollcall-terminal")
        #expect(try first("enrol", code, "--server", site.tls, exits: 2).err.contains("--site"))
        try first("enrol", code.lowercased(), "--server", site.tls, "--site", site.fingerprint)
        let file = "@" + (try site.file("card", card + "\n"))
        let spent = try second("enrol", file, "--server", site.tls, "--json", exits: 3)
        #expect(spent.err.contains("enrolment_code_invalid"))
        for mistyped in [String(code.dropLast()) + "?", "RE1-" + code, card + "0"] {
            try second("enrol", mistyped, "--server", site.tls, "--site", site.fingerprint, exits: 2)
        }

        let other = try Site()
        let stolen = try second("enrol", try course.enrolmentCode("侧门").card, "--server", other.tls, "--json", exits: 1)
        #expect(stolen.err.contains("wrong_site"))
    }

    @Test("the session is for its owner's eyes, and over after logout")
    func session() throws {
        let site = try Site()
        let admin = try site.administrator()
        for file in ["session", "server"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: admin.homePath + "/" + file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        let token = try Data(contentsOf: URL(fileURLWithPath: admin.homePath + "/session"))
        try admin("logout")
        try admin("whoami", exits: 4)
        try token.write(to: URL(fileURLWithPath: admin.homePath + "/session"))
        try admin("whoami", exits: 4)
    }
}
