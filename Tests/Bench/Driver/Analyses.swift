import Messages
import Seeded
import Threads
import Wire

/// A class's 100,000 scans, analysed with windows that differ from the last ones, compared with one statement on a table of a
/// row a scan, in the order of its index; and the first question after a start, when every batch is read.
struct Analyses {
    private static let scans = 100_000
    private static let repetitions = 20
    /// Parts of the day so far, scans in the middle of each, far from its edges: the clocks of terminals are known to within seconds.
    /// One set of windows holds the even ones, the other the odd ones.
    private static let parts: UInt32 = 8

    private let fixture: Fixture
    /// In minutes.
    private let part: UInt32
    /// The scans that were sent, by part.
    private var sent: [[UInt64: Int]]
    private let ours: String
    private let theirs: String

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let analyses = try Analyses(places, fixture)
        let (data, database) = try analyses.store(places)
        var (ours, theirs, first, firstOfTheirs, kept): ([Double], [Double], [Double], [Double], [Double]) =
            ([], [], [], [], [])
        for _ in 0..<Rounds.count {
            let asked = try analyses.askTable(database, places)
            theirs.append(asked.us)
            firstOfTheirs.append(asked.firstUs)
            let server = try OurServer(places, data: data)
            first.append(try analyses.ask([analyses.windows(0)], rounds: 1, server, places))
            ours.append(
                try analyses.ask([analyses.windows(1), analyses.windows(0)], rounds: repetitions, server, places))
            kept.append(try analyses.ask([[]], rounds: repetitions, server, places))
            try server.child.stop()
        }
        report(
            "analysis",
            [
                // The target is at least 3.
                "ratio": median(zip(theirs, ours).map { $0 / $1 }),
                "first_ratio": median(zip(firstOfTheirs, first).map { $0 / $1 }),
                "kept_ratio": median(zip(theirs, kept).map { $0 / $1 }), "us": median(ours),
                "sqlite_us": median(theirs), "first_us": median(first), "sqlite_first_us": median(firstOfTheirs),
                "kept_us": median(kept),
            ])
    }

    private init(_ places: Places, _ fixture: Fixture) throws {
        self.fixture = fixture
        part = fixture.minutesSoFar / Self.parts
        guard part >= 4 else { throw BenchError("the day is too young for scans of \(Self.parts) windows") }
        let (stepS, size) = (UInt64(part) * 30 / 1000, places.scaled(1000))
        var random = SeededRandom(seed: 12)
        var device = fixture.terminals[0]
        var rows: [Prepared.Operation] = []
        var batches: [Device.Sealed] = []
        sent = Array(repeating: [:], count: Int(Self.parts))
        for batch in 0..<Self.scans / 1000 {
            let place = batch % Int(Self.parts)
            let beginMs = fixture.dayBeginsMs + Int64(place) * Int64(part) * 60_000 + Int64(part) * 15_000
            let people = (0..<size).map { _ in fixture.people[random.next(below: fixture.people.count)] }
            var payload = Row.batch
            for (index, person) in people.enumerated() {
                sent[place][person, default: 0] += 1
                Row(
                    terminal: 1, sequence: UInt64(batch * size + index + 1), person: person,
                    timeMs: beginMs + Int64(index) * Int64(stepS) * 1000, offering: fixture.offerings[0]
                ).append(to: &payload)
            }
            rows.append(.init(bytes: Prepared.message(payload)))
            batches.append(
                try device.seal(
                    people.enumerated().map { ($1, $0 == 0 ? 0 : stepS) }, at: fixture.offerings[0], beginMs: beginMs))
        }
        theirs = try Prepared(answers: .status, scripts: [.init(operations: rows)]).write(
            to: places.file("analysis-yardstick"))
        ours = try Prepared(answers: .applied, scripts: [device.script(batches)]).write(
            to: places.file("analysis-ours"))
    }

    /// Sends the same scans to the server and to the table.
    private func store(_ places: Places) throws -> (data: String, database: String) {
        let data = "analysis"
        _ = try places.copy(Fixture.data, to: data)
        let server = try OurServer(places, data: data)
        _ = try Load(depth: 8).run(places, ours, on: server)
        try server.child.stop()
        let database = places.file("analysis.db")
        let yardstick = try Yardstick(places, "ingest", [database])
        _ = try Load(depth: 8).run(places, theirs, on: yardstick)
        try yardstick.child.stop()
        _ = try Child(
            "/usr/bin/sqlite3",
            [
                database,
                "CREATE INDEX scan_of_class ON scan (offering, person, time_ms); PRAGMA wal_checkpoint(TRUNCATE)",
            ]
        ).finish()
        return (data, database)
    }

    /// Every other part.
    private func windows(_ first: UInt32) -> [Window] {
        stride(from: first, to: Self.parts, by: 2).map { place in
            Window(day: fixture.day, fromMinute: place * part, toMinute: (place + 1) * part)
        }
    }

    /// - Parameter tried: sets of windows, in turn; an empty one is the class's own.
    /// - Returns: the mean time of one analysis in µs.
    private func ask(_ tried: [[Window]], rounds: Int, _ server: OurServer, _ places: Places) throws -> Double {
        let login = Prepared.call(.accountsResumeSession, ResumeSessionRequest(session: fixture.administrator))
        let file = try Prepared(
            answers: .reply,
            scripts: [
                .init(
                    steps: [.init(bytes: login, waits: true)],
                    operations: tried.map { windows in
                        .init(
                            bytes: Prepared.call(
                                .attendanceAnalyse,
                                AnalyseRequest(offering: fixture.offerings[0], windows: windows, limit: 500)))
                    })
            ]
        ).write(to: places.file("analysis-questions"))
        let figures = try Load(rounds: rounds).run(places, file, on: server) { answer in
            try check(AnalyseReply(serialized: answer), tried.last ?? [])
        }
        return figures.seconds * 1e6 / figures.operations
    }

    /// - Throws: unless everybody who scanned in a window counts there, once.
    private func check(_ reply: AnalyseReply, _ windows: [Window]) throws {
        let all = sent.reduce(0) { $0 + $1.values.reduce(0, +) }
        guard let totals = reply.totals, Int(totals.scans) == all else { throw BenchError("scans are missing") }
        let first = windows.first.map { $0.fromMinute == 0 ? 0 : 1 }
        let counted = first.map { stride(from: $0, to: sent.count, by: 2).reduce(0) { $0 + sent[$1].count } }
        guard counted == nil || Int(totals.counted) == counted else {
            throw BenchError("\(totals.counted) scans count where \(counted ?? 0) were first in a window")
        }
    }

    /// Asks the table in how many windows everybody was, and how often.
    private func askTable(_ database: String, _ places: Places) throws -> (us: Double, firstUs: Double) {
        let sets = [windows(1), windows(0)]
        let sums = (0..<Int(Self.parts) / 2).map { "SUM(time_ms >= ?\(2 + 2 * $0) AND time_ms < ?\(3 + 2 * $0))" }
        let sql = """
            SELECT person, COUNT(*), \(sums.joined(separator: ", ")) FROM scan WHERE offering = ?1
            GROUP BY person ORDER BY person
            """
        return try Question(
            name: "analysis", sql: sql,
            parameters: sets.map { windows in
                ["i\(fixture.offerings[0])"]
                    + windows.flatMap { window in
                        [window.fromMinute, window.toMinute].map {
                            "i\(fixture.dayBeginsMs + Int64($0) * 60_000)"
                        }
                    }
            }
        ).ask(database, rounds: Self.repetitions, places)
    }
}
