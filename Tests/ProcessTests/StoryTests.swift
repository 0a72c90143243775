import Foundation
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct StoryTests {
    @Test("from an empty folder to credit: set up, scan without a network, sync, settle, award, see it as a trainee")
    func vertical() throws {
        let site = try Site()
        let course = try Course(site)
        let (admin, offering) = (course.admin, course.offering)

        // Two terminals, both offline from here on.
        let first = try course.terminal("first")
        let second = try course.terminal("second")
        let examiners = [try course.examiner("kaoguan1", "钱一"), try course.examiner("kaoguan2", "孙二")]
        #expect(try site.stop() == 0)
        let scanned = try first("scan", "--offering", offering, "--json", input: "A001\nA002\nA002\nZ999\n")
        #expect(try scanned.rows.map { $0["name"] as? String } == ["王芳", "李强", "李强", ""])
        #expect(try scanned.rows.map { $0["repeat"] as? Bool } == [false, false, true, false])
        try second("scan", "--offering", offering, input: "A002\n")
        try first("score", "A001=88.5", "A002=59", "--offering", offering, "--actor", examiners[0])
        try second("score", "-", "--offering", offering, "--actor", examiners[1], input: "A002 61\n")
        try first("sync", exits: 5)
        #expect(try first("status", "--json").rows.first?["sealed"] as? Int == 6)

        try site.start()
        for user in [admin, first, second] { try reach(site, user) }
        #expect(try first("sync", "--json").rows.first?["facts_acknowledged"] as? Int == 6)
        #expect(try second("sync", "--json").rows.first?["facts_acknowledged"] as? Int == 2)

        let people = try admin("attendance", "analyse", offering, "--json")
        #expect(try people.row("number", "A001")["present"] as? Bool == true)
        #expect(try people.row("number", "A003")["present"] as? Bool == false)

        // Two examiners marked independently: no score wins by itself.
        let conflict = try admin("scores", "list", offering, "--conflicts", "--json")
        #expect(try conflict.rows.count == 1)
        #expect(try conflict.row("number", "A002")["state"] as? String == "conflict")
        try admin("scores", "adjudicate", offering, "A002", "61", "--reason", "录像复核", "--no-input", exits: 2)
        try admin("scores", "adjudicate", offering, "A002", "61", "--reason", "录像复核", "--yes")

        let eligible = try admin("credit", "eligible", offering, "--json")
        #expect(try eligible.rows.filter { $0["eligible"] as? Bool == true }.count == 2)
        let award = try admin("credit", "award", offering, "--exclude", "A002=材料未交", "--json")
        #expect(try award.rows.first?["awarded"] as? Int == 1)
        // Who was left out stays out until they are named.
        #expect(try admin("credit", "award", offering, "--json").rows.first?["awarded"] as? Int == 0)
        let named = try admin("credit", "award", offering, "--number", "A002", "--json")
        #expect(try named.rows.first?["awarded"] as? Int == 1)

        let list = site.folder.path + "/awards.csv"
        try admin("credit", "export", "awards", offering, "--out", list)
        let table = String(decoding: try Data(contentsOf: URL(fileURLWithPath: list)), as: UTF8.self)
        #expect(table.hasPrefix("\u{FEFF}") && table.contains("王芳") && !table.contains("赵敏"))

        try seeAsTrainee(site, course)
        #expect(try site.stop() == 0)
    }

    /// Connects to the server's new address.
    private func reach(_ site: Site, _ user: User) throws {
        guard user.program != "rollcall-terminal" else {
            let known = try String(contentsOfFile: user.homePath + "/server", encoding: .utf8)
            let lines = known.split(separator: "\n").map { $0.hasPrefix("server ") ? "server \(site.tls)" : $0 }
            return try lines.joined(separator: "\n").write(
                toFile: user.homePath + "/server", atomically: true, encoding: .utf8)
        }
        try user.connect()
    }

    private func seeAsTrainee(_ site: Site, _ course: Course) throws {
        let invitations = try course.admin("invite", course.offering, "--number", "A001", "--json")
        let mine = try #require(try invitations.rows.first)
        let trainee = site.user("trainee", "rollcall")
        try trainee.connect()
        try trainee.login(
            try #require(mine["account"] as? String), first: try #require(mine["initial_password"] as? String))
        let credits = try trainee("credits", "--json")
        #expect(try credits.rows.count == 1)
        #expect(try credits.rows.first?["credits_tenths"] as? Int == 30)
        #expect(try credits.rows.first?["state"] as? String == "effective")
        let years = try trainee("credits", "--years", environment: ["LANG": "zh_CN.UTF-8"])
        #expect(years.out.contains("Ⅱ类") && years.out.contains("3.0"))
        #expect(try trainee("attendance", "--json").rows.first?["missing"] as? [String] == [])

        // ATT-1: the displayed code, typed.
        let code = try #require(
            try course.admin("code", "show", course.offering, "--json").rows.first?["code"] as? String)
        #expect(try trainee("check-in", code, "--json").rows.first?["state"] as? String == "counted")
        #expect(try trainee("check-in", code, "--json").rows.first?["state"] as? String == "repeat")
    }

    @Test("SYN-2 a scan that has been answered is there after the terminal is killed")
    func durable() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        let process = Programs.process(
            "rollcall-terminal", ["scan", "--offering", course.offering], environment: ["ROLLCALL_HOME": door.homePath])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data("A001\n".utf8))
        let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(answer.contains("王芳"))
        #expect(try door("status", "--json").rows.first?["pending"] as? Int == 1)
        #expect(try door("sync", "--json").rows.first?["facts_acknowledged"] as? Int == 1)
    }

    @Test("BAT-1 scan replays an attendance terminal's file, each line once, and counts those that are none")
    func replayedFile() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        let lines = [
            "CKYX210660001", "     A001\t\(course.day) 11:00:00\t1\t0\t1\t0",
            "A002\t\(course.day) 11:00:01\t1\t0\t1\t0",
            "Z9\t\(course.day) 11:00:02\t1\t0\t1\t0", "A003\t\(course.day) 25:00:00\t1\t0\t1\t0",
        ]
        let file = try site.file("attlog.dat", lines.joined(separator: "\r\n") + "\r\n")
        let counts = try door("scan", file, "--offering", course.offering, "--json", exits: 6).rows.first
        #expect(counts as? [String: Int] == ["lines": 5, "recorded": 3, "unknown": 1, "repeated": 0, "unread": 2])
        let told = try door("scan", file, "--offering", course.offering, exits: 6)
        #expect(told.out.contains("5 lines: 0 recorded (0 unknown here), 3 known already, 2 not read"))
        #expect(told.err.contains("line 1: ") && told.err.contains("line 5: "))
        #expect(try door("sync", "--json").rows.first?["facts_sent"] as? Int == 3)
        #expect(try course.admin("scans", "list", course.offering, "--json").rows.count == 3)
        try door("scan", file + ".no", "--offering", course.offering, exits: 2)
    }

    @Test("SYN-3c what a killed server has acknowledged is there when it comes back")
    func killedServer() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        try door("scan", "--offering", course.offering, input: "A001\nA002\n")
        try door("sync")
        try site.kill()
        try site.start()
        try course.admin.connect()
        let scans = try course.admin("scans", "list", course.offering, "--json")
        #expect(try scans.rows.map { $0["number"] as? String }.sorted { ($0 ?? "") < ($1 ?? "") } == ["A001", "A002"])
    }
}
