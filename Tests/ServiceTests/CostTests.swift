import Application
import Causality
import Facts
import Journal
import Messages
import Seeded
import Storage
import Testing
import Wire

@testable import Service

/// The server's cost of a terminal's data is proportional to its bytes.
@Suite struct CostTests {
    /// A body of `count` check-ins of one person at one moment: three columns that never change.
    private func bomb(
        _ count: UInt64, first: UInt64, person: UInt64, offering: UInt64, wallMs: Int64, monotonicMs: UInt64
    ) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeByte(1)
        writer.writeVarint(0b1111)
        writer.writeVarint(first)
        writer.writeVarint(count)
        writer.writeVarint(1)
        writer.writeVarint(monotonicMs)
        writer.writeSignedVarint(wallMs)
        writer.writeVarint(1)
        writer.writeVarint(person)
        writer.writeBytes([0, 0, 3])
        for (id, value) in [(UInt64(0), UInt64(1)), (3, offering), (5, 1)] {
            var constant = ByteWriter()
            constant.writeVarint(value)
            writer.writeVarint(id)
            writer.writeByte(0)
            writer.writeVarint(UInt64(constant.bytes.count))
            writer.writeBytes(constant.bytes)
        }
        return writer.bytes
    }

    @Test(
        "SYN-11 batches of a few bytes that claim 65,536 facts each say no more than their bytes pay for, and are told so"
    )
    func bombs() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        var paid = 0
        for _ in 0..<120 {
            let body = bomb(
                65_536, first: door.chain.head.sequence + 1, person: person, offering: world.offering,
                wallMs: door.time,
                monotonicMs: door.monotonicMs(at: door.time)
            )
            paid += BatchAllowance.units(ofBytes: body.count)
            try door.seal(body: body)
        }
        let acks = try door.sync()
        let told = try #require(acks.first?.quarantined.first)
        #expect(told.code == .tooManyFacts && told.last == 65_536)
        #expect(told.sequence == UInt64(BatchAllowance.units(ofBytes: door.batches[0].body.count)) + 1)
        #expect(acks.allSatisfy { $0.quarantined.count == 1 && $0.durable > 0 })
        let keeper = try world.client("keeper")
        for _ in 0..<6 {
            let reply: AnalyseReply = try keeper.call(
                .attendanceAnalyse, AnalyseRequest(offering: world.offering))
            #expect(reply.present == 1 && Int(reply.totals?.scans ?? 0) == paid)
        }
        #expect(paid < 120 * 120)
    }

    @Test("SYN-11 an honest device pays for what it repeats: all its facts count")
    func honest() throws {
        let world = try World()
        let door = try Door(in: world)
        let fact = Fact(
            kind: .checkIn, subject: .person(try world.person("N01")), offering: world.offering, method: .pass)
        let body = try Batch.encode(
            header: door.header, firstSequence: 1,
            facts: Array(repeating: fact, count: 1000))
        try door.seal(body: body)
        #expect(try door.sync().map(\.all) == [1000])
        #expect(body.count + 64 >= 1000)
    }

    @Test("SYN-11 beyond so many facts of one day of recording the rest is kept, does not count, and is told")
    func days() throws {
        let world = try World()
        let door = try Door(in: world)
        let day = door.time / 86_400_000
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        try world.server.database.write { transaction in
            try transaction.execute("UPDATE recorded_day SET facts = ?1", JournalStore.factsPerDay - 1)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM recorded_day WHERE day = ?1", day) == 1)
        try door.scan(world.person("N02"), world.person("N03"), world.person("N04"), offering: world.offering)
        let ack = try #require(try door.sync().first)
        #expect(ack.durable == 4 && ack.quarantined == [QuarantinedFact(sequence: 3, code: .tooManyFacts, last: 4)])
        // It arrives the same day; another day of recording is counted by itself.
        door.time += 86_400_000
        try door.scan(world.person("N05"), offering: world.offering)
        #expect(try door.sync().map(\.all) == [5])
        let list: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(list.scans.map(\.number) == ["N01", "N02", "N05"])
    }

    @Test("SYN-11 a terminal that has stored as much as it may waits, loses nothing, and goes on when its base lets it")
    func full() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        let keeper = try world.client("keeper")
        try world.server.database.write { transaction in
            try transaction.execute("UPDATE terminal SET stored_bytes_limit = 500 WHERE id = ?1", door.terminal)
        }
        for number in ["N02", "N03"] { try door.scan(world.person(number), offering: world.offering) }
        try door.open()
        #expect(try door.push(door.batches[1], door.batches[2]).first?.refused == .terminalFull)
        #expect(ErrorCode.terminalFull.rule.retryable)
        // What it has stored is acknowledged all the same.
        #expect(try door.push(door.batches[0]).map(\.all) == [1])
        let request = RaiseTerminalRequest(terminal: door.terminal, mebibytes: 1, reason: "大型活动")
        try refused(.notAllowed) {
            try world.client("stranger").call(.terminalsRaiseTerminal, request, reply: RaiseTerminalReply.self)
        }
        let raised: RaiseTerminalReply = try keeper.call(.terminalsRaiseTerminal, request)
        #expect(raised.terminal?.storedBytesLimit == 1 << 20)
        try refused(.invalid, field: "mebibytes") {
            try keeper.call(.terminalsRaiseTerminal, request, reply: RaiseTerminalReply.self)
        }
        #expect(try door.sync().map(\.all) == [2, 3])
        let audited = try world.server.read { try $0.all("SELECT detail FROM audit") { $0.text(0) } }
        #expect(audited.contains { $0.contains("大型活动") })
    }

    // Operations

    /// In measured units of about 40 ns: the server's work for a batch.
    private struct Operations {
        static let signature = 1500
        static let rowWritten = 100
        static let factJudged = 6
        var units = 0
        var bytes = 0

        var perByte: Double { Double(units) / Double(bytes) }
    }

    private struct Pusher {
        let journal: JournalStore
        let database: Database
        var log: JournalStore.StoredLog
        var pushed: PushedLogs
        let door: Door

        /// Verifies, decodes and appends, as a push does, and counts.
        mutating func push(_ body: [UInt8], into operations: inout Operations) throws {
            let sealed = try door.seal(body: body)
            let message = PushBatch(handle: 1, body: body, signature: sealed.signature)
            operations.bytes += message.serialized().count
            operations.units += Operations.signature
            guard case .verified(_, let fresh, _) = pushed.take(message, bytes: 0) else {
                throw Missing(what: "verifying")
            }
            let (journal, before) = (journal, log)
            let written: (log: JournalStore.StoredLog, rows: Int, isPlain: Bool) = try database.write { transaction in
                let rows = try transaction.first("SELECT total_changes()") { $0.int(0) } ?? 0
                let appended = try journal.append(fresh, to: before, now: TestServer.nine, transaction)
                let after = try transaction.first("SELECT total_changes()") { $0.int(0) } ?? 0
                let isPlain = try transaction.first("SELECT plain FROM batch ORDER BY id DESC LIMIT 1") { $0.bool(0) }
                return (appended.log, after - rows, isPlain ?? false)
            }
            log = written.log
            operations.units += written.rows * Operations.rowWritten
            for batch in fresh {
                operations.units += batch.decoded.admitted + batch.decoded.subjects.count
                if !written.isPlain { operations.units += batch.decoded.rows.count * Operations.factJudged }
            }
        }
    }

    @Test(
        "SYN-11 30,000 random pushes, folded, repeated and hostile, cost at most four times an honest one's operations a byte"
    )
    func operationsPerByte() throws {
        let world = try World()
        let people = try World.numbers.map { try world.person($0) }
        var random = SeededRandom(seed: TestServer.seed)
        var honest = Operations()
        var shapes: [Int: Operations] = [:]
        var pusher: Pusher?
        for round in 0..<30_000 {
            // Another device now and then, so that its day and its bytes last.
            if round % 10_000 == 0 { pusher = try self.pusher(world, seed: UInt8(round / 10_000 + 1)) }
            guard var device = pusher else { continue }
            pusher = nil
            let first = device.log.head.sequence + 1
            if round % 30 == 0 {
                try device.push(try honestBody(first, people, world, &random), into: &honest)
            } else {
                let shape = round % 6
                let body = try hostileBody(shape, first, people, world, &random)
                try device.push(body, into: &shapes[shape, default: Operations()])
            }
            pusher = device
        }
        for (shape, operations) in shapes {
            #expect(
                operations.perByte <= 4 * honest.perByte,
                "seed \(TestServer.seed), shape \(shape): \(operations.perByte) a byte, honest \(honest.perByte)")
        }
    }

    private func pusher(_ world: World, seed: UInt8) throws -> Pusher {
        let door = try Door(in: world, seed: seed)
        try door.open()
        let row = UInt64(try world.server.count("SELECT id FROM log WHERE log_id = ?1", door.log.bytes))
        let opened = OpenedLogs()
        _ = opened.handle(of: door.log.bytes)
        let journal = world.server.service.journal
        try world.server.database.write { transaction in
            try transaction.execute("UPDATE terminal SET stored_bytes_limit = ?1", Int64(1) << 40)
        }
        guard let log = try world.server.read({ try journal.log(row, $0) }) else { throw Missing(what: "the log") }
        return Pusher(
            journal: journal, database: world.server.database, log: log,
            pushed: PushedLogs([log], opened: opened, site: door.site), door: door)
    }

    private func honestBody(
        _ first: UInt64, _ people: [UInt64], _ world: World, _ random: inout SeededRandom
    ) throws -> [UInt8] {
        var offset: Int64 = 0
        let facts = (0..<100).map { _ in
            offset += Int64.random(in: 0...20, using: &random) * 1000
            return Fact(
                kind: .checkIn, subject: .person(people.randomElement(using: &random) ?? 1), offsetMs: offset,
                offering: world.offering, method: .pass)
        }
        return try Batch.encode(
            header: BatchHeader(timebase: .boot(1, monotonicMs: 1000), wallMs: TestServer.nine), firstSequence: first,
            facts: facts)
    }

    private func hostileBody(
        _ shape: Int, _ first: UInt64, _ people: [UInt64], _ world: World, _ random: inout SeededRandom
    ) throws -> [UInt8] {
        let day = Int64.random(in: 0..<20_000, using: &random) * 86_400_000
        let header = BatchHeader(timebase: .boot(1, monotonicMs: 1000), wallMs: day)
        let count = Int.random(in: 1...(random.chance(5) ? 200 : 30), using: &random)
        func fact(_ row: Int) -> Fact {
            var fact = Fact(kind: .checkIn, subject: .person(people[0]), offering: world.offering, method: .pass)
            switch shape {
            case 1:
                // Marks of one person, by examiners and for assessments that do not exist.
                fact.kind = .score
                fact.actor = UInt64.random(in: 0..<(1 << 20), using: &random)
                fact.assessment = UInt64.random(in: 0..<(3), using: &random)
            case 2:
                // Offerings that do not exist, each another.
                fact.offering = UInt64(1_000_000 + row)
            case 3:
                // Good and bad in turn, so that no two stand in one range.
                fact.course = row % 2 == 0 ? 0 : 4242
            case 4:
                fact.subject = row % 2 == 0 ? .raw([UInt8(row & 0x7F) + 1]) : .person(UInt64(row) + 1)
            case 5:
                fact.kind = FactKind(number: UInt64.random(in: 0..<(8), using: &random))
                fact.references = [FactReference(.replaces, 1)]
            default: break
            }
            return fact
        }
        guard shape != 0 else {
            return bomb(
                UInt64.random(in: 1...65_536, using: &random), first: first, person: people[0],
                offering: world.offering, wallMs: day, monotonicMs: 1000)
        }
        // Without the zeros an honest device adds: as small as the columns can be written.
        let body = try Batch.encode(header: header, firstSequence: first, facts: (0..<count).map(fact))
        return body
    }
}
