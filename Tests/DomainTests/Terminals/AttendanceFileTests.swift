import Seeded
import Domain
import Testing

@Suite struct AttendanceFileTests {
    private func file(_ text: String) throws(Refusal) -> AttendanceFile { try AttendanceFile(Array(text.utf8)) }

    /// 2026-10-03 00:00 on the device's clock.
    private let midnight: Int64 = 20_729 * 86_400_000

    @Test("BAT-1 a punch is read with its padded PIN, the clock's own time, device, status, verify and work code")
    func punches() throws {
        let file = try file(
            "        1\t2026-10-03 08:59:01\t3\t0\t1\t7\r\n 0042\t2026-10-03 00:00:00\t1\t255\t15\t0\r\nA7b\t2026-10-03 23:59:59\n"
        )
        #expect(file.punches.map(\.pin) == ["1", "0042", "A7b"])
        #expect(file.punches.map(\.localMs) == [midnight + 32_341_000, midnight, midnight + 86_399_000])
        #expect(file.punches[0].device == 3)
        #expect(file.punches[0].workCode == 7)
        #expect(file.punches[1].status == 255)
        #expect(file.punches[1].verify == 15)
        #expect(file.punches[2].verify == 0)
        #expect(file.punches.map(\.line) == [1, 2, 3])
        #expect(file.unreadCount == 0)
    }

    @Test("BAT-1 lines may end in CR, LF or both, and a number may have every character that a roster's may")
    func ends() throws {
        let line = "2026/01\t2026-10-03 08:59:01"
        let file = try file("\(line)\r\(line)\r\n\(line)\n\(line)")
        #expect(file.punches.map(\.line) == [1, 2, 3, 4])
        #expect(file.punches.allSatisfy { $0.pin == "2026/01" })
    }

    @Test("BAT-1 lines with a serial number or a checksum are reported and spoil nothing; blank ones are passed over")
    func otherLines() throws {
        let file = try file("\u{FEFF}SN=CKJ7204460012\r\n\r\n 1\t2026-10-03 08:59:01\t1\t0\t1\t0\t\r\n   \t \n9F3A\n")
        #expect(file.punches.map(\.line) == [3])
        #expect(file.unread.map(\.line) == [1, 5])
        #expect(file.unread.map(\.text) == ["SN=CKJ7204460012", "9F3A"])
    }

    @Test(
        "BAT-3c a line whose date, time, PIN or number is impossible is refused with the reason",
        arguments: [
            ("1\t2026-02-29 08:00:00\t1\t0\t1\t0", "date and time"),
            ("1\t2026-13-01 08:00:00\t1\t0\t1\t0", "date and time"),
            ("1\t2026-10-03 24:00:00\t1\t0\t1\t0", "date and time"),
            ("1\t2026-10-03 08:60:00\t1\t0\t1\t0", "date and time"),
            ("1\t2026/10/03 08:00:00\t1\t0\t1\t0", "date and time"),
            ("1\t2026-10-03 8:00:00\t1\t0\t1\t0", "date and time"),
            ("\t2026-10-03 08:00:00\t1\t0\t1\t0", "PIN"), ("张三\t2026-10-03 08:00:00\t1\t0\t1\t0", "PIN"),
            ("123456789012345678901234567890123\t2026-10-03 08:00:00", "PIN"),
            ("1\t2026-10-03 08:00:00\tx\t0\t1\t0", "number"), ("1\t2026-10-03 08:00:00\t-1\t0\t1\t0", "number"),
            ("1\t2026-10-03 08:00:00\t99999999999999999999", "number"), ("1 2026-10-03 08:00:00 1 0", "no punch"),
        ])
    func impossible(line: String, reason: String) throws {
        let file = try file(" 7\t2026-10-03 08:00:00\t1\t0\t1\t0\r\n\(line)\r\n")
        #expect(file.punches.map(\.pin) == ["7"])
        #expect(file.unread.map(\.line) == [2])
        #expect(file.unread.first?.reason.en.contains(reason) == true)
    }

    @Test("a file of noise is reported line by line up to a limit, and the rest is counted")
    func noise() throws {
        let file = try file(String(repeating: "x\n", count: 1500))
        #expect(file.unread.count == 1000)
        #expect(file.unreadCount == 1500)
        #expect(refusal { () throws(Refusal) in try AttendanceFile(Array(repeating: 0x0A, count: 1_000_001)) } != nil)
    }

    @Test("whatever bytes come, every line that is not blank is a punch or is reported", arguments: 1...30)
    func anything(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var bytes = Array(" 1\t2026-10-03 08:59:01\t1\t0\t1\t0\r\n 2\t2026-10-03 08:59:01\t1\t0\t1\t0\r\n".utf8)
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.filter {
            $0.contains { ![0x20, 0x09, 0x0D].contains($0) }
        }
        let file = try AttendanceFile(bytes)
        #expect(file.punches.count + file.unreadCount >= lines.count - 1, "seed \(seed)")
        #expect(file.punches.count + file.unreadCount <= lines.count, "seed \(seed)")
    }
}
