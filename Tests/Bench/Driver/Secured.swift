import Messages

/// Measures the cost of TLS 1.3: the same loads on the same server, plain and secured, interleaved.
enum Secured {
    static func run(_ places: Places, _ fixture: Fixture) throws {
        let call = Prepared.call(.diagnosticsEcho, EchoRequest(body: [UInt8](repeating: 0x5A, count: 64)))
        let file = try Prepared(answers: .reply, scripts: [.init(operations: [.init(bytes: call)])])
            .write(to: places.file("tls"))
        let server = try OurServer(places, data: Fixture.data)
        let plain = Load(connections: 64, rounds: 1_500)
        var secured = plain
        secured.usesTLS = true
        let rounds = try Rounds(
            theirs: { try plain.run(places, file, on: server) }, ours: { try secured.run(places, file, on: server) })
        report(
            "tls",
            [
                "over_plain": rounds.ratio, "per_second": rounds.perSecond, "plain": rounds.yardstickPerSecond,
                "p99_us": rounds.p99Us, "cpu_ratio": rounds.processorRatio,
            ])
        try server.child.stop()
    }
}
