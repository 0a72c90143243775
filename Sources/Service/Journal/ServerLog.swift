import Application
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage

/// A fact somebody recorded online, left on the transaction until it is sealed.
struct RecordedFact: Sendable {
    let fact: Fact
    let atMs: Int64
}

extension WriteContext {
    /// Records a fact in the server's own log; it is part of the batch sealed before this very commit.
    func record(_ fact: Fact) {
        transaction.attach(RecordedFact(fact: fact, atMs: now))
    }

    /// Whether such a fact waits to be sealed before this commit.
    func isRecorded(where matches: (Fact) -> Bool) -> Bool {
        transaction.attachments.contains { ($0 as? RecordedFact).map { matches($0.fact) } ?? false }
    }
}

extension JournalStore {
    /// What people recorded online since the last commit becomes one batch of the server's log with one signature.
    func sealServerLog(_ transaction: Transaction) throws {
        let recorded = transaction.attachments.compactMap { $0 as? RecordedFact }
        guard let start = recorded.first?.atMs, let log = try log(serverLog, transaction) else { return }
        var chain = Chain(site: siteID, log: log.id, key: serverLogKey.publicKey, head: log.head)
        var builder = BatchBuilder(
            firstSequence: log.head.sequence + 1, tickMs: 1, capacity: FactLimits.factsPerBatch)
        for record in recorded {
            let isTaken = builder.append(record.fact, at: .server(wallMs: max(start, record.atMs)))
            guard isTaken else { throw JournalDamage(log: serverLog) }
        }
        let sealed = try chain.seal(builder.body(), with: serverLogKey)
        let batch = VerifiedBatch(sealed: sealed, previous: log.head.hash, decoded: try Batch.decode(sealed.body))
        try append([batch], to: log, now: recorded.last?.atMs ?? start, transaction)
    }
}
