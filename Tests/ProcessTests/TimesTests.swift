import Foundation
import Processes
import Testing

/// Times as people type and read them, on one clock.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct TimesTests {
    @Test("every command shows times on one clock, whatever the machine's is, and says how far it is from UTC")
    func oneClock() throws {
        let site = try Site()
        let admin = try site.administrator()
        for zone in ["America/New_York", "UTC", "Asia/Tokyo"] {
            for words in [["sessions", "list"], ["audit", "--limit", "3"], ["accounts", "list"]] {
                let shown = try admin.run(words, environment: ["TZ": zone]).out
                let times = shown.matches(of: /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(\S*)/)
                #expect(!times.isEmpty, "\(words): \(shown)")
                for time in times { #expect(time.output.2 == "+08", "\(words) in \(zone): \(shown)") }
            }
        }
    }

    @Test("REC-3 a round's times are on the clock of its programme; 24:30 is no time, and 24:00 the end of a day")
    func rounds() throws {
        let site = try Site()
        let admin = try site.administrator()
        try admin("organisations", "add", "region", "新疆", "--level", "province")
        try admin("cohorts", "add", "2027级", "--province", "新疆", "--year", "2027")
        try admin("catalogues", "add", "base-category", "ZH", "综合医院")
        try admin(
            "programmes", "create", "招录", "--preset", "county-recruitment", "--time-zone", "Asia/Urumqi")
        func add(_ name: String, from: String, exits code: Int32 = 0) throws -> Programs.Outcome {
            try admin(
                "rounds", "add", name, "--cohort", "2027级", "--programme", "招录", "--enrolment",
                "\(from)/2027-04-01 18:00", "--level", "省级=2027-03-14 08:00/2027-05-08 18:00", "--admission",
                "2027-05-15/2027-06-28 24:00", "--batch", "第一志愿:2:学科带头人:综合医院", "--json", exits: code)
        }
        let made = try #require(try add("第一批", from: "2027-03-14 08:00").rows.first)
        #expect(made["enrolment_from_ms"] as? Int == 1_804_989_600_000)
        #expect(try admin("rounds", "list").out.contains("2027-03-14 08:00+06"))
        #expect(try admin("rounds", "show", "第一批").out.contains("2027-06-29 00:00+06"))
        #expect(try add("第二批", from: "2027-03-14 24:30", exits: 2).err.contains("24:30"))
    }

    @Test("a time zone is given by its full name: an abbreviation names several")
    func abbreviations() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        let file = try site.file("cst.dat", "A001\t\(course.day) 10:00:00\t1\t0\t1\t0\n")
        for zone in ["CST", "EST", "GMT+8"] {
            let said = try door("scan", file, "--offering", course.offering, "--zone", zone, exits: 2).err
            #expect(said.contains("Asia/Shanghai"), "\(said)")
        }
        try door("scan", file, "--offering", course.offering, "--zone", "Asia/Shanghai")
    }

    @Test("a punch before 1970 in UTC has its time")
    func beforeTheEpoch() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        let file = try site.file("old.dat", "A001\t1970-01-01 00:00:05\t1\t0\t1\t0\n")
        try door("scan", file, "--offering", course.offering)
        try door("sync")
        let scans = try course.admin("scans", "list", course.offering).out
        #expect(scans.contains(/19(?:69-12-31|70-01-01) \d\d:\d\d:05[+-]\d\d/), "\(scans)")
        #expect(
            try course.admin("scans", "list", course.offering, "--json").rows.first?["at_ms"] as? Int == -28_795_000)
    }
}

/// Files as other programs leave them.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct LeftOverTests {
    @Test("a password file that begins with a byte order mark and ends its line as Windows does is read")
    func byteOrderMark() throws {
        let site = try Site()
        let admin = try site.administrator()
        let file = try site.file("bom", "\u{FEFF}\(Site.password)\r\n")
        try admin("login", "admin", "--password-file", file)
    }

    @Test("NOT-1 a notice that is not UTF-8 is refused, and nothing is published")
    func noticeInGBK() throws {
        let site = try Site()
        let admin = try site.administrator()
        let file = site.folder.appending(path: "notice.txt")
        try Data([0xCD, 0xA8, 0xD6, 0xAA, 0xC4, 0xDA, 0xC8, 0xDD]).write(to: file)
        let said = try admin("notices", "publish", "training", "通知", "--body", file.path, exits: 2).err
        #expect(said.contains("UTF-8"), "\(said)")
        #expect(try admin("notices", "list", "--json").out.isEmpty)
    }

    @Test("BAT-3 a participant's number that a spreadsheet has given decimals is told as that")
    func decimals() throws {
        let site = try Site()
        let course = try Course(site)
        let file = try site.file("numbers.csv", "编号,姓名\n1001,甲\n1001.0,丙\n")
        let told = try course.admin("roster", "upload", course.offering, file, exits: 6).out
        #expect(told.contains("has turned 1001 into 1001.0"), "\(told)")
    }
}
