import Domain
import Foundation
import GatewaySimulator
import Processes
import Testing
import Threads

/// Runs the commands of Docs/CommandLine.md as they are written there, in Chinese, each with what those before it have printed.
@Suite(.timeLimit(.minutes(15))) struct CommandLineTests {
    @Test("every command of the page on the command line works as it is written there, and answers in Chinese")
    func page() throws {
        let page = try CommandPage()
        #expect(page.lines.count > 300)
        let reader = try PageReader()
        defer { reader.simulator.stop() }
        for line in page.lines { try reader.run(line) }
        #expect(reader.foreign.isEmpty, "\(reader.foreign.sorted())")
    }
}

/// A reader of the page at one server: types its commands, and remembers what they print.
private final class PageReader {
    let simulator: Simulator
    private let site: Site
    /// The values of words in capitals.
    private var known: [String: String]
    /// The words that were typed, in commands and files.
    private var typed: Set<String> = []
    /// Words of another language in what was printed.
    private(set) var foreign: Set<String> = []

    init() throws {
        let simulator = try Simulator(
            SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes), now: WallClock.nowMs,
            random: SystemRandom.bytes)
        try simulator.start()
        self.simulator = simulator
        site = try Site { data in
            for (name, text) in try simulator.keys.merchantFiles() {
                try Data(text.utf8).write(to: data.appending(path: "keys/\(name)"))
            }
            try Data(0..<32).write(to: data.appending(path: "keys/wechat.key"))
            let settings = """
                {"puzzle_difficulty": 4, "providers": {"wechat": "wechat.key"},
                 "payments": {"notice_url": "http://127.0.0.1", "wechat": {
                 "merchant": "\(SimulatorKeys.weChatMerchant)", "app": "\(SimulatorKeys.weChatApp)",
                 "certificate_file": "merchant-certificate.pem", "key_file": "merchant.pem",
                 "api_key_file": "wechat-api-key",
                 "public_keys": {"\(SimulatorKeys.weChatKeyID)": "wechat-public.pem"},
                 "hosts": ["http://127.0.0.1:\(simulator.port)"]}}}
                """
            try Data(settings.utf8).write(to: data.appending(path: "settings.json"))
        }
        known = [
            "FINGERPRINT": site.fingerprint, "TODAY": Self.day(0), "TOMORROW": Self.day(1), "YESTERDAY": Self.day(-1),
            "NEXT_WEEK": Self.day(7), "NEXT_MONTH": Self.day(30),
        ]
        let files = [
            "first": site.firstPassword, "own": "River-stone-42", "changed": "Mountain-lake-77",
            "通知.txt": "欢迎参加。", "单位人员.csv": "姓名,手机号\n张勇,13874800003",
            "名额.csv": "地市,专业,名额\n长沙市,急诊医学,3", "机构.csv": "类型,名称,所属地区\n单位,沅陵县医院,湖南省",
            "名单.csv": """
            编号,姓名,手机号,身份证号
            1001,李伟,,430124198803120018
            1002,李四,13900000002,
            1003,王三,13900000003,
            """,
            "attlog.dat": "1001\t\(Self.day(0)) 00:00:01\t1\t0\t1\t0",
            "评分表.csv": "评分项,分值,关键步骤\n判断意识与呼吸,20,\n胸外按压,50,是\n人工呼吸,30,",
            "单位缴费.csv": "手机号,姓名,金额（元）,缴费凭证号\n13802000003,陈刚,300.00,2026-17",
        ]
        for (name, text) in files { _ = try site.file(name, text + "\n") }
        for name in ["front.png", "back.png"] {
            try Photo.bytes.write(to: site.folder.appending(path: name))
        }
        for name in ["通知.jpg", "日程.jpg", "说明.jpg"] {
            try Photo.jpeg.write(to: site.folder.appending(path: name))
        }
    }

    func run(_ line: CommandPage.Line) throws {
        let words = line.words.map(filled)
        typed.formUnion(words.flatMap(Self.letters))
        let outcome = try call(words)
        #expect(outcome.code == 0, "line \(line.number): \(words.joined(separator: " ")): \(outcome.out)\(outcome.err)")
        guard outcome.code == 0 else { return }
        look(at: outcome.out + outcome.err)
        try learn(from: outcome, of: words)
    }

    private func call(_ words: [String], _ more: String...) throws -> Programs.Outcome {
        let homes = ["rollcall-admin": "admin", "rollcall": "trainee", "rollcall-terminal": "terminal"]
        var input = ""
        if ["register", "verify"].contains(words[1]) { input = "430124198803120018\n" }
        if words.dropFirst() == ["scan"] { input = "1001\n1002\n9999\n" }
        return try Programs.run(
            words[0], words.dropFirst() + more,
            environment: [
                "LANG": "zh_CN.UTF-8", "ROLLCALL_HOME": site.folder.path + "/homes/" + (homes[words[0]] ?? "operator"),
            ], input: input, in: site.folder)
    }

    private func filled(_ word: String) -> String {
        if word == "127.0.0.1:7700" { return site.tls }
        return word.replacing(/[A-Z][A-Z_]+/) { known[String($0.output)] ?? String($0.output) }
    }

    private static func day(_ offset: Int) -> String {
        let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        return Date(timeIntervalSinceNow: Double(offset) * 86400)
            .formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }
}

