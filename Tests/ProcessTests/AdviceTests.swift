import Foundation
import Processes
import Testing

/// Commands that the programs advise do what they are advised for, typed as they stand.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct AdviceTests {
    /// The advised commands of a program, as words without its name.
    private func advised(_ program: String, _ text: String) -> [[String]] {
        text.matches(of: /(rollcall(?:-admin|-terminal)?)((?: [^ \n，；]+)+)/).filter { $0.output.1 == program }
            .map { $0.output.2.split(separator: " ").map(String.init) }
    }

    @Test("SYN-1 what stands below a terminal's code enrols it, by the code and by the card, in either language")
    func enrolment() throws {
        let course = try Course(Site())
        for language in ["en", "zh"] {
            for line in 0..<2 {
                let made = try course.admin(
                    "terminals", "code", "门\(language)\(line)", "--base", course.base, "--lang", language)
                let commands = advised("rollcall-terminal", made.err)
                #expect(commands.count == 2, "\(made.err)")
                let door = course.admin.site.user("door-\(language)\(line)", "rollcall-terminal")
                try door.run(commands[line])
                try door("sync")
            }
        }
        #expect(try course.admin("terminals", "code", "门", "--base", course.base, "--json").err.isEmpty)
    }

    @Test("ACC-12e what stands below an invitation of somebody with an account makes a new password for nobody else")
    func invitation() throws {
        let course = try Course(Site())
        try course.admin("invite", course.offering)
        let told = try course.admin("invite", course.offering, "--number", "A002").err
        let command = try #require(advised("rollcall-admin", told).first, "\(told)")
        #expect(try course.admin.run(command + ["--json"]).rows.map { $0["number"] as? String } == ["A002"])
    }

    @Test("EXM-3a nobody is asked whether to begin an exam that they do not have")
    func noExam() throws {
        let site = try Site()
        let course = try Course(site)
        let invited = try course.admin("invite", course.offering, "--number", "A001", "--json").rows.first
        let trainee = site.user("trainee", "rollcall")
        try trainee.connect()
        try trainee.login(
            #require(invited?["account"] as? String), first: #require(invited?["initial_password"] as? String))
        let refused = try trainee("exam", "take", course.offering, input: "y\n", exits: 3)
        #expect(refused.err.contains("no exam in this class") && !refused.err.contains("clock"), "\(refused.err)")
    }
}
