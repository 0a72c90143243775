import Crypto
import Facts
import Journal
import Messages
import Storage
import Testing

/// The times of a terminal's facts, whatever its clocks show: by contacts, through the protocol.
@Suite struct TerminalClockTests {
    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 3_600_000
    private let world: World
    private let door: Door
    private let keeper: Client

    init() throws {
        world = try World()
        door = try Door(in: world)
        keeper = try world.client("keeper")
    }

    private func scans() throws -> [Scan] {
        let list: ListScansReply = try keeper.call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        return list.scans
    }

    private func check(in number: String, header: BatchHeader) throws {
        try door.seal(
            Fact(
                kind: .checkIn, subject: .person(world.person(number)), offering: world.offering, method: .pass),
            header: header)
    }

    /// Returns the scan of the only batch, sent at `now` by a terminal that opens its log then.
    private func only(_ header: BatchHeader, at now: Int64 = TestServer.nine) throws -> Scan {
        try check(in: "N01", header: header)
        door.time = now
        try door.sync()
        return try #require(scans().last)
    }

    @Test("SYN-8 a wall clock hours in the future, or years behind, decides nothing where the boot has a contact")
    func wallClock() throws {
        for wallMs in [TestServer.nine + 2 * Self.hour, 946_684_800_000] {
            var header = door.header
            header.wallMs = wallMs
            let scan = try only(header)
            #expect(scan.state != .outsideDates && scan.state != .flagged && scan.basis == .measured)
            #expect(scan.atMs == TestServer.nine && scan.latestMs <= TestServer.nine)
        }
    }

    @Test("SYN-8 a device without a wall clock is told by its monotonic time")
    func noWallClock() throws {
        let scan = try only(
            BatchHeader(timebase: .boot(1, monotonicMs: door.monotonicMs(at: TestServer.nine - 5 * Self.minute))))
        #expect(scan.state == .counted && scan.basis == .measured)
        #expect(abs(scan.atMs - TestServer.nine + 5 * Self.minute) < 1000)
    }

    @Test("SYN-8 a boot that nothing is known of is uncertain, however right its wall clock looks")
    func unknownBoot() throws {
        let scan = try only(BatchHeader(timebase: .boot(77, monotonicMs: 5000), wallMs: TestServer.nine))
        #expect(scan.state == .flagged && scan.code == .timeUncertain && scan.basis == .unknown)
        #expect(scan.latestMs == TestServer.nine && scan.earliestMs == 0)
    }

    @Test("SYN-8 a forged receipt is no evidence and is counted; a genuine one bounds a later boot from below")
    func receipts() throws {
        // What the server has given at nine.
        let given = try door.open()
        func header(token: UInt64, boot: UInt64) -> BatchHeader {
            BatchHeader(
                timebase: .boot(boot, monotonicMs: 5000), wallMs: TestServer.nine,
                receipt: .init(
                    sequence: 0, timeMs: UInt64(TestServer.nine), token: token, boot: 1,
                    monotonicMs: door.monotonicMs(at: TestServer.nine)))
        }
        let genuine = try only(header(token: given.receiptToken, boot: 2), at: TestServer.nine + 20 * Self.minute)
        #expect(genuine.earliestMs == TestServer.nine && genuine.latestMs == TestServer.nine + 20 * Self.minute)
        // Twenty minutes lie inside the window.
        #expect(genuine.state == .counted)
        let forged = try only(header(token: 42, boot: 3), at: TestServer.nine + 20 * Self.minute)
        #expect(forged.state == .flagged && forged.earliestMs == 0)
        let terminals: ListTerminalsReply = try keeper.call(.terminalsListTerminals, ListTerminalsRequest())
        #expect(terminals.terminals.map(\.forgedReceipts) == [1])
    }

    @Test("SYN-8 one wrong reading spoils no other fact: a dead battery at the first scan, right afterwards, same boot")
    func oneWrongReading() throws {
        var wrong = door.header
        wrong.wallMs = 946_684_810_000
        try check(in: "N01", header: wrong)
        door.time += Self.minute
        try check(in: "N02", header: door.header)
        door.time += Self.minute
        try door.sync()
        let found = try scans()
        #expect(found.map(\.state) == [.counted, .counted])
        for (scan, at) in zip(found, [TestServer.nine, TestServer.nine + Self.minute]) {
            #expect(abs(scan.atMs - at) < 1000 && scan.basis == .measured)
        }
    }

    /// A day without a network: a contact, two boots without one, and a contact.
    private func dayWithoutNetwork(before: Int64, during: [Int64], after: Int64) throws -> [Scan] {
        door.wallOffMs = before
        try door.sync()
        for (index, off) in during.enumerated() {
            door.reboot(at: TestServer.nine + Int64(index) * Self.hour + 1)
            door.wallOffMs = off
            door.time = TestServer.nine + Int64(index) * Self.hour + 10 * Self.minute
            try check(in: "N0\(index + 1)", header: door.header)
        }
        door.reboot(at: TestServer.nine + 9 * Self.hour)
        door.wallOffMs = after
        door.time = TestServer.nine + 10 * Self.hour
        try door.syncThen()
        return try scans()
    }

