/// One run of the load generator against one server.
struct Load {
    struct Figures {
        let seconds: Double
        let operations: Double
        let p50Us: Double
        let p99Us: Double
        let longestUs: Double
        /// Bytes in both directions above TLS, and below it.
        let bytes: Double
        let wireBytes: Double
        /// Processor seconds of the server.
        var processor = 0.0

        var perSecond: Double { operations / seconds }
        var processorUs: Double { processor * 1e6 / operations }
    }

    var connections: Int?
    var depth = 1
    var rounds = 1
    var usesTLS = false

    /// - Parameter shows: called with the last answer of the first connection.
    func run(
        _ places: Places, _ prepared: String, on server: any Target, shows: (([UInt8]) throws -> Void)? = nil
    ) throws -> Figures {
        var arguments = ["\(usesTLS ? server.tlsPort : server.port)", prepared]
        if let connections { arguments += ["--connections", "\(connections)"] }
        arguments += ["--depth", "\(depth)", "--rounds", "\(rounds)"]
        if usesTLS { arguments.append("--tls") }
        if shows != nil { arguments.append("--show") }
        let before = try server.child.processorSeconds()
        let lines = try Child(places.yardsticks + "/load", arguments).finish()
        let processor = try server.child.processorSeconds() - before
        guard let first = lines.first else { throw BenchError("the load generator said nothing") }
        let numbers = Self.numbers(first)
        func number(_ name: String) throws -> Double {
            guard let number = numbers[name] else { throw BenchError("the load generator does not tell \(name)") }
            return number
        }
        if let shows, lines.count > 1 { try shows(Self.bytes(hex: lines[1].dropFirst("answer=".count))) }
        return Figures(
            seconds: try number("seconds"), operations: try number("operations"), p50Us: try number("p50_us"),
            p99Us: try number("p99_us"), longestUs: try number("max_us"),
            bytes: try number("sent") + number("received"),
            wireBytes: try number("wire_sent") + number("wire_received"), processor: processor)
    }

    /// Holds idle connections open until the closure ends.
    static func hold(
        _ places: Places, _ prepared: String, connections: Int, on server: any Target, _ body: () throws -> Void
    ) throws {
        let load = try Child(
            places.yardsticks + "/load", ["\(server.port)", prepared, "--connections", "\(connections)", "--hold"])
        guard load.line() == "ready=\(connections)" else { throw BenchError("\(connections) connections did not open") }
        try body()
        try load.closeInput()
        _ = try load.finish()
    }

    static func numbers(_ line: String) -> [String: Double] {
        var numbers: [String: Double] = [:]
        for part in line.split(separator: " ") {
            let sides = part.split(separator: "=")
            if sides.count == 2 { numbers[String(sides[0])] = Double(sides[1]) }
        }
        return numbers
    }

    private static func bytes(hex: Substring) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }
}

/// A server under load.
protocol Target {
    var child: Child { get }
    var port: Int { get }
    var tlsPort: Int { get }
}
