import Causality
import Crypto
import Facts
import Journal

/// A device that records and seals, for tests that need a log with a past.
struct Device {
    static let site = [UInt8](repeating: 0x51, count: 32)

    let key: SigningKey
    var chain: Chain
    var batches: [SealedBatch] = []

    init(seed: UInt8, epoch: UInt64 = 1) throws {
        key = try SigningKey(seed: [UInt8](repeating: seed, count: 32))
        chain = Chain(opening: LogOpening(deviceKey: key.publicKey, epoch: epoch), site: Self.site)
    }

    /// Seals a batch of check-ins of these people.
    @discardableResult
    mutating func record(_ people: UInt64...) throws -> SealedBatch {
        let facts = people.map { Fact(kind: .checkIn, subject: .person($0), offering: 3, method: .pass) }
        let body = try Batch.encode(
            header: BatchHeader(timebase: .boot(1, monotonicMs: 1000)), firstSequence: chain.head.sequence + 1,
            facts: facts)
        let batch = try chain.seal(body, with: key)
        batches.append(batch)
        return batch
    }

    var run: [(body: [UInt8], signature: [UInt8])] { batches.map { ($0.body, $0.signature) } }
}
