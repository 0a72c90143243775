import Seeded
import Domain
import Facts
import Foundation
import Messages
import Wire

/// Bytes of a scan on the wire, both ways, above TLS: frames, headers, signatures, acknowledgements and credit.
struct WireSize {
    static let sizes = [1, 10, 100, 1_000]
    let places: Places
    let fixture: Fixture

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let wire = WireSize(places: places, fixture: fixture)
        try wire.measure("synthetic", Self.classOfToday(fixture))
        if let path = places.attendanceFile {
            let file = try AttendanceFile([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
            try wire.measure("real", wire.scans(of: file))
        }
        try wire.measureLoneScan()
    }

    /// A scan before it is added to a batch.
    struct Scan {
        let fact: Fact
        let moment: BatchBuilder.Moment
    }

    /// 300 people in two days, four times a day, within a quarter of an hour each time.
    private static func classOfToday(_ fixture: Fixture) -> [Scan] {
        var random = SeededRandom(seed: 2)
        var times: [(ms: Int64, person: UInt64)] = []
        for day in 0..<2 {
            for minute in [8 * 60, 12 * 60, 14 * 60, 17 * 60 + 30] {
                for person in fixture.people where random.next(below: 20) > 0 {
                    let spread = random.next(below: 450) + random.next(below: 450)
                    times.append((Int64(day) * 86_400_000 + Int64(minute * 60 + spread) * 1000, person))
                }
            }
        }
        times.sort { $0.ms < $1.ms }
        return times.map { time in
            Scan(
                fact: Fact(
                    kind: .checkIn, subject: .person(time.person), offering: fixture.offerings[0], method: .number),
                moment: .live(
                    boot: 1, monotonicMs: UInt64(60_000 + time.ms), wallMs: fixture.dayBeginsMs + time.ms))
        }
    }

    /// The file as a terminal imports it, with its people on the roster.
    private func scans(of file: AttendanceFile) -> [Scan] {
        let pins = Set(file.punches.map(\.pin)).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        let known = Dictionary(uniqueKeysWithValues: zip(pins, fixture.people))
        return file.punches.map { punch in
            Scan(
                fact: Fact(
                    kind: .checkIn, subject: known[punch.pin].map { .person($0) } ?? .raw(Array(punch.pin.utf8)),
                    offering: fixture.offerings[0], method: .attendanceFile,
                    source: SourceMarks(status: punch.status, verifyMode: punch.verify, workCode: punch.workCode)),
                moment: .imported(zoneMinutes: 480, localMs: punch.localMs))
        }
    }

    private func measure(_ name: String, _ scans: [Scan]) throws {
        _ = try places.copy(Fixture.data, to: "wire")
        let server = try OurServer(places, data: "wire")
        for (terminal, size) in Self.sizes.enumerated() {
            var device = fixture.terminals[terminal]
            let batches = try device.seal(scans, size: size)
            let file = try Prepared(answers: .durable, scripts: [device.script(batches)])
                .write(to: places.file("wire-\(size)"))
            let figures = try Load(depth: 16).run(places, file, on: server)
            let perScan = 1 / Double(scans.count)
            report(
                "wire",
                [
                    "bytes_per_scan_\(size)_\(name)": figures.bytes * perScan,
                    "protobuf_rows": Double(RowBatch(scans, size: size).protobufBytes) * perScan,
                    "json_gzip": Double(try RowBatch(scans, size: size).gzippedBytes(places)) * perScan,
                    "scans": Double(scans.count),
                ])
        }
        let last = Self.sizes.count
        var device = fixture.terminals[last]
        let batches = try device.seal(scans, size: Self.sizes[last - 1])
        let file = try Prepared(answers: .durable, scripts: [device.script(batches)]).write(to: places.file("wire-tls"))
        let figures = try Load(depth: 16, usesTLS: true).run(places, file, on: server)
        report(
            "wire",
            [
                "tls_bytes": figures.wireBytes - figures.bytes,
                "tls_bytes_per_scan_1000_\(name)": (figures.wireBytes - figures.bytes) / Double(scans.count),
            ])
        try server.child.stop()
    }

    /// Measures one scan in a batch of its own and its acknowledgement, on an open stream.
    private func measureLoneScan() throws {
        _ = try places.copy(Fixture.data, to: "wire")
        let server = try OurServer(places, data: "wire")
        var device = fixture.terminals[0]
        let batches = try Self.classOfToday(fixture).prefix(100).map { try device.seal([$0], size: 1)[0] }
        let file = try Prepared(answers: .durable, scripts: [device.script(batches)]).write(to: places.file("wire-1"))
        let figures = try Load().run(places, file, on: server)
        report("wire", ["lone_scan_bytes": figures.bytes / figures.operations])
        try server.child.stop()
    }
}

extension Device {
    /// Signs batches of at most `size`, cut where a terminal must cut them.
    fileprivate mutating func seal(_ scans: some Collection<WireSize.Scan>, size: Int) throws -> [Sealed] {
        var batches: [Sealed] = []
        var builder = BatchBuilder(firstSequence: last + 1, capacity: size)
        for scan in scans {
            if builder.append(scan.fact, at: scan.moment) { continue }
            batches.append(try seal(builder))
            builder = BatchBuilder(firstSequence: last + 1, capacity: size)
            guard builder.append(scan.fact, at: scan.moment) else { throw BenchError("a scan fits no batch") }
        }
        if !builder.isEmpty { batches.append(try seal(builder)) }
        return batches
    }
}
