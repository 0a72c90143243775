import Application
import Causality
import Facts
import Journal
import Messages

/// The logs of one terminal as far as one push has brought them: decodes and verifies each item after the one before
/// it, and returns its outcome. Knows neither the database nor the connection.
struct PushedLogs {
    /// The cost of items in the stream's credit.
    struct Size {
        var items = 1
        var bytes: Int
    }

    /// The outcome of an item, together with the rest of the run that it ends.
    enum Outcome {
        /// Waiting for the batch whose signature covers this run.
        case incomplete
        /// Valid if the batches before `fresh` are stored. `repeated` lies below the head that this push started with:
        /// sent before by this device, if the bytes are the same.
        case verified(repeated: [[UInt8]], fresh: [VerifiedBatch], Size)
        /// No more batches of this log are accepted.
        case refused(ErrorCode, Size)
    }

    private enum Progress {
        case open(Chain)
        /// Stopped by a refusal: further batches get the same answer.
        case refused(ErrorCode)
    }

    /// The most batches in a run; without a signature by then, the run is refused. The stream's credit bounds it too.
    private static let runLimit = 64

    private struct Run {
        var parts: [(body: [UInt8], signature: [UInt8])] = []
        var size = Size(items: 0, bytes: 0)
    }

    private var logs: [UInt32: Progress] = [:]
    private var runs: [UInt32: Run] = [:]
    private var rows: [UInt32: UInt64] = [:]

    /// Includes only logs that this connection has opened.
    init(_ stored: [JournalStore.StoredLog], opened: OpenedLogs, site: [UInt8]) {
        for log in stored {
            guard let handle = opened.known(log.id.bytes) else { continue }
            rows[handle] = log.row
            logs[handle] =
                log.isClosed
                ? .refused(.logClosed) : .open(Chain(site: site, log: log.id, key: log.key, head: log.head))
        }
    }

    /// Returns the row of an open log.
    func row(of handle: UInt32) -> UInt64? { rows[handle] }

    mutating func take(_ item: PushBatch, bytes: Int) -> Outcome {
        var run = runs.removeValue(forKey: item.handle) ?? Run()
        run.parts.append((item.body, item.signature))
        run.size.items += 1
        run.size.bytes += bytes
        var chain: Chain
        switch logs[item.handle] {
        case .none: return refuse(item.handle, .notFound, run.size)
        case .refused(let code): return .refused(code, run.size)
        case .open(let open): chain = open
        }
        if item.signature.isEmpty {
            guard run.parts.count <= Self.runLimit else { return refuse(item.handle, .badSignature, run.size) }
            runs[item.handle] = run
            return .incomplete
        }
        do {
            let known = chain.head.sequence
            let repeated = try run.parts.map { try Batch.sequences(of: $0.body) }.prefix { $0.upperBound <= known }
                .count
            var previous = chain.head.hash
            var fresh: [VerifiedBatch] = []
            for batch in try chain.append(Array(run.parts[repeated...])) {
                fresh.append(VerifiedBatch(sealed: batch, previous: previous, decoded: try Batch.decode(batch.body)))
                previous = batch.hash
            }
            logs[item.handle] = .open(chain)
            return .verified(repeated: run.parts[..<repeated].map(\.body), fresh: fresh, run.size)
        } catch ChainError.notNext(let expected, let first) {
            return refuse(item.handle, first < expected ? .fork : .gap, run.size)
        } catch ChainError.badSignature {
            return refuse(item.handle, .badSignature, run.size)
        } catch {
            return refuse(item.handle, .badBatch, run.size)
        }
    }

    /// Ends the items; unsigned runs are refused.
    mutating func end() -> [(handle: UInt32, code: ErrorCode, size: Size)] {
        defer { runs = [:] }
        return runs.map { (handle: $0.key, code: .badSignature, size: $0.value.size) }
    }

    private mutating func refuse(_ handle: UInt32, _ code: ErrorCode, _ size: Size) -> Outcome {
        logs[handle] = .refused(code)
        return .refused(code, size)
    }
}
