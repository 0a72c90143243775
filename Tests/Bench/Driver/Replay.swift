/// Resends batches that are stored already, like a terminal that lost its acknowledgements.
enum Replay {
    private static let rounds = 4

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let ingest = try Ingest(places, fixture)
        _ = try ingest.runYardstick(places)
        let yardstick = try Yardstick(places, "ingest", [places.file("ingest.db"), "--lookup"])
        _ = try places.copy(Fixture.data, to: "ingest")
        let server = try OurServer(places, data: "ingest")
        let load = Load(depth: Ingest.depth)
        _ = try load.run(places, ingest.durableFile, on: server)
        let again = Load(depth: Ingest.depth, rounds: rounds)
        let figures = try Rounds(
            theirs: { try load.run(places, ingest.yardstickFile, on: yardstick) },
            ours: { try again.run(places, ingest.durableFile, on: server) })
        report(
            "replay",
            [
                "ratio": figures.ratio, "scans_per_second": figures.perSecond * Double(Ingest.scansPerBatch),
                "yardstick": figures.yardstickPerSecond * Double(Ingest.scansPerBatch),
                "cpu_ratio": figures.processorRatio,
            ])
        try yardstick.child.stop()
        try server.child.stop()
    }
}
