import Messages

/// Measures small calls: the cost of framing, loops and system calls.
enum Echo {
    private struct Shape {
        let connections: Int
        let depth: Int
        /// Operations of one connection, about one second of them.
        let rounds: Int
    }

    static func run(_ places: Places) throws {
        let body = [UInt8](repeating: 0x5A, count: 64)
        let theirs = try Prepared(answers: .any, scripts: [.init(operations: [.init(bytes: Prepared.message(body))])])
            .write(to: places.file("echo-yardstick"))
        let call = Prepared.call(.diagnosticsEcho, EchoRequest(body: body))
        let ours = try Prepared(answers: .reply, scripts: [.init(operations: [.init(bytes: call)])])
            .write(to: places.file("echo-ours"))
        _ = try OurServer.initialise(places, data: "echo")
        let yardstick = try Yardstick(places, "echo")
        let server = try OurServer(places, data: "echo")
        for shape in [
            Shape(connections: 1, depth: 1, rounds: 20_000), Shape(connections: 1, depth: 16, rounds: 100_000),
            Shape(connections: 64, depth: 1, rounds: 1_500), Shape(connections: 64, depth: 16, rounds: 6_000),
            Shape(connections: 1_000, depth: 1, rounds: 80), Shape(connections: 1_000, depth: 16, rounds: 300),
        ] {
            let load = Load(connections: shape.connections, depth: shape.depth, rounds: shape.rounds)
            let rounds = try Rounds(
                theirs: { try load.run(places, theirs, on: yardstick) },
                ours: { try load.run(places, ours, on: server) })
            let isNamed = shape.connections == 64
            let name =
                isNamed ? shape.depth == 1 ? "ratio" : "ratio_64x16" : "ratio_\(shape.connections)x\(shape.depth)"
            report(
                "echo",
                [
                    name: rounds.ratio, "connections": Double(shape.connections), "depth": Double(shape.depth),
                    "per_second": rounds.perSecond, "yardstick": rounds.yardstickPerSecond,
                    "p99_us": rounds.p99Us, "yardstick_p99_us": rounds.yardstickP99Us,
                    "cpu_ratio": rounds.processorRatio,
                ])
        }
        try yardstick.child.stop()
        try server.child.stop()
    }
}
