import Crypto
import Domain
import Messages
import Passes
import Storage
import Terminal
import Testing
import Wire

/// ATT-1: a venue's code at a terminal without a network.
@Suite struct DisplayTests {
    // In the order in which they must be freed: a database before its disk.
    let terminal: TerminalCore
    let device: Device
    let world: World
    let key: VenueKey
    /// The last contact with the server, which the terminal counts from.
    let contact: DeviceTime

    private static let offering: UInt64 = 700
    private static let exam: UInt64 = 701
    private static let day = Int32((SimulatedServer.morning + 8 * 3_600_000) / 86_400_000)
    /// 09:00 in Shanghai of the day.
    private static let nine = SimulatedServer.morning + 9 * 3_600_000

    init() throws {
        world = try World(seed: 1, devices: 1)
        device = world.devices[0]
        terminal = try #require(device.terminal)
        key = try VenueKey(id: 2, periodSeconds: 30, key: MACKey([UInt8](repeating: 5, count: 32)))
        contact = try #require(
            try terminal.database.read { snapshot in
                try snapshot.first("SELECT monotonic_ms, server_ms FROM contact WHERE id = 1") {
                    DeviceTime(monotonicMs: $0.id(0), wallMs: $0.integer(1))
                }
            })
        let day = OfferingDay(day: Self.day, windowMinutes: [8 * 60, 10 * 60, 14 * 60, 17 * 60])
        try take(.offering, Self.offering, OfferingValue(title: "第一期", timeZone: "Asia/Shanghai", days: [day]))
        for (id, byte) in [(UInt32(1), UInt8(4)), (2, 5)] {
            try take(
                .venueKey, 900 + UInt64(id),
                VenueKeyValue(
                    offering: Self.offering, course: 0, keyId: id, key: [UInt8](repeating: byte, count: 32), periodS: 30
                ))
        }
    }

    /// Puts an item into the terminal's scope, as a pull does.
    private func take(_ kind: ItemKind, _ item: UInt64, _ value: some Message) throws {
        try terminal.database.write { transaction in
            try transaction.execute(
                "INSERT INTO scope_item (kind, item, position, pull, value) VALUES (?1, ?2, 999, 1, ?3)",
                kind.rawValue, item, value.serialized())
        }
    }

    /// - Parameter aheadMs: how far the wall clock is ahead of the server's time.
    private func time(_ serverMs: Int64, aheadMs: Int64 = 0) -> DeviceTime {
        DeviceTime(
            monotonicMs: contact.monotonicMs + UInt64(serverMs - contact.wallMs), wallMs: serverMs + aheadMs)
    }

    @Test(
        "ATT-1a ATT-1b without a network a terminal shows a code that the server accepts, the window and who has come")
    func shown() throws {
        let shown = try terminal.display(Self.offering, course: 0, at: time(Self.nine + 7_000))
        let code = try VenueCode(text: shown.code)
        #expect(code.validity([key], nowMs: Self.nine + 7_000, toleranceMs: 0) == .valid)
        #expect(code.validity([key], nowMs: Self.nine + 30_000, toleranceMs: 0) == .expired(sinceMs: 0))
        #expect(shown.leftMs == 23_000 && shown.window == 480...600 && shown.arrived == 0)
        #expect(Door.clock(480...600) == "08:00–10:00")
        let later = try terminal.display(Self.offering, course: 0, at: time(Self.nine + 30_000))
        #expect(later.code != shown.code && later.leftMs == 30_000)
        #expect(try terminal.display(Self.offering, course: 0, at: time(Self.nine + 3 * 3_600_000)).window == nil)
    }

    @Test("ATT-1a on another day, and of a course without a key, no code is shown")
    func refused() throws {
        #expect(throws: Refusal(.outsideActivityDates, field: "offering")) {
            try terminal.display(Self.offering, course: 0, at: time(Self.nine + 86_400_000))
        }
        let failure = #expect(throws: Refusal.self) {
            try terminal.display(Self.offering, course: 9, at: time(Self.nine))
        }
        #expect(failure?.code == .notFound && failure?.field == "course")
    }

    @Test("ATT-7 the code of a skills exam is shown from its sign-in on, not before")
    func exam() throws {
        let day = OfferingDay(day: Self.day, windowMinutes: [9 * 60, 12 * 60])
        try take(.offering, Self.exam, OfferingValue(title: "技能考核", timeZone: "Asia/Shanghai", days: [day]))
        try take(.skillsExam, Self.exam, SkillsExamValue(checklist: 3, edition: 1))
        try take(
            .venueKey, 950,
            VenueKeyValue(offering: Self.exam, course: 0, keyId: 1, key: [UInt8](repeating: 6, count: 32), periodS: 30))
        let failure = #expect(throws: Refusal.self) {
            try terminal.display(Self.exam, course: 0, at: time(Self.nine - 1000))
        }
        #expect(failure?.code == .tooEarly && failure?.reason.en.contains("09:00") == true)
        #expect(try terminal.display(Self.exam, course: 0, at: time(Self.nine)).leftMs == 30_000)
    }

    @Test("SYN-8 a wall clock that is set wrong after a sync changes no code: time goes on from the server's answer")
    func wrongClock() throws {
        let shown = try terminal.display(Self.offering, course: 0, at: time(Self.nine, aheadMs: 20 * 60_000))
        #expect(try VenueCode(text: shown.code).validity([key], nowMs: Self.nine, toleranceMs: 0) == .valid)
    }
}
