import Messages
import Storage
import Testing

/// The days that leave excuses.
@Suite struct LeaveAttendanceTests {
    @Test("LEV-1b where credit is awarded days of leave stay demanded, and lists show them as leave")
    func demanded() throws {
        let (world, offering, first) = try World.withClass()
        let asked = try world.client("N01").ask(.sick, first + 1, first + 2, "发热")
        try world.client("keeper").decide(.leave, asked.id, .approve)
        #expect(
            try world.reasons("N01", offering).prefix(3)
                == ["absent 2026-10-12", "absent 2026-10-13 (on leave)", "absent 2026-10-14 (on leave)"])
    }

    @Test(
        "LEV-1b where no credit is awarded every day does not demand days of leave, and lists and exports show them as leave"
    )
    func excused() throws {
        let (world, offering, first) = try World.withClass()
        try world.setPolicy("creditEffective", "–")
        let asked = try world.client("N01").ask(.sick, first + 1, first + 2, "发热")
        let door = try Door(in: world, seed: 0xA3)
        let person = try world.person("N01")
        door.time = World.midnight + 10 * 86_400_000 + 9 * 3_600_000
        world.clock.set(door.time + 3_600_000)
        try door.scan(person, offering: offering)
        try door.scan(try world.person("N02"), offering: offering)
        try door.sync()
        func analysis() throws -> (AnalyseReply, Presence, Presence) {
            let reply: AnalyseReply = try world.relogin("keeper").call(
                .attendanceAnalyse, AnalyseRequest(offering: offering))
            let found = try ["N01", "N02"].map { number in
                try #require(reply.people.first { $0.number == number })
            }
            return (reply, found[0], found[1])
        }
        // Asked for is not granted.
        var (reply, mine, other) = try analysis()
        #expect(reply.present == 0)
        #expect(mine.onLeave.isEmpty)
        #expect(try world.reasons("N01", offering).prefix(2) == ["absent 2026-10-13", "absent 2026-10-14"])
        try world.relogin("keeper").decide(.leave, asked.id, .approve)
        (reply, mine, other) = try analysis()
        #expect(reply.present == 1)
        #expect(mine.present)
        #expect(mine.inWindow == [true, false, false])
        #expect(mine.onLeave == [false, true, true])
        #expect(!other.present)
        #expect(other.onLeave.isEmpty)
        #expect(try !world.reasons("N01", offering).contains { $0.hasPrefix("absent") })
        #expect(try world.reasons("N02", offering).contains("absent 2026-10-13"))
        let csv = try world.analysisFile(offering)
        #expect(csv.contains { $0.hasPrefix("N01,") && $0.hasSuffix(",1,1,1,leave,leave") }, "\(csv)")
        #expect(csv.contains { $0.hasPrefix("N02,") && $0.hasSuffix(",0,1,1,0,0") }, "\(csv)")

    }

    @Test(
        "LEV-1b ATT-5a windows that are tried excuse leave just where the offering's own do, and a change of policy holds at once"
    )
    func tried() throws {
        let (world, offering, first) = try World.withClass()
        let asked = try world.client("N01").ask(.sick, first + 1, first + 2, "发热")
        try world.client("keeper").decide(.leave, asked.id, .approve)
        let door = try Door(in: world, seed: 0xA3)
        door.time = World.midnight + 10 * 86_400_000 + 9 * 3_600_000
        world.clock.set(door.time + 3_600_000)
        try door.scan(world.person("N01"), offering: offering)
        try door.sync()
        func present() throws -> [UInt32] {
            let tried = (0..<3).map { Window(day: first + $0, fromMinute: 480, toMinute: 720) }
            return try [[], tried].map { windows in
                let reply: AnalyseReply = try world.relogin("keeper").call(
                    .attendanceAnalyse, AnalyseRequest(offering: offering, windows: windows))
                return reply.present
            }
        }
        #expect(try present() == [0, 0])
        try world.setPolicy("creditEffective", "–")
        #expect(try present() == [1, 1])
        try world.setPolicy("creditEffective", "award")
        #expect(try present() == [0, 0])
    }

    @Test("LEV-1 leave on all days excuses nobody to credit, and leave at another base excuses from nothing here")
    func throughout() throws {
        let (world, offering, first) = try World.withClass()
        try world.setPolicy("creditEffective", "–")
        let asked = try world.client("N01").ask(.sick, first - 5, first + 5, "住院")
        try world.client("keeper").decide(.leave, asked.id, .approve)
        #expect(try world.reasons("N01", offering).first == "on leave on every activity date")
        let foreign = try world.client("N02").ask(.sick, first, first + 2, "发热")
        try world.client("keeper").decide(.leave, foreign.id, .approve)
        try world.server.database.write { transaction in
            try transaction.execute(
                "UPDATE leave SET base = ?2 WHERE id = ?1", foreign.id, world.made.otherBase)
        }
        #expect(try world.reasons("N02", offering).first == "absent 2026-10-12")
    }
}
