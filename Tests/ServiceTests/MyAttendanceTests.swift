import Messages
import Testing

/// Trainees read their own attendance.
@Suite struct MyAttendanceTests {
    @Test("ATT-8 a trainee sees their own offerings: what counted and what is missing")
    func mine() throws {
        let world = try World()
        let client = try world.client("N01")
        var mine: MyAttendanceReply = try client.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings.map(\.offering) == [world.offering])
        #expect(mine.offerings[0].missing == ["attendance 2026-10-02 08:00–12:00", "exam not taken"])
        let shown: VenueCodeReply = try world.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        for person in [client, try world.client("N02")] {
            let _: CheckInReply = try person.call(.attendanceCheckIn, CheckInRequest(code: shown.code))
        }
        let door = try Door(in: world)
        try door.score(world.person("N01"), 6000, by: 5, offering: world.offering)
        try door.sync()
        mine = try client.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings[0].counted == 1 && mine.offerings[0].missing.isEmpty)
        #expect(mine.offerings[0].scans.map(\.number) == ["N01"])
        let nobody: MyAttendanceReply = try world.client("stranger").call(
            .attendanceMyAttendance, MyAttendanceRequest())
        #expect(nobody.offerings.isEmpty)
    }
}
