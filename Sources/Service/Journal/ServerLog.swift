import Application
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage

/// The facts that people record online in one group of commands: one batch of the server's log, with one signature, or
/// several where one cannot hold them.
final class RecordedFacts: CommitBuffer {
    private let journal: JournalStore
    private(set) var facts: [(fact: Fact, atMs: Int64)] = []

    init(_ journal: JournalStore) {
        self.journal = journal
    }

    /// Adds a fact to the batch of this commit.
    func append(_ fact: Fact, atMs: Int64) { facts.append((fact, atMs)) }

    var count: Int { facts.count }

    func drop(downTo count: Int) { facts.removeSubrange(count...) }

    func finish(_ transaction: Transaction) throws { try journal.appendBatches(of: facts, transaction) }
}

extension JournalStore {
    /// Records a fact in the server's own log; it is in the batch that is signed before this commit.
    func record(_ fact: Fact, _ context: WriteContext) {
        context.transaction.buffer { RecordedFacts(self) }.append(fact, atMs: context.now)
    }

    /// Returns the sequence that the fact recorded next in the server's own log will have.
    func nextSequence(in serverLog: StoredLog, _ transaction: Transaction) -> UInt64 {
        serverLog.head.sequence + 1 + UInt64(transaction.buffer(of: RecordedFacts.self)?.count ?? 0)
    }

    /// Returns whether the group has recorded such a fact.
    func isRecorded(_ transaction: Transaction, where matches: (Fact) -> Bool) -> Bool {
        transaction.buffer(of: RecordedFacts.self)?.facts.contains { matches($0.fact) } ?? false
    }
}

extension JournalStore {
    /// The most bytes of references and extensions in one batch, so that a body never exceeds its limit.
    private static let bytesPerBatch = 256 << 10

    fileprivate func appendBatches(of recorded: [(fact: Fact, atMs: Int64)], _ transaction: Transaction) throws {
        var rest = recorded[...]
        while !rest.isEmpty {
            var bytes = 0
            let fitting = rest.prefix(FactLimits.factsPerBatch).prefix {
                bytes += $0.fact.references.count * 48 + $0.fact.extensions.count
                return bytes <= Self.bytesPerBatch
            }
            let taken = max(1, fitting.count)
            try appendBatch(of: rest.prefix(taken), transaction)
            rest = rest.dropFirst(taken)
        }
    }

    private func appendBatch(of recorded: ArraySlice<(fact: Fact, atMs: Int64)>, _ transaction: Transaction) throws {
        guard let start = recorded.first?.atMs else { return }
        let log = try serverLog(transaction)
        var chain = Chain(site: siteID, log: log.id, key: serverLogKey.publicKey, head: log.head)
        var builder = BatchBuilder(
            firstSequence: log.head.sequence + 1, tickMs: 1, capacity: FactLimits.factsPerBatch)
        for record in recorded {
            let isTaken = builder.append(record.fact, at: .server(wallMs: max(start, record.atMs)))
            guard isTaken else { throw Damage("log \(log.row): its end cannot be gone on from") }
        }
        let sealed = try chain.seal(builder.body(), with: serverLogKey)
        let batch = VerifiedBatch(sealed: sealed, previous: log.head.hash, decoded: try Batch.decode(sealed.body))
        try append([batch], to: log, now: recorded.last?.atMs ?? start, transaction)
    }
}
