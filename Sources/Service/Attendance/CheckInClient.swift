import Crypto
import Domain
import Facts
import Threads

/// ATT-4c: the client that checked somebody in, by a name that differs from offering to offering.
struct CheckInClient: Hashable, Sendable {
    /// Of a client's name of itself.
    static let deviceSize = 16
    private static let size = 8

    let tag: UInt64

    /// - Returns: nil for a client that does not tell.
    init?(_ device: [UInt8], at offering: UInt64) throws(Refusal) {
        guard !device.isEmpty else { return nil }
        guard device.count == Self.deviceSize else { throw Refusal(.invalid, field: "device") }
        let place = (0..<8).map { UInt8(truncatingIfNeeded: offering >> (8 * $0)) }
        self.init(bytes: Digest.hash(.checkInClient, place, device).prefix(Self.size))
    }

    /// - Returns: nil for a check-in that does not tell its client.
    init?(of fact: BatchRow, in batch: DecodedBatch) {
        guard batch.hasExtensions, fact.method == .venueCode else { return nil }
        let bytes = batch.extensionBytes(fact.row)
        guard bytes.count == Self.size else { return nil }
        self.init(bytes: bytes[...])
    }

    private init(bytes: ArraySlice<UInt8>) { tag = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }

    /// As a fact has it.
    var bytes: [UInt8] { (0..<Self.size).map { UInt8(truncatingIfNeeded: tag >> (8 * $0)) } }
}

/// The people whom clients have checked in lately, for the answer to the next one. What counts is judged from the journal.
final class RecentClients: Sendable {
    private static let limit = 65_536
    private let people = Locked<[CheckInClient: UInt64]>([:])

    func isAnothers(_ client: CheckInClient, than person: UInt64) -> Bool {
        people.withLock { $0[client].map { $0 != person } } ?? false
    }

    func note(_ client: CheckInClient, of person: UInt64) {
        people.withLock { people in
            if people.count >= Self.limit { people = [:] }
            people[client] = person
        }
    }
}
