import Causality
import Facts
import Messages
import Storage
import Testing

@testable import Service

/// ATT-5a, ATT-8: the explanation of one person's attendance.
@Suite struct ExplainAttendanceTests {
    private func explain(_ world: World, _ number: String, _ language: String = "en") throws -> ExplainAttendanceReply {
        try world.client("keeper").call(
            .attendanceExplain, ExplainAttendanceRequest(offering: world.offering, person: world.person(number)))
    }

    @Test(
        "ATT-5a a window is counted by a scan that is named, or lacks one; a terminal without contact since is told to the organiser alone"
    )
    func counted() throws {
        let world = try World()
        let door = try Door(in: world, seed: 1)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        let present = try explain(world, "N01")
        #expect(present.present && present.number == "N01" && present.steps.count == 1)
        #expect(
            present.steps[0].text == "2026-10-02 08:00–12:00: counted by the scan of 2026-10-02 09:00:00+08, "
                + "terminal 东门")
        #expect(present.steps[0].log == door.log.bytes && present.steps[0].sequence == 1)
        let absent = try explain(world, "N02")
        #expect(!absent.present && absent.steps.allSatisfy(\.lacking))
        #expect(
            absent.steps.map(\.text) == [
                "2026-10-02 08:00–12:00: no scan counts",
                "terminal 东门 may hold a scan that would count: last contact 2026-10-02 09:00:00",
            ] || absent.steps.map(\.text) == ["2026-10-02 08:00–12:00: no scan counts"])
        world.clock.set(World.midnight + 13 * 3_600_000)
        #expect(try explain(world, "N02").steps.last?.text.hasPrefix("terminal 东门 may hold a scan") == true)
        let own: ExplainAttendanceReply = try world.client("N02").call(
            .attendanceExplainOwn, ExplainAttendanceRequest(offering: world.offering))
        #expect(own.steps.map(\.text) == ["2026-10-02 08:00–12:00: no scan counts"])
        try refused(.notFound, field: "offering") {
            try world.client("N02").call(
                .attendanceExplainOwn, ExplainAttendanceRequest(offering: world.made.otherOffering),
                reply: ExplainAttendanceReply.self)
        }
        try refused(.notOnRoster) {
            try world.client("keeper").call(
                .attendanceExplain, ExplainAttendanceRequest(offering: world.offering, person: 1),
                reply: ExplainAttendanceReply.self)
        }
    }

    @Test(
        "ATT-4b ATT-4c a scan that does not count says why, and what would have to happen: another day never, a flagged one if a person decides"
    )
    func uncounted() throws {
        let world = try World()
        let door = try Door(in: world, seed: 1)
        door.time = World.midnight - 3_600_000
        try door.scan(world.person("N01"), offering: world.offering)
        door.time = World.midnight + 7 * 3_600_000
        try door.scan(world.person("N01"), offering: world.offering)
        // An old slot: its code had expired.
        door.time = TestServer.nine
        try door.seal(
            Fact(
                kind: .checkIn, subject: .person(world.person("N01")), offering: world.offering, method: .venueCode,
                slot: UInt64((TestServer.nine - 3_600_000) / 60_000)))
        try door.syncThen()
        let texts = try explain(world, "N01").steps.map(\.text)
        #expect(texts.contains { $0.hasSuffix("does not count: outside the activity dates, it never counts") })
        #expect(texts.contains { $0.hasSuffix("does not count: outside every window") })
        #expect(texts.contains { $0.contains("the venue code has expired; it would count if a person decides so") })
        let own: ExplainAttendanceReply = try world.client("N01").call(
            .attendanceExplainOwn, ExplainAttendanceRequest(offering: world.offering))
        #expect(own.steps.count == texts.count)
    }

    @Test("ATT-9a SKL-3a marks in conflict stand on the work list of the organiser and the commission")
    func conflicts() throws {
        let world = try World()
        _ = try world.conflict(on: "N03")
        let reply: ListConflictsReply = try world.client("keeper").call(
            .worklistListConflicts, ListConflictsRequest(offering: world.offering))
        #expect(reply.scores.map(\.number) == ["N03"] && reply.scores.first?.siblings.count == 2)
        try refused(.notAllowed) {
            try world.client("stranger").call(
                .worklistListConflicts, ListConflictsRequest(offering: world.offering), reply: ListConflictsReply.self)
        }
    }
}
