import Application
import Causality
import Messages

/// The check-ins of terminals that one command takes out of quarantine or puts back, to be told to their terminals.
struct QuarantineChanges {
    private struct Place: Hashable {
        let log: UInt64
        let code: ErrorCode?
    }

    private var sequences: [Place: Set<UInt64>] = [:]

    mutating func note(_ scan: RecordedScan, from before: ErrorCode?, to after: ErrorCode?) {
        guard before != after, scan.terminal != 0 else { return }
        sequences[Place(log: scan.log, code: after), default: []].insert(scan.dot.sequence)
    }

    func publish(_ context: WriteContext) throws {
        for (place, found) in sequences {
            try Disposition.publish(found.sorted(), of: place.log, code: place.code, context)
        }
    }
}
