import Causality
import Crypto
import Domain
import Facts
import Messages
import Passes
import PowerCut
import Storage
import Terminal
import Testing

@Suite struct RecordingTests {
    // In the order in which they must be freed: a database before its disk.
    let terminal: TerminalCore
    let device: Device
    let world: World

    init() throws {
        world = try World(seed: 1, devices: 1)
        device = world.devices[0]
        terminal = try #require(device.terminal)
    }

    private func batches(_ terminal: TerminalCore) throws -> [DecodedBatch] {
        try terminal.database.read { snapshot in
            try snapshot.all("SELECT body FROM batch ORDER BY first_sequence") { try Batch.decode($0.bytes(0)) }
        }
    }

    @Test("a live batch never spans a boot, and a file's punches are a batch of their own")
    func kindsOfBatch() throws {
        try device.scan("N1001")
        try device.scan("N1002")
        try device.importFile(0..<3)
        try device.scan("N1003")
        try device.powerOn()
        try device.scan("N1004")
        let again = try #require(device.terminal)
        #expect(try again.seal() == 4)
        let batches = try batches(again)
        #expect(batches.map(\.count) == [2, 3, 1, 1])
        #expect(batches.map(\.header.isImported) == [false, true, false, false])
        let boots = batches.compactMap { batch in batch.monotonicMs(0)?.boot }
        #expect(boots.count == 3 && boots[0] == boots[1] && boots[1] < boots[2])
        #expect(batches[1].localMs(0).map { $0 % 86_400_000 } == 0)
    }

    @Test("a repeat of the day is told and kept; after a void the next one is the first again")
    func repeats() throws {
        let first = try device.scan("N1001")
        #expect(!first.isRepeat)
        #expect(try device.scan("n1001").isRepeat)
        #expect(try device.scan(" ｎ１００１ ").isRepeat)
        #expect(try !device.scan("N1002").isRepeat)
        try device.void(first)
        #expect(try !device.scan("N1001").isRepeat)
        device.wallSkewMs = 86_400_000
        #expect(try !device.scan("N1001").isRepeat)
        #expect(try terminal.status().pending == 7)
    }

    @Test("the same file again, or one that overlaps it, records only what is new")
    func importTwice() throws {
        #expect(try device.importFile(0..<10) == ImportOutcome(lines: 10, recorded: 10))
        #expect(try device.importFile(0..<10) == ImportOutcome(lines: 10, repeated: 10))
        #expect(try device.importFile(5..<15) == ImportOutcome(lines: 10, recorded: 5, repeated: 5))
        // For another offering they are other records.
        let again = try AttendanceFile(Array("  N1001\t2026-10-10 00:00:00\t1\t0\t1\t0\r\n".utf8))
        let other = try terminal.importFile(again, offering: 501, zone: .china, serial: "S0")
        #expect(other.recorded == 1)
        let odd = try AttendanceFile(Array("SN123\r\n  77\t2026-10-03 08:00:00\t1\t0\t1\t0\r\n".utf8))
        let outcome = try terminal.importFile(odd, offering: 500, zone: .china, serial: "S")
        #expect(outcome == ImportOutcome(lines: 2, recorded: 1, unknown: 1, unread: 1))
    }

