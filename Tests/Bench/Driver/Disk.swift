import Messages

/// Measures storage: bytes of a scan in the database with all projections and indexes, and memory of connections.
enum Disk {
    static func run(_ places: Places, _ fixture: Fixture) throws {
        let ingest = try Ingest(places, fixture)
        _ = try places.copy(Fixture.data, to: "ingest")
        let before = try places.size(of: "ingest/rollcall.db")
        let server = try OurServer(places, data: "ingest")
        _ = try Load(depth: Ingest.depth).run(places, ingest.appliedFile, on: server)
        // Stopping checkpoints the log into the database.
        try server.child.stop()
        let after = try places.size(of: "ingest/rollcall.db")
        try places.remove("ingest.db")
        _ = try ingest.runYardstick(places)
        report(
            "disk",
            [
                "bytes_per_scan": Double(after - before) / Double(ingest.scans),
                "yardstick": Double(try places.size(of: "ingest.db")) / Double(ingest.scans),
            ])
        try memory(places)
    }

    private static func memory(_ places: Places) throws {
        let server = try OurServer(places, data: Fixture.data)
        let idle = try server.child.residentKiB()
        let file = try Prepared(
            answers: .reply,
            scripts: [
                .init(operations: [.init(bytes: Prepared.call(.diagnosticsEcho, EchoRequest(body: [0])))])
            ]
        ).write(to: places.file("hold"))
        var held: [Int] = []
        for connections in [1_000, 10_000] {
            try Load.hold(places, file, connections: connections, on: server) {
                held.append(try server.child.residentKiB())
            }
        }
        report(
            "disk",
            [
                "idle_mib": Double(idle) / 1024, "connections_1000_mib": Double(held[0]) / 1024,
                "connections_10000_mib": Double(held[1]) / 1024,
                "kib_per_connection": Double(held[1] - idle) / 10_000,
            ])
        try server.child.stop()
    }
}