    @Test(
        "SYN-8 boots without a contact count on the clock's word where contacts before and after vouch for it, and say so"
    )
    func clocksWord() throws {
        let found = try dayWithoutNetwork(before: 900, during: [1000, 1100], after: -2000)
        #expect(found.map(\.state) == [.counted, .counted] && found.map(\.basis) == [.clocksWord, .clocksWord])
        let list: ListScansReply = try keeper.call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(list.totals?.onClocksWord == 2)
        #expect(abs(found[0].atMs - TestServer.nine - 10 * Self.minute) < 2000)
    }

    @Test("SYN-8 a clock that is off by the same hours before and after is put right")
    func constantlyOff() throws {
        let off = -8 * Self.hour
        let found = try dayWithoutNetwork(before: off, during: [off, off], after: off)
        #expect(found.map(\.state) == [.counted, .counted] && found.map(\.basis) == [.clocksWord, .clocksWord])
        #expect(abs(found[1].atMs - TestServer.nine - 70 * Self.minute) < 2000)
    }

    @Test("SYN-8 where the contacts before and after disagree, the clock's word is not taken")
    func disagreeing() throws {
        let found = try dayWithoutNetwork(before: 0, during: [0, 0], after: Self.hour)
        #expect(found.allSatisfy { $0.state == .flagged && $0.code == .timeUncertain })
    }

    @Test("SYN-8 where the wall clock was set in any boot between, the clock's word is not taken")
    func set() throws {
        try door.sync()
        door.reboot(at: TestServer.nine + 1)
        door.time += 10 * Self.minute
        try check(in: "N01", header: door.header)
        // Somebody sets the clock in this boot, and back again.
        door.wallOffMs = 20 * Self.minute
        door.time += Self.minute
        try check(in: "N02", header: door.header)
        door.reboot(at: door.time + 1)
        door.wallOffMs = 0
        door.time += Self.hour
        try door.syncThen()
        #expect(try scans().allSatisfy { $0.state == .flagged && $0.code == .timeUncertain })
    }

    @Test(
        "SYN-8 what was uncertain is judged anew when a later contact bounds it, also where it was asked about before")
    func later() throws {
        // Made after the contact of its connection, and known to be no later than it came.
        try door.open()
        door.time += Self.minute
        world.clock.set(door.time + 3 * Self.hour)
        try check(in: "N01", header: BatchHeader(timebase: .boot(9, monotonicMs: 60_000)))
        _ = try door.push(door.batches.map { door.message($0) })
        #expect(try scans().map(\.state) == [.flagged])
        // The same boot opens its log: 60,000 ms was three hours ago.
        let now = world.clock.now
        let _: OpenReply = try door.client.call(
            .syncOpen,
            OpenRequest(logs: [door.claim()], boot: 9, monotonicMs: UInt64(60_000 + 3 * Self.hour), wallMs: now))
        #expect(try scans().map(\.state) == [.flagged])
        try door.reconnect()
        let _: OpenReply = try door.client.call(
            .syncOpen,
            OpenRequest(logs: [door.claim()], boot: 9, monotonicMs: UInt64(60_001 + 3 * Self.hour), wallMs: now))
        #expect(try scans().map(\.state) == [.counted])
    }

    @Test("SYN-8 a file's punches stand as it says, and never later than they came")
    func imported() throws {
        func punch(_ number: String, _ utcMs: Int64) throws {
            try check(
                in: number,
                header: BatchHeader(timebase: .imported(zoneMinutes: 480, localMs: utcMs + 480 * Self.minute)))
        }
        try punch("N01", TestServer.nine - Self.minute)
        try punch("N02", TestServer.nine + Self.minute)
        try door.sync()
        let found = try scans()
        #expect(found.map(\.state) == [.counted, .flagged] && found.map(\.basis) == [.asserted, .unknown])
        #expect(found[0].atMs == TestServer.nine - Self.minute && found[1].code == .timeUncertain)
    }

    @Test(
        "ATT-9b a person says when somebody came whose attendance clock was years wrong: on an activity date, and not to come"
    )
    func yearsWrong() throws {
        let wrongMs = TestServer.nine - 26 * 365 * 24 * Self.hour
        try check(
            in: "N01", header: BatchHeader(timebase: .imported(zoneMinutes: 480, localMs: wrongMs + 480 * Self.minute)))
        try door.sync()
        let scan = try #require(try scans().first)
        #expect(scan.state == .outsideDates && scan.atMs == wrongMs)
        for (ms, code) in [
            (Int64(0), ErrorCode.outsideActivityDates), (wrongMs + Self.hour, .outsideActivityDates),
            (world.clock.now + 1, .invalid),
        ] {
            let outcome = try world.decide([scan], .counts, at: ms).outcomes.first
            #expect(outcome?.failure?.code == code, "at \(ms)")
        }
        #expect(try scans().map(\.state) == [.outsideDates])
        #expect(try world.decide([scan], .counts, at: TestServer.nine - Self.minute).decided == 1)
        #expect(try scans().map(\.state) == [.counted] && scans()[0].atMs == TestServer.nine - Self.minute)
        #expect(try world.decide(scans(), .countOpen).decided == 1)
        #expect(try scans().map(\.state) == [.outsideDates])
    }

    @Test("SYN-8 SYN-11 a terminal that syncs every minute keeps one contact in some hours")
    func bounded() throws {
        for minute in 0..<600 {
            door.time = TestServer.nine + Int64(minute) * Self.minute
            world.clock.set(door.time)
            if minute % 60 == 0 { try door.reconnect() }
            try door.open()
        }
        #expect((2...5).contains(try world.server.count("SELECT COUNT(*) FROM contact")))
    }
}
