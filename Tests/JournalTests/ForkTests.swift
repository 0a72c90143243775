import Causality
import Journal
import Testing

@Suite struct ForkTests {
    @Test("SYN-6 the branches of a forked log have the same names whichever came first")
    func names() throws {
        let vector = try #require(Vector.all("fork").first)
        let log = try vector.log("log")
        var links: [Fork.Link] = []
        var names: [BatchHash: LogID] = [:]
        for line in vector.values("batch") {
            let fields = Dictionary(uniqueKeysWithValues: try Vector.fields(line))
            let hash = try Vector.hash(fields["hash"] ?? "")
            links.append(Fork.Link(hash: hash, previous: try Vector.hash(fields["previous"] ?? "")))
            names[hash] = LogID(try Vector.bytes(fields["name"] ?? ""))
        }
        var parents: [LogID: LogID] = [:]
        for line in vector.values("branch") {
            let fields = try Vector.fields(line).map { LogID(try Vector.bytes($0.value)) }
            parents[try #require(fields[0])] = fields[1]
        }
        for round in 0..<links.count {
            let rotated = Array(links[round...] + links[..<round])
            for order in [rotated, rotated.reversed(), rotated + rotated] {
                let found = Fork.names(log: log, origin: try vector.hash("origin"), links: order)
                #expect(found.batches == names)
                #expect(found.parents == parents)
            }
        }
    }

    @Test("batches that hang nowhere, also in a circle, get no name")
    func strays() throws {
        let hash = { (byte: UInt8) in try #require(BatchHash([UInt8](repeating: byte, count: 32))) }
        let links = [
            Fork.Link(hash: try hash(1), previous: try hash(0)), Fork.Link(hash: try hash(1), previous: try hash(2)),
            Fork.Link(hash: try hash(2), previous: try hash(1)), Fork.Link(hash: try hash(8), previous: try hash(9)),
            Fork.Link(hash: try hash(9), previous: try hash(8)),
        ]
        let names = Fork.names(log: LogID(raw: 1), origin: try hash(0), links: links)
        #expect(Set(names.batches.keys) == [try hash(1), try hash(2)])
    }

    @Test("SYN-6 a restored device's branch is found where it leaves the known history, and nothing known is lost")
    func divergence() throws {
        var device = try Device(seed: 3)
        let start = device.chain
        try device.record(1)
        try device.record(2, 3)
        var restored = device
        try device.record(4)
        try device.record(5)
        try restored.record(6)
        try restored.record(7, 8)
        let known = Dictionary(uniqueKeysWithValues: device.batches.map { ($0.sequences.lowerBound, $0.hash) })
        let found = try #require(try Fork.divergence(of: restored.run, from: start) { known[$0] })
        #expect(found.point == device.batches[1].head)
        #expect(found.branch.map(\.hash) == restored.batches[2...].map(\.hash))
        #expect(found.name == Fork.branch(of: start.log, firstDivergent: restored.batches[2].hash))
        #expect(try Fork.divergence(of: device.run, from: start) { known[$0] } == nil)

        let links = { (device: Device) in
            zip(device.batches, [start.head.hash] + device.batches.map(\.hash)).map {
                Fork.Link(hash: $0.hash, previous: $1)
            }
        }
        let names = Fork.names(log: start.log, origin: start.head.hash, links: links(device) + links(restored))
        #expect(names.batches[restored.batches[3].hash] == found.name)
        #expect(names.batches[device.batches[1].hash] == start.log)
        #expect(names.parents.count == 2 && Set(names.parents.values) == [start.log])
    }
}
