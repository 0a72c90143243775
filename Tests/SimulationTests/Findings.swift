import Journal
import Crypto
import Causality
import Domain
import Facts
import Storage

@testable import Service

/// The server's contents, described by facts and never by names of logs.
extension SimulatedServer {
    /// Returns every fact of a terminal in the journal, by its time; twice if it is there twice.
    func found() throws -> [String] {
        try read { snapshot in
            try snapshot.all(
                "SELECT b.body FROM batch b JOIN log l ON l.id = b.log WHERE l.terminal <> 0"
            ) { row in
                let batch = try Batch.decode(row.bytes(0))
                return batch.rows.map { row in
                    (batch.header.isImported ? "file " : "live ") + "\(batch.utcMs(row) ?? 0)"
                }
            }.flatMap { $0 }
        }
    }

    /// Returns the faults of the journal, given the terminals' acknowledgements; empty if there are none.
    func problems(_ devices: [Device]) throws -> [String] {
        let found = try found().sorted()
        let distinct = Set(found)
        let promised = devices.reduce(into: Set<String>()) { $0.formUnion($1.promised) }
        let attempted = devices.reduce(into: Set<String>()) { $0.formUnion($1.attempted) }
        var problems = zip(found, found.dropFirst()).filter { $0 == $1 }.map { "\($0.0) is there twice" }
        problems += promised.subtracting(distinct).sorted().map { "\($0) was promised and is lost" }
        problems += distinct.subtracting(attempted).sorted().map { "\($0) was never recorded" }
        return problems
    }

    /// Returns acknowledgements that the server has lost.
    func forgotten(_ devices: [Device]) throws -> [String] {
        let heads = try heads()
        return try devices.flatMap { device in
            try device.acknowledged().compactMap { log, sequence in
                heads[log, default: 0] < sequence
                    ? "device \(device.index): \(sequence) was acknowledged, \(heads[log, default: 0]) is there" : nil
            }
        }
    }

    /// Returns attendance and scores as people see them, without the times of scans, which depend on contacts and
    /// arrivals.
    func projections() throws -> [String] {
        let journal = try service().journal
        return try read { snapshot in
            let offering = try OfferingRecord(Self.offering, snapshot)
            let attendance = try OfferingAttendance(offering, KeptAttendance(journal), snapshot)
            var lines = attendance.scans.scans.map { scan in
                "scan \(scan.person) \(scan.decision)"
            }
            for (key, history) in try ScoreHistories(offering, journal, snapshot).histories {
                let values = history.siblings.map { "\($0.actor): \($0.value)" }.sorted()
                lines.append("score \(key.person) \(history.score.state) \(values)")
            }
            return lines.sorted()
        }
    }
}

extension DecodedBatch {
    /// The recorder's clock, or the file's time, of a row; it identifies the fact here, and decides nothing.
    fileprivate func utcMs(_ row: Int) -> Int64? {
        switch header.timebase {
        case .imported(let zoneMinutes, let localMs): localMs &+ offsetMs(row) &- zoneMinutes &* 60_000
        case .none, .boot: wallMs(row)
        }
    }
}
