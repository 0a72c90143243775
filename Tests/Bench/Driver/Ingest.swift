import Seeded
import Messages
import Threads

/// Terminals send batches of a thousand scans.
struct Ingest {
    static let connections = 8
    static let batchesOfOne = 125
    static let scansPerBatch = 1_000
    static let scansPerOffering = 100_000
    static let depth = 8

    let fixture: Fixture
    let yardstickFile: String
    let durableFile: String
    let appliedFile: String
    /// The number of scans per person at the first offering.
    let scansOfPerson: [UInt64: Int]
    var scans: Int { Self.connections * Self.batchesOfOne * Self.scansPerBatch }

    /// Signs and encodes everything to send, the same scans for both.
    init(_ places: Places, _ fixture: Fixture) throws {
        self.fixture = fixture
        var theirs: [Prepared.Script] = []
        var ours: [Prepared.Script] = []
        var random = SeededRandom(seed: 1)
        var scansOfPerson: [UInt64: Int] = [:]
        // No scan is later than its sending: the part of the day that has passed, minus the longest batch.
        let soFarMs = WallClock.nowMs() - fixture.dayBeginsMs - Int64(Self.scansPerBatch) * 4000
        let stepMs = min(2_500_000, max(0, soFarMs / 30))
        for number in 0..<Self.connections {
            var device = fixture.terminals[number]
            var rows: [Prepared.Operation] = []
            var batches: [Device.Sealed] = []
            for batch in 0..<Self.batchesOfOne {
                let place = (batch * Self.connections + number) * Self.scansPerBatch / Self.scansPerOffering
                let offering = fixture.offerings[place]
                let beginMs = fixture.dayBeginsMs + Int64(batch % 30) * stepMs
                var payload = Row.batch
                var scans: [(person: UInt64, afterS: UInt64)] = []
                var timeMs = beginMs
                for index in 0..<Self.scansPerBatch {
                    let person = fixture.people[random.next(below: fixture.people.count)]
                    let afterS = UInt64(random.next(below: 5))
                    timeMs += Int64(afterS) * 1000
                    scans.append((person, afterS))
                    if place == 0 { scansOfPerson[person, default: 0] += 1 }
                    Row(
                        terminal: UInt64(number + 1), sequence: UInt64(batch * Self.scansPerBatch + index + 1),
                        person: person, timeMs: timeMs, offering: offering
                    ).append(to: &payload)
                }
                rows.append(.init(bytes: Prepared.message(payload)))
                batches.append(try device.seal(scans, at: offering, beginMs: beginMs))
            }
            theirs.append(.init(operations: rows))
            ours.append(device.script(batches))
        }
        self.scansOfPerson = scansOfPerson
        yardstickFile = try Prepared(answers: .status, scripts: theirs).write(to: places.file("ingest-yardstick"))
        durableFile = try Prepared(answers: .durable, scripts: ours).write(to: places.file("ingest-durable"))
        appliedFile = try Prepared(answers: .applied, scripts: ours).write(to: places.file("ingest-applied"))
    }

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let ingest = try Ingest(places, fixture)
        var durable: [Double] = []
        var queries: [Queries.Figures] = []
        let rounds = try Rounds(
            theirs: { try ingest.runYardstick(places) },
            ours: {
                durable.append(try ingest.runOurs(places, ingest.durableFile) { _ in }.perSecond)
                return try ingest.runOurs(places, ingest.appliedFile) { server in
                    queries.append(try Queries(ingest).run(places, server))
                }
            })
        let perBatch = Double(scansPerBatch)
        report(
            "ingest",
            [
                "ratio": rounds.ratio, "ratio_durable": median(durable) / rounds.yardstickPerSecond,
                "scans_per_second": rounds.perSecond * perBatch, "yardstick": rounds.yardstickPerSecond * perBatch,
                "p99_person_ms": median(queries.map(\.p99PersonMs)),
                "p99_window_ms": median(queries.map(\.p99WindowMs)),
                "first_question_ms": median(queries.map(\.firstMs)), "p99_batch_ms": rounds.p99Us / 1000,
                "cpu_ratio": rounds.processorRatio,
            ])
    }

    func runYardstick(_ places: Places) throws -> Load.Figures {
        try places.remove("ingest.db")
        let yardstick = try Yardstick(places, "ingest", [places.file("ingest.db")])
        defer { withExtendedLifetime(yardstick) {} }
        let figures = try Load(depth: Self.depth).run(places, yardstickFile, on: yardstick)
        try yardstick.child.stop()
        return figures
    }

    private func runOurs(
        _ places: Places, _ file: String, then body: (OurServer) throws -> Void
    ) throws -> Load.Figures {
        _ = try places.copy(Fixture.data, to: "ingest")
        let server = try OurServer(places, data: "ingest")
        let figures = try Load(depth: Self.depth).run(places, file, on: server)
        try body(server)
        try server.child.stop()
        return figures
    }
}
