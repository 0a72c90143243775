import Foundation
import Loopback
import Processes
import Testing

/// Certificates of a whole server: entered, given out as files, and verified on the page for everybody.
@Suite(.serialized, .timeLimit(.minutes(15))) struct VerificationPageTests {
    @Test(
        "CRT-2c a phone verifies a certificate on a page; unknown numbers and wrong codes get the same one; guessing is slowed"
    )
    func page() throws {
        let site = try Site { data in
            let settings = """
                {"http": {"listen": "127.0.0.1:0", "public_address": "https://rollcall.example/"}}
                """
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
        let admin = try site.administrator()
        let base = try admin("organisations", "add", "base", "湘雅基地", "--json").id()
        let password = try #require(
            try admin("accounts", "add", "clerk", "陈文员", "--role", "base-admin@\(base)", "--json").rows.first?[
                "initial_password"] as? String)
        let clerk = site.user("clerk", "rollcall-admin")
        try clerk.connect()
        try clerk.login("clerk", first: password)
        let added = try clerk(
            "certificates", "add", base, "--name", "欧阳<娜>", "--title", "住院医师规范化培训（内科）", "--until", "2019-06-30",
            "--issued",
            "2019-07-10", "--number", "湘规培(2019)0017", "--cohort", "2016届", "--json")
        let code = try #require(try added.rows.first?["code"] as? String)
        let id = try added.id()

        try until("the listener") { try site.hasLogged("listening for HTTP") }
        let line = try site.logged().first { $0["event"] as? String == "listening for HTTP" }
        let port = try #require((line?["port"] as? String).flatMap { UInt16($0) })
        let number = "%E6%B9%98%E8%A7%84%E5%9F%B9(2019)0017"
        func ask(_ path: String, _ headers: String...) throws -> (status: Int, body: String) {
            try Caller.ask(port, "GET \(path)", headers: headers)
        }
        let valid = try ask("/c/\(number)/\(code)")
        #expect(valid.status == 200 && valid.body.contains("证书有效") && valid.body.contains("湘规培(2019)0017"))
        #expect(valid.body.contains("欧***") && !valid.body.contains("娜") && valid.body.contains("2019-06-30"))
        let english = try ask("/c/?number=\(number)&code=\(code.lowercased())", "Accept-Language: en")
        #expect(english.status == 200 && english.body.contains("This certificate is valid."))
        #expect(try ask("/c/").body.contains("<form"))
        let wrong = try ask("/c/\(number)/7777-7777-7777")
        let unknown = try ask("/c/2026-1/\(code)")
        #expect(wrong == unknown && wrong.status == 404)

        // What is printed: a file whose code this site has signed.
        let out = site.folder.path + "/files"
        let file = try clerk("certificates", "export", id, "--out", out, "--json").rows.first?["file"] as? String
        let path = try #require(file)
        let pdf = try Programs.run("/usr/bin/pdfsig", ["-nocert", path], environment: [:])
        #expect(pdf.out.contains("Signature is Valid.") && pdf.out.contains("Total document signed"), "\(pdf.out)")
        let picture = out + "/page"
        _ = try Programs.run(
            "/usr/bin/pdftoppm", ["-png", "-r", "150", "-singlefile", path, picture], environment: [:])
        // Of other kinds of codes it finds some that are not there.
        let scanned = try Programs.run(
            "/usr/bin/zbarimg",
            ["--quiet", "--raw", "--set", "*.enable=0", "--set", "qrcode.enable=1", picture + ".png"], environment: [:])
        let text = scanned.out.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(text.hasPrefix("https://rollcall.example/c/%E6%B9%98%E8%A7%84%E5%9F%B9%282019%290017/\(code)#"))
        let anybody = site.user("anybody", "rollcall")
        try anybody.connect()
        let offline = try anybody("verify-certificate", text, "--json").rows.first
        #expect(offline?["name"] as? String == "欧阳<娜>" && offline?["state"] as? String == "signed")
        try anybody("verify-certificate", text.dropLast() + "7", exits: 3)
        try anybody("verify-certificate", "湘规培(2019)0017", code)

        try clerk("certificates", "revoke", id, "--reason", "登记有误", "--yes")
        #expect(try ask("/c/\(number)/\(code)").body.contains("证书已撤销"))
        try anybody("verify-certificate", "湘规培(2019)0017", code, exits: 3)

        // A proxy on this machine tells whose tries they are.
        var statuses: [Int: Int] = [:]
        for guess in 0..<100 {
            statuses[try ask("/c/2026-\(guess)/x", "X-Forwarded-For: 203.0.113.9").status, default: 0] += 1
        }
        #expect(statuses[404] ?? 0 < 20 && statuses[429] ?? 0 > 80, "\(statuses)")
        #expect(try ask("/c/\(number)/\(code)", "X-Forwarded-For: 203.0.113.9").status == 429)
        #expect(try ask("/c/\(number)/\(code)", "X-Forwarded-For: 203.0.113.10").status == 200)
        #expect(try site.stop() == 0)
    }
}
