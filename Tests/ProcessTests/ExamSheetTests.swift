import Foundation
import Processes
import Testing

/// A written exam that somebody takes at a terminal, with the keyboard alone.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct ExamSheetTests {
    private static let left = " left: "

    /// A trainee who was in a class that has ended, and is logged in.
    private func trainee() throws -> (course: Course, offering: String, user: User) {
        let site = try Site()
        let course = try Course(site)
        let offering = try course.another("理论班", hours: "08:00-11:00")
        for number in 1...3 {
            try course.admin(
                "questions", "add", offering, "--kind", "single-choice", "--stem", "第 \(number) 问", "--option", "对",
                "--option", "错", "--option", "也错", "--answer", "A")
        }
        try course.admin("questions", "enable", offering)
        let door = try course.terminal("door")
        let file = try site.file("attlog.dat", "A001\t\(course.day) 09:00:00\t1\t0\t1\t0\n")
        try door("scan", file, "--offering", offering, "--zone", course.zone)
        try door("sync")
        let invited = try course.admin("invite", offering, "--json").rows
        let first = try #require(invited.first { $0["number"] as? String == "A001" })
        let user = site.user("wang", "rollcall")
        try user.connect()
        try user.login(
            try #require(first["account"] as? String), first: try #require(first["initial_password"] as? String))
        return (course, offering, user)
    }

    /// The letter of the right option, in the order in which this person sees them.
    private func right(_ shown: String) throws -> String {
        let line = try #require(shown.split(separator: "\n").last { $0.hasSuffix("  对") }, "\(shown)")
        return String(try #require(line.firstMatch(of: #/\] ([A-C])/#)).output.1)
    }

    @Test(
        "EXM-3e an exam is taken at a terminal: answered, looked at again, taken back, broken off and gone on with, and submitted after a question"
    )
    func taken() throws {
        let (_, offering, user) = try trainee()
        let first = try Dialogue(user, "exam", "take", offering)
        #expect(try first.answer("[y/N]: ", "n").contains("The clock starts now"))
        #expect(try first.end().code == 1)
        let second = try Dialogue(user, "exam", "take", offering)
        try second.answer("[y/N]: ", "y")
        var shown = try second.terminal.read(until: Self.left)
        #expect(shown.contains("attempt 1: 3 questions") && shown.contains("1/3"))
        second.terminal.type("F\n")
        #expect(try second.answer(Self.left, "what?").contains("no such choice"))
        #expect(try second.answer(Self.left, try right(shown)).contains("\"what?\" is not understood"))
        shown = try second.answer(Self.left, "<")
        #expect(shown.contains("2/3"))
        shown = try second.answer(Self.left, "-")
        #expect(shown.contains("1/3") && shown.contains("[x]"))
        shown = try second.answer(Self.left, "<")
        shown = try second.terminal.read(until: Self.left)
        #expect(shown.contains("1/3") && !shown.contains("[x]"))
        second.terminal.type(try right(shown) + "\n")
        _ = try second.terminal.read(until: Self.left)
        // The line is cut: what was answered is kept, and the same command goes on at the first question without an answer.
        kill(second.process.processIdentifier, SIGKILL)
        second.process.waitUntilExit(atMost: 60)
        let third = try Dialogue(user, "exam", "take", offering)
        shown = try third.terminal.read(until: Self.left)
        #expect(shown.contains("2/3") && !shown.contains("Begin?"))
        third.terminal.type(try right(shown) + "\n")
        #expect(try third.answer(Self.left, "?").contains("3/3"))
        #expect(try third.answer(Self.left, "submit").contains("3 ·"))
        #expect(try third.answer("[y/N]: ", "n").contains("1 questions have no answer"))
        try third.answer(Self.left, "1")
        shown = try third.answer(Self.left, "3")
        #expect(shown.contains("1/3") && shown.contains("[x]"))
        shown = try third.terminal.read(until: Self.left)
        third.terminal.type(try right(shown) + "\n")
        try third.answer(Self.left, "submit")
        let end = try third.end()
        #expect(end.code == 0 && end.shown.contains("100.00"), "\(end.shown)")
        let results = try user("exam", "results", "--json").rows
        #expect(results.count == 1 && results.first?["passed"] as? Bool == true)
    }

    @Test(
        "EXM-3e EXM-6 an exam is taken from a file without a question, a failed one with exit code 0; a complaint about it is found and answered"
    )
    func piped() throws {
        let (course, offering, user) = try trainee()
        let question = try #require(
            try course.admin("questions", "list", offering, "--json").rows.first?["question"] as? Int)
        let shown = try course.admin("questions", "show", "\(question)")
        #expect(shown.out.hasSuffix("A. 对\nB. 错\nC. 也错\n") && shown.err.isEmpty, "\(shown)")
        try user("exam", "take", offering, "--yes", input: "A\n交卷\n")
        let sat = try #require(try user("exam", "results", "--json").rows.first)
        #expect(sat["passed"] as? Bool == false && sat["state"] as? String == "submitted")
        let sitting = "\(sat["sitting"] as? Int ?? 0)"
        #expect(try course.admin("exam-results", "list", offering, "--complained", "--json").rows.isEmpty)
        try user("exam", "complain", sitting, "--reason", "第一题有歧义")
        let told = try course.admin("exam-results", "list", offering, "--complained", "--json").rows
        #expect(told.map { $0["complaint_reason"] as? String } == ["第一题有歧义"])
        #expect(try user("exam", "show", sitting).err.contains("it waits for an answer"))
        try course.admin("exam-results", "mark", sitting, "60", "--reason", "题目有歧义")
        let answered = try user("exam", "show", sitting, "--lang", "zh")
        #expect(answered.err.contains("您的申诉：第一题有歧义") && answered.err.contains("：题目有歧义"), "\(answered)")
        #expect(try user("exam", "results").out.contains("题目有歧义"))
    }
}