    @Test(
        "BKG-4b case 3 a genuine pass names its person offline, and says who is not on the roster any more; a forged one is kept as it was read"
    )
    func passes() throws {
        let validMs = SimulatedServer.morning - 1000..<SimulatedServer.morning + 86_400_000
        let site = world.server.siteKey.publicKey.siteID
        let pass = try Pass(.course, person: 1003, offering: 500, validMs: validMs, serial: 1)
        let genuine = try device.scan(pass.signed(by: world.server.siteKey, keyID: 1, siteID: site).text)
        #expect(genuine.validity == .valid)
        #expect(genuine.who == .known(try terminal.roster(of: 500)[2]))

        let stranger = try Pass(.course, person: 7, offering: 500, validMs: validMs, serial: 1)
        let elsewhere = try device.scan(stranger.signed(by: world.server.siteKey, keyID: 1, siteID: site).text)
        #expect(elsewhere.who == .notOnRoster(person: 7))

        let forged = pass.signed(by: terminal.deviceKey, keyID: 1, siteID: site).text
        let kept = try device.scan(forged)
        #expect(kept.validity == .forged && kept.who == .unknown(forged) && kept.unknownKey == nil)

        // The site key's signature does not make it a pass of another key, which is unknown here.
        let later = pass.signed(by: world.server.siteKey, keyID: 7, siteID: site).text
        let unjudged = try device.scan(later)
        #expect(unjudged.unknownKey == 7 && unjudged.validity == nil && unjudged.who == .unknown(later))
        #expect(throws: Refusal.self) { try device.scan("RP1-garbage") }
        #expect(throws: Refusal.self) { try device.scan("") }
    }

    @Test("a mark replaces its examiner's own and stands beside another's")
    func marks() throws {
        #expect(try device.score("N1001", 6000, actor: 1).replaced == 0)
        #expect(try device.score("N1001", 6500, actor: 1).replaced == 1)
        let other = try device.score("N1001", 8000, actor: 2)
        #expect(other.replaced == 0 && other.view.needsDecision)
        #expect(throws: Refusal.self) { try device.score("nobody", 6000, actor: 1) }
        #expect(throws: Refusal.self) { try device.score("N1001", 100_001, actor: 1) }
    }

    @Test("the server's last receipt rides in the next batch and in no other of its boot")
    func receipts() throws {
        for number in 1001...1003 {
            try device.scan("N\(number)")
            if number != 1003 { try device.sync(world.server) }
        }
        try terminal.seal()
        try device.scan("N1004")
        try terminal.seal()
        let receipts = try batches(terminal).map { $0.header.receipt != nil }
        // Opening a log gives a receipt too.
        #expect(receipts == [true, true, true, false])
    }

    @Test("long texts are cut into batches that always fit the stream, and thousands of facts arrive")
    func manyAndLarge() throws {
        for start in 0..<3 {
            try device.replay((0..<500).map { "\(start * 500 + $0)" + String(repeating: "长", count: 80) })
        }
        try device.replay((0..<2500).map { "N\(1001 + $0 % 12)" })
        let report = try device.sync(world.server, seed: 5)
        #expect(report.factsSent == 4000 && report.factsAcknowledged == 4000 && report.isComplete)
        #expect(report.quarantined.count == 1500)
        let found = try world.server.problems(world.devices)
        #expect(found.isEmpty)
        let status = try terminal.status()
        #expect(status.acknowledged == 4000 && status.quarantined == 1500 && status.sealed == 0 && status.pending == 0)
        #expect(try batches(terminal).allSatisfy { $0.count <= TerminalCore.factsPerBatch })
    }

    @Test("names are shown only while the roster key is in memory")
    func names() throws {
        #expect(try terminal.roster(of: 500)[0].name == "Name 1001")
        try device.powerOn()
        let again = try #require(device.terminal)
        #expect(try again.roster(of: 500)[0].name == nil)
        #expect(try again.roster(of: 500)[0].number == "N1001")
        try device.sync(world.server)
        #expect(try again.roster(of: 500)[0].name == "Name 1001")
    }

    @Test("an enrolled terminal cannot be enrolled at another base, and one that is not records nothing")
    func enrolment() throws {
        let other = try SimulatedServer(image: SimulatedServer.foundation.get(), clock: world.clock)
        try Device(1).enrol(other)
        try other.write { try $0.execute("UPDATE enrolment_code SET base = ?1", SimulatedServer.otherBase) }
        #expect(throws: Refusal.self) { try device.enrol(other) }
        let fresh = try Device(3)
        #expect(throws: Refusal.self) { try fresh.scan("N1001") }
    }
}
