import Foundation
import Processes
import Testing

/// People of a roster are named as the office knows them.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct NamedPeopleTests {
    @Test("PRJ-8b ATT-9 a name does where a number is asked for, and of two people of one name the numbers are told")
    func names() throws {
        let site = try Site()
        let course = try Course(site)
        let admin = course.admin
        let twins = try site.file("twins.csv", "编号,姓名,手机号,单位\nB001,刘一,13800000011,甲院\nB002,刘一,13800000012,乙院\n")
        try admin("roster", "upload", course.offering, twins)
        let shown = try admin("roster", "show", "第一期", "王芳", "--json").rows
        #expect(shown.first?["number"] as? String == "A001", "\(shown)")
        let explained = try admin("attendance", "explain", "第一期", "李强", "--json").rows
        #expect(explained.first?["number"] as? String == "A002", "\(explained)")
        let invited = try admin("invite", "第一期", "--number", "赵敏", "--json").rows
        #expect(invited.map { $0["number"] as? String } == ["A003"])
        for words in [["roster", "remove", "第一期", "刘一", "--reason", "重复"], ["attendance", "explain", "第一期", "刘一"]] {
            let two = try admin.run(words, exits: 3)
            #expect(two.err.contains("B001 (甲院), B002 (乙院)"), "\(two.err)")
        }
        #expect(
            try admin("roster", "remove", "第一期", "孙七", "--reason", "误录", exits: 3).err.contains("not on the roster"))
        let removed = try admin("roster", "remove", "第一期", "B002", "赵敏", "--reason", "重复", "--json").rows
        #expect(Set(removed.compactMap { $0["number"] as? String }) == ["B002", "A003"])
        // One of the name is left.
        #expect(try admin("roster", "show", "第一期", "刘一", "--json").rows.first?["number"] as? String == "B001")
        let renamed = try admin("roster", "change", "第一期", "刘一", "--to", "B009", "--json").rows
        #expect(renamed.first?["number"] as? String == "B009")

        let door = try course.terminal("door")
        try door("scan", "--offering", course.offering, input: "9999\n")
        try door("sync")
        try admin("worklist", "decide", "第一期", "--all", "--person", "王芳", "--reason", "认得本人", "--yes")
        let scans = try admin("scans", "list", "第一期", "--person", "王芳", "--json").rows
        #expect(scans.map { $0["number"] as? String } == ["A001"], "\(scans)")
    }
}
