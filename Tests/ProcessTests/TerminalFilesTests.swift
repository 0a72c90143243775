import Foundation
import Processes
import Storage
import Testing

/// A terminal's files after manual changes or a bad memory card.
@Suite struct TerminalFilesTests {
    private func terminal() throws -> (Course, User) {
        let course = try Course(Site())
        let door = try course.terminal("door")
        try door("scan", "--offering", course.offering, input: "A001\n")
        return (course, door)
    }

    private func mode(_ file: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        return attributes[.posixPermissions] as? Int ?? 0
    }

    @Test("SYN-2 a terminal's files are its owner's alone")
    func modes() throws {
        let (_, door) = try terminal()
        for file in ["device.key", "terminal.db", "roster.key"] {
            #expect(try mode(door.homePath + "/" + file) == 0o600, "\(file)")
        }
        // Earlier versions created it readable by all users.
        unsafe chmod(door.homePath + "/terminal.db", 0o644)
        try door("status")
        #expect(try mode(door.homePath + "/terminal.db") == 0o600)
    }

    @Test("OPS-1b a terminal whose key is gone, short or open to others is given no other in silence")
    func key() throws {
        let (course, door) = try terminal()
        let file = door.homePath + "/device.key"
        let own = try Data(contentsOf: URL(fileURLWithPath: file))
        func refused(_ english: String, _ chinese: String) throws {
            for (words, input) in [
                (["status"], ""), (["scan", "--offering", course.offering], "A002\n"), (["sync"], ""),
            ] {
                let outcome = try door.run(words, input: input, exits: 1)
                #expect(outcome.err.contains(english), "\(outcome.err)")
            }
            let outcome = try door("status", environment: ["LANG": "zh_CN.UTF-8"], exits: 1)
            #expect(outcome.err.contains(chinese), "\(outcome.err)")
        }
        try FileManager.default.removeItem(atPath: file)
        try refused("device.key is missing", "缺少")
        #expect(!FileManager.default.fileExists(atPath: file))
        for count in [0, 20] {
            try own.prefix(count).write(to: URL(fileURLWithPath: file))
            unsafe chmod(file, 0o600)
            try refused("has \(count) bytes instead of 32", "应为 32 字节")
        }
        try own.write(to: URL(fileURLWithPath: file))
        unsafe chmod(file, 0o604)
        try refused("run: chmod go= ", "请运行：chmod go= ")
        unsafe chmod(file, 0o600)
        try door("scan", "--offering", course.offering, input: "A002\n")
        try door("sync")
        #expect(try course.admin("scans", "list", course.offering, "--json").rows.count == 2)
    }

    @Test("OPS-1c a terminal's damaged database is told as that, with what to do")
    func damaged() throws {
        let (course, door) = try terminal()
        let file = door.homePath + "/terminal.db"
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        var flipped = whole
        // Every page but the first, so that every query meets one.
        for page in 1..<whole.count / Database.pageSize { flipped[page * Database.pageSize + 900] ^= 4 }
        for (bytes, what) in [(flipped, "page"), (whole.prefix(30_000), "malformed")] {
            try bytes.write(to: URL(fileURLWithPath: file))
            let outcome = try door("scan", "--offering", course.offering, input: "A002\n", exits: 1)
            #expect(outcome.err.contains("terminal.db is damaged") && outcome.err.contains(what), "\(outcome.err)")
            #expect(outcome.err.contains("Keep the folder as it is"), "\(outcome.err)")
            let chinese = try door("status", environment: ["LANG": "zh_CN.UTF-8"], exits: 1)
            #expect(chinese.err.contains("已损坏") && chinese.err.contains("--home"), "\(chinese.err)")
        }
        try whole.write(to: URL(fileURLWithPath: file))
        try door("scan", "--offering", course.offering, input: "A002\n")
    }
}
