import Foundation
import Passes
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct DoorTests {
    @Test("ATT-2 a terminal records for the class that is on, says which, and counts who has come")
    func classThatIsOn() throws {
        let course = try Course(Site())
        let evening = try course.another("晚班", hours: "20:00-21:00")
        let door = try course.terminal("door")
        let scan = try door("scan", input: "A001\rA002\r\nA001\n")
        #expect(scan.err.contains("第一期 (\(course.offering))") && scan.err.contains("3 on the roster"), "\(scan.err)")
        let counts = scan.out.split(separator: "\n").compactMap { $0.split(separator: " ").last }
        #expect(counts == ["1/3", "2/3", "2/3"], "\(scan.out)")
        // By a part of its title.
        let other = try door("scan", "--offering", "晚", input: "A001\n")
        #expect(other.err.contains("晚班 (\(evening))"), "\(other.err)")
    }

    @Test(
        "ATT-2 a file of another day is not taken for the class that is on; whoever names the class is warned, and it is taken"
    )
    func fileOfAnotherDay() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        let file = try site.file("old.dat", "A001\t2020-03-01 10:00:00\t1\t0\t1\t0\n")
        let refused = try door("scan", file, exits: 3)
        #expect(refused.err.contains("no line of the file is of an activity date of 第一期"), "\(refused.err)")
        #expect(refused.err.contains("2020-03-01") && refused.out.isEmpty)
        let taken = try door("scan", file, "--offering", course.offering)
        #expect(taken.err.contains("warning: no line of the file") && taken.out.hasPrefix("1 lines: 1 recorded"))
    }

    @Test("ATT-2 a class whose window has begun is taken before one whose window begins within the hour")
    func begun() throws {
        let course = try Course(Site())
        _ = try course.another("午后班", hours: "13:00-15:00")
        let door = try course.terminal("door")
        let scan = try door("scan", input: "A001\n")
        #expect(scan.err.contains("第一期 (\(course.offering))"), "\(scan.err)")
    }

    @Test("SYN-7 a terminal that was revoked by mistake comes back by a new code of its base, with what it has kept")
    func comesBack() throws {
        let course = try Course(Site())
        let door = try course.terminal("door")
        try door("scan", input: "A001\n")
        #expect(try course.admin("terminals", "revoke", "door", "--reason", "误点", exits: 2).err.contains("--yes"))
        let before = try course.admin("terminals", "list", "--json").row("name", "door")
        try course.admin("terminals", "revoke", "door", "--reason", "误点", "--yes")
        #expect(try door("sync", exits: 3).err.contains("revoked"))
        #expect(try door("scan", input: "A002\n", exits: 3).err.contains("rollcall-terminal enrol CODE"))
        try door("enrol", try course.enrolmentCode("门口").card, "--server", course.admin.site.tls)
        try door("sync")
        try door("scan", input: "A002\n")
        try door("sync")
        let scans = try course.admin("scans", "list", course.offering, "--json").rows
        #expect(scans.count == 2)
        let after = try course.admin("terminals", "list", "--json").row("name", "门口")
        #expect(after["id"] as? Int == before["id"] as? Int && after["revoked"] as? Bool == false)
        // One that is in use is no second terminal.
        let card = try course.enrolmentCode("又一").card
        let again = try door("enrol", card, "--server", course.admin.site.tls, exits: 3)
        #expect(again.err.contains("--home"), "\(again.err)")
    }

    @Test("ATT-2 a class is named by its whole title, though others contain it")
    func wholeTitle() throws {
        let course = try Course(Site())
        let evening = try course.another("晚班")
        let second = try course.another("晚班二组")
        let door = try course.terminal("door")
        #expect(try door("scan", "--offering", "晚班", input: "A001\n").err.contains("晚班 (\(evening))"))
        #expect(try door("scan", "--offering", "二组", input: "A001\n").err.contains("晚班二组 (\(second))"))
        let several = try door("scan", "--offering", "班", input: "A001\n", exits: 3)
        #expect(several.err.contains("names several offerings"), "\(several.err)")
    }

    @Test("BAT-1 a file that was given for a class that there is not is refused, and then taken for the right one")
    func wrongClassFirst() throws {
        let course = try Course(Site())
        let door = try course.terminal("door")
        let file = try course.admin.site.file("attlog.dat", "A001\t\(course.day) 12:00:00\t1\t0\t1\t0\n")
        try door("scan", file, "--offering", "999999", exits: 3)
        // Whoever insists has it kept there, and it is taken for the right one all the same.
        let zone = ["--zone", course.zone]
        let insisted = try door.run(
            ["scan", file, "--offering", "999999", "--unlisted", "--json"] + zone
        ).rows.first
        #expect(insisted?["recorded"] as? Int == 1 && insisted?["unknown"] as? Int == 1)
        let right = try door.run(["scan", file, "--offering", course.offering, "--json"] + zone)
        #expect(try right.rows.first?["recorded"] as? Int == 1)
        try door("sync")
        let scans = try course.admin("scans", "list", course.offering, "--json").rows
        #expect(scans.map { $0["state"] as? String } == ["counted"])
    }

    @Test("SYN-1a a typed code that begins with the letters of a card is a code")
    func codeLikeCard() throws {
        let site = try Site()
        let code = try EnrolmentCode(random: [0xC3, 0x80] + [UInt8](repeating: 0, count: 8)).text
        #expect(code.hasPrefix("RE"))
        let refused = try site.user("door", "rollcall-terminal")(
            "enrol", code, "--server", site.tls, "--site", site.fingerprint, exits: 3)
        #expect(refused.err.contains("unknown, expired or used"), "\(refused.err)")
    }

    @Test("ATT-2 an offering or a course that a terminal does not know is refused with those it knows, unless unlisted")
    func unknown() throws {
        let course = try Course(Site())
        let door = try course.terminal("door")
        for words in [["scan", "--offering", "999999"], ["score", "A001=60", "--offering", "999999", "--actor", "2"]] {
            let refused = try door.run(words, input: "A001\n", exits: 3)
            #expect(refused.err.contains("\(course.offering) 第一期"), "\(refused.err)")
        }
        let wrongCourse = try door("scan", "--course", "77", input: "A001\n", exits: 3)
        #expect(wrongCourse.err.contains("心肺复苏") && wrongCourse.err.contains("除颤"), "\(wrongCourse.err)")
        try door("scan", "--course", "除颤", input: "A001\n")
        #expect(try door("status", "--json").rows.first?["pending"] as? Int == 1)
        let unlisted = try door("scan", "--offering", "999999", "--unlisted", input: "A001\n")
        #expect(unlisted.err.contains("does not know offering 999999"), "\(unlisted.err)")
        #expect(try door("status", "--json").rows.first?["pending"] as? Int == 2)
    }

    @Test("ATT-2 where today is no activity date the person at the door is told")
    func otherDay() throws {
        let course = try Course(Site())
        let later = try course.another("下周班", daysLater: 7)
        let door = try course.terminal("door")
        let scan = try door("scan", "--offering", later, input: "A001\n")
        #expect(scan.err.contains("is no activity date"), "\(scan.err)")
    }

    @Test("SKL-2 of a list of marks each that cannot be recorded is told by its line, and the others are recorded")
    func marks() throws {
        let course = try Course(Site())
        let door = try course.terminal("door")
        let examiner = try course.examiner("kaoguan", "郑考官")
        let marks = try door(
            "score", "-", "--actor", examiner, input: "A001 60\nA002 abc\n\nA009 70\nA003=70.5\n", exits: 6)
        #expect(marks.err.contains("line 2: abc") && marks.err.contains("line 4: "), "\(marks.err)")
        #expect(marks.out.split(separator: "\n").count == 2, "\(marks.out)")
        #expect(try door("status", "--json").rows.first?["pending"] as? Int == 2)
        #expect(try door("scan", input: "RP1-XX\n", exits: 6).err.contains("not recorded"))
    }

    @Test("BAT-1 one attendance file serves two classes, and an import for the wrong one is taken back and made again")
    func twoClasses() throws {
        let course = try Course(Site())
        let evening = try course.another("晚班", hours: "20:00-21:00")
        let door = try course.terminal("door")
        let file = try course.admin.site.file(
            "attlog.dat", "A001\t\(course.day) 12:00:00\t1\t0\t1\t0\nA002\t\(course.day) 20:30:00\t1\t0\t1\t0\n")
        func imported(_ words: String...) throws -> [String: Any] {
            try door.run(["scan", file, "--json"] + words, input: "", exits: 0).rows.first ?? [:]
        }
        #expect(try imported("--offering", course.offering)["recorded"] as? Int == 2)
        #expect(try imported("--offering", evening)["recorded"] as? Int == 2)
        #expect(try imported("--offering", evening)["repeated"] as? Int == 2)
        #expect(try imported("--offering", evening, "--take-back")["voided"] as? Int == 2)
        #expect(try imported("--offering", evening, "--take-back")["voided"] as? Int == 0)
        #expect(try imported("--offering", evening)["recorded"] as? Int == 2)
        #expect(try imported("--offering", course.offering)["recorded"] as? Int == 0)
        #expect(try imported("--offering", evening, "--take-back")["voided"] as? Int == 2)
        try door("sync")
        func states(_ offering: String) throws -> [String] {
            try course.admin("scans", "list", offering, "--json").rows.compactMap { $0["state"] as? String }
        }
        #expect(try states(course.offering).count { $0 == "voided" } == 0)
        #expect(try states(evening).count { $0 == "voided" } == 4)
        #expect(try states(evening).count == 4)
    }
}
