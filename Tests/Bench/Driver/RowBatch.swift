import Facts
import Foundation
import Messages
import Wire

/// The same scans in other encodings, one message per batch: rows of protobuf, and JSON under gzip. Frames, signatures
/// and answers are not counted.
struct RowBatch {
    private let scans: [WireSize.Scan]
    private let size: Int

    init(_ scans: [WireSize.Scan], size: Int) {
        self.scans = scans
        self.size = size
    }

    /// Person, time, offering, terminal, sequence and method, as `Attendance.Scan` has them.
    var protobufBytes: Int {
        rows.reduce(0) { sum, row in
            let bytes = Scan(
                person: row.person, atMs: row.timeMs, method: UInt32(row.method), sequence: row.sequence, terminal: 1
            ).serialized().count
            // A tag and a length precede each row.
            return sum + bytes + 2
        }
    }

    /// Compresses with the system's gzip, batch by batch; of very many batches, a sample.
    func gzippedBytes(_ places: Places) throws -> Int {
        let rows = rows
        let starts = Array(stride(from: 0, to: rows.count, by: size))
        let step = max(1, starts.count / Self.sample)
        var files: [String] = []
        for start in stride(from: 0, to: starts.count, by: step).map({ starts[$0] }) {
            let part = rows[start..<min(start + size, rows.count)]
            let text = part.map { row in
                """
                {"person":\(row.person),"at_ms":\(row.timeMs),"offering":\(row.offering),"terminal":1,\
                "sequence":\(row.sequence),"method":\(row.method)}
                """
            }
            let file = places.file("rows-\(start).json")
            try Data(("[" + text.joined(separator: ",") + "]").utf8).write(to: URL(fileURLWithPath: file))
            files.append(file)
        }
        _ = try Child("/usr/bin/gzip", ["-nf"] + files).finish()
        var sum = 0
        for file in files {
            sum += try Data(contentsOf: URL(fileURLWithPath: file + ".gz")).count
            try FileManager.default.removeItem(atPath: file + ".gz")
        }
        return sum * starts.count / files.count
    }

    private static let sample = 200

    private struct Values {
        let person: UInt64
        let timeMs: Int64
        let offering: UInt64
        let sequence: UInt64
        let method: UInt64
    }

    private var rows: [Values] {
        scans.enumerated().map { index, scan in
            let person: UInt64 =
                switch scan.fact.subject {
                case .person(let id): id
                case .raw: 0
                }
            let timeMs: Int64 =
                switch scan.moment {
                case .live(_, _, let wallMs): wallMs ?? 0
                case .imported(let zoneMinutes, let localMs): localMs - zoneMinutes * 60_000
                case .server(let wallMs): wallMs
                }
            return Values(
                person: person, timeMs: timeMs, offering: scan.fact.offering, sequence: UInt64(index + 1),
                method: scan.fact.method.number)
        }
    }
}
