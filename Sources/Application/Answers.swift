import Crypto
import Messages
import Storage
import Wire

/// The replies of mutating calls, kept so that a lost reply is no doubt: the same key from the same caller gets the
/// same answer for at least 24 hours (two days are kept, by UTC day).
struct Answers: Sendable {
    static let keySize = Limits.idempotencyKey
    private let keys: SealingKeyring

    init(master: MasterKey) {
        keys = SealingKeyring(master, for: .requestDigest)
    }

    /// What this caller's key was answered before.
    private func kept(_ call: Call, _ day: Int64, _ snapshot: Snapshot) throws -> (digest: [UInt8], reply: [UInt8])? {
        try snapshot.first(
            "SELECT digest, reply FROM answered WHERE day = ?1 AND idempotency_key = ?2 AND caller = ?3",
            day, call.options.idempotencyKey, call.caller.number
        ) { (digest: $0.bytes(0), reply: $0.bytes(1)) }
    }

    /// - Throws: ``Refused`` `keyReused` when the key came with another request.
    func known(_ call: Call, _ request: [UInt8], _ snapshot: Snapshot, now: Int64) throws -> [UInt8]? {
        let day = now / Self.dayMs
        // One day after the other: for a list of days SQLite builds a table of its own, which costs more than all else.
        guard let known = try kept(call, day, snapshot) ?? kept(call, day - 1, snapshot) else { return nil }
        guard known.digest == digest(call, request) else { throw Refused(.keyReused) }
        return try keys.open(known.reply, .requestDigest, call.options.idempotencyKey)
    }

    /// - Throws: ``Refused`` `keyReused` when the key came with another request before.
    func reply(to call: Call, _ request: [UInt8], _ context: WriteContext, make: () throws -> [UInt8]) throws -> [UInt8]
    {
        if let known = try known(call, request, context.transaction, now: context.now) {
            context.isRepetition = true
            return known
        }
        let reply = try make()
        // Refused after all: asked again, it is tried again.
        guard context.refusal == nil else { return reply }
        let idempotencyKey = call.options.idempotencyKey
        try context.transaction.execute(
            "INSERT INTO answered (day, idempotency_key, caller, digest, reply) VALUES (?1, ?2, ?3, ?4, ?5)",
            context.now / Self.dayMs, idempotencyKey, call.caller.number, digest(call, request),
            keys.seal(reply, nonce: context.random(SealingKey.nonceSize), .requestDigest, idempotencyKey))
        return reply
    }

    /// Forgets what is older than two days.
    static func expire(_ transaction: Transaction, now: Int64) throws {
        try transaction.execute("DELETE FROM answered WHERE day < ?1", now / dayMs - 1)
    }

    private func digest(_ call: Call, _ request: [UInt8]) -> [UInt8] {
        var method = ByteWriter()
        method.writeUInt16(call.method.rawValue)
        return Digest.hash16(.requestDigest, method.bytes, request)
    }

    private static let dayMs: Int64 = 86_400_000
}