// What is remembered of what was printed.
extension PageReader {
    /// Commands that show rows and change nothing: they are run once more for their JSON.
    private static let showing: Set<String> = [
        "list", "show", "quarantined", "outbox", "home", "places", "orders", "bookings",
    ]

    /// The word in capitals for an id that has no name of its own in JSON.
    private static let ids = [
        "sessions": "OTHER", "applications": "APPLICATION", "leave": "LEAVE", "jobs": "JOB", "outbox": "ENTRY",
        "credit": "AWARD", "notices": "NOTICE", "review": "CLAIM",
    ]

    private func learn(from outcome: Programs.Outcome, of words: [String]) throws {
        switch words[1] {
        case "send-code":
            let sent = try call(["rollcall-admin", "sms", "outbox", "--limit", "1"], "--json")
            let text = try sent.rows.first?["text"] as? String ?? ""
            known["CODE"] = text.firstMatch(of: /\d{6}/).map { String($0.output) }
        case "terminals" where words[2] == "code":
            known["ENROLMENT"] = outcome.out.firstMatch(of: /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/).map { String($0.output) }
        case "code": known["VENUE"] = outcome.out.firstMatch(of: /RV1-\S+/).map { String($0.output) }
        case "offerings" where words.dropFirst(2).starts(with: ["documents", "list"]):
            for row in try call(words, "--json").rows { (row["id"] as? Int).map { keepNewest("DOCUMENT", $0) } }
        case "teaching":
            known["TEACHER"] = (outcome.out + outcome.err).firstMatch(of: /\d+/).map { String($0.output) }
        case "openid-code": known["OPENID"] = outcome.out.split(whereSeparator: \.isWhitespace).last.map(String.init)
        case "phone": known["CHANGE"] = outcome.out.split(whereSeparator: \.isWhitespace).first.map(String.init)
        case "pay": try pay(words[2])
        default: break
        }
        guard words.count > 2, Self.showing.contains(words[2]) || Self.showing.contains(words[1]) else { return }
        for row in try call(words, "--json").rows { learn(row, words) }
    }

    private func learn(_ row: [String: Any], _ words: [String]) {
        if words[1] == "sessions", row["is_this"] as? Bool == true { return }
        if words[1] == "identity" { known["CLAIMANT"] = "\(row["person"] ?? "")" }
        if let name = Self.ids[words[1]], let id = row["id"] as? Int { keepNewest(name, id) }
        for key in ["order", "booking", "invoice", "refund", "payment", "award"] {
            if let id = row[key] as? Int, id != 0 { keepNewest(key.uppercased(), id) }
        }
        for key in ["item", "log", "sequence", "person"] {
            if let value = row[key] { known[key.uppercased()] = "\(value)" }
        }
    }

    /// Lists begin with the newest, or end with it.
    private func keepNewest(_ name: String, _ id: Int) {
        known[name] = String(max(id, known[name].flatMap { Int($0) } ?? 0))
    }

    /// Pays at the gateway what was ordered, and waits until the server knows.
    private func pay(_ order: String) throws {
        let shown = try call(["rollcall", "pay", order, "--no-wait"], "--json").rows.first
        let number = try #require((shown?["code"] as? String)?.split(separator: "=").last)
        try simulator.pay(.weChat, String(number))
        try until("the order to be paid") {
            try call(["rollcall", "orders", "show", order], "--json").rows.first?["state"] as? String == "paid"
        }
    }
}

// Words of another language.
extension PageReader {
    /// Names, units, formats, and the fields and presets that people type.
    private static let names: Set<String> = [
        "Asia", "Shanghai", "UTF", "SIGHUP", "GBK", "MiB", "KiB", "WeChat", "Pay", "Rollcall", "CSV", "rollcall",
        "admin",
        "terminal",
        "hunan", "cme", "tianjin", "cpr", "sichuan", "water", "shaanxi", "county", "recruitment", "openid", "wechat",
        "keys", "name", "sex", "birth", "date", "ethnicity", "id", "number", "political", "status", "phone", "address",
        "postcode",
        "email", "degree", "school", "major", "graduated", "unit", "department", "title", "since", "position", "years",
    ]

    private static func letters(_ text: String) -> [String] {
        text.matches(of: /[A-Za-z]{2,}/).map { String($0.output) }
    }

    private func look(at printed: String) {
        // Codes, fingerprints and logs mix letters with digits; what is typed next stands behind the program's name.
        // What QR codes hold has spaces and signs too, and ends its line.
        let text = printed.replacing(/[a-z]+:\/\/\S+/, with: " ").replacing(/R[A-Z]1.*/, with: " ").replacing(
            /rollcall[a-z-]*(?: [a-z-]+)*/, with: " "
        )
        .replacing(/--[a-z-]+/, with: " ")
        .replacing(/(?:^|\s)[a-z0-9#]{4}-[a-z0-9#]{4}-[a-z0-9#]{4}(?=\s|$)/, with: " ").replacing(
            /[A-Za-z0-9:\/+=_.-]*[0-9][A-Za-z0-9:\/+=_.-]*/, with: " ")
        foreign.formUnion(Self.letters(text).filter { !typed.contains($0) && !Self.names.contains($0) })
    }
}
