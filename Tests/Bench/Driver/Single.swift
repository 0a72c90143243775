import Messages
import Threads
import Wire

/// One call with one scan, answered when it is durable: a person's with the venue code, and a terminal's signed batch.
struct Single {
    static let connections = 64
    static let callsOfOne = 500

    let places: Places
    let fixture: Fixture

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let single = Single(places: places, fixture: fixture)
        try single.run("ratio", theirs: single.calls(), verifies: false) { try single.checkIns() }
        let batches = try single.batches()
        try single.run("ratio_signed", theirs: single.signedCalls(), verifies: true) { batches }
    }

    private func run(
        _ ratio: String, theirs: String, verifies: Bool, ours: () throws -> Prepared
    ) throws {
        let rounds = try Rounds(
            theirs: {
                try places.remove("single.db")
                let yardstick = try Yardstick(
                    places, "single", [places.file("single.db")] + (verifies ? ["--verify"] : []))
                let figures = try Load().run(places, theirs, on: yardstick)
                try yardstick.child.stop()
                return figures
            },
            ours: {
                _ = try places.copy(Fixture.data, to: "single")
                let server = try OurServer(places, data: "single")
                // A venue code is valid for a minute: it is issued last.
                let file = try ours().write(to: places.file("single-ours"))
                let figures = try Load().run(places, file, on: server)
                try server.child.stop()
                return figures
            })
        report(
            "single",
            [
                ratio: rounds.ratio, "per_second": rounds.perSecond, "yardstick": rounds.yardstickPerSecond,
                "p99_us": rounds.p99Us, "yardstick_p99_us": rounds.yardstickP99Us,
                "cpu_ratio": rounds.processorRatio,
            ])
    }

    func checkIns() throws -> Prepared {
        let request = CheckInRequest(code: fixture.venueCode())
        let scripts = fixture.sessions.prefix(Self.connections).map { session in
            Prepared.Script(
                steps: [
                    .init(
                        bytes: Prepared.call(.accountsResumeSession, ResumeSessionRequest(session: session)),
                        waits: true)
                ],
                operations: (0..<Self.callsOfOne).map { call in
                    .init(bytes: Prepared.call(.attendanceCheckIn, request, key: key(of: call)))
                })
        }
        return Prepared(answers: .reply, scripts: scripts)
    }

    private func batches() throws -> Prepared {
        var scripts: [Prepared.Script] = []
        for number in 0..<Self.connections {
            var device = fixture.terminals[number]
            let batches = try (0..<Self.callsOfOne).map { index in
                try device.seal(
                    [(person: fixture.people[(number + index) % fixture.people.count], afterS: 0)],
                    at: fixture.offerings[0], beginMs: fixture.dayBeginsMs + Int64(index) * 60_000)
            }
            scripts.append(device.script(batches))
        }
        return Prepared(answers: .durable, scripts: scripts)
    }

    /// Encodes the same rows for the yardstick, each with the key of its call.
    private func calls() throws -> String {
        try Prepared(
            answers: .status,
            scripts: (0..<Self.connections).map { number in
                .init(operations: (0..<Self.callsOfOne).map { .init(bytes: Prepared.message(row(number, $0))) })
            }
        ).write(to: places.file("single-yardstick"))
    }

    private func signedCalls() throws -> String {
        let scripts = try (0..<Self.connections).map { number in
            let signer = try PlainSigner(seed: fixture.terminals[number].seed)
            return Prepared.Script(
                operations: (0..<Self.callsOfOne).map { index in
                    let row = row(number, index)
                    return .init(bytes: Prepared.message(row + signer.publicKey + signer.sign(row)))
                })
        }
        return try Prepared(answers: .status, scripts: scripts).write(to: places.file("single-yardstick-signed"))
    }

    private func row(_ number: Int, _ index: Int) -> [UInt8] {
        var row: [UInt8] = []
        Row(
            terminal: UInt64(number + 1), sequence: UInt64(index + 1), person: fixture.people[number],
            timeMs: fixture.dayBeginsMs + Int64(index) * 1000, offering: fixture.offerings[0]
        ).append(to: &row)
        return row + key(of: index)
    }

    /// Calls come at some thousands per millisecond.
    private func key(of call: Int) -> [UInt8] {
        Prepared.key(atMs: WallClock.nowMs() + Int64(call * Self.connections / 30))
    }
}
