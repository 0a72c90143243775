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

    /// - Throws: ``Refused`` `keyReused` when the key came with another request.
    func known(_ call: Call, _ digest: [UInt8], _ snapshot: Snapshot) throws -> [UInt8]? {
        let key = call.options.idempotencyKey
        let known = try snapshot.first(
            "SELECT digest, reply FROM answered WHERE idempotency_key = ?1 AND caller = ?2", key, call.caller.number
        ) { (digest: $0.bytes(0), reply: $0.bytes(1)) }
        guard let known else { return nil }
        guard known.digest == digest else { throw Refused(.keyReused) }
        return try keys.open(known.reply, .requestDigest, key)
    }

    /// - Parameter digest: of the request.
    /// - Throws: ``Refused`` `keyReused` when the key came with another request before.
    func reply(to digest: [UInt8], _ context: WriteContext, make: () throws -> [UInt8]) throws -> [UInt8] {
        let call = context.call
        if let known = try known(call, digest, context.transaction) {
            context.isRepetition = true
            return known
        }
        let reply = try make()
        // Refused after all: asked again, it is tried again.
        guard context.refusal == nil else { return reply }
        let key = call.options.idempotencyKey
        try context.transaction.execute(
            "INSERT INTO answered (idempotency_key, caller, day, digest, reply) VALUES (?1, ?2, ?3, ?4, ?5)",
            key, call.caller.number, context.now / Self.dayMs, digest,
            keys.seal(reply, nonce: context.random(SealingKey.nonceSize), .requestDigest, key))
        return reply
    }

    /// Forgets what is older than two days. It looks at every answer kept, now and then; an index by day would have to be
    /// kept with every call.
    static func expire(_ transaction: Transaction, now: Int64) throws {
        try transaction.execute("DELETE FROM answered WHERE day < ?1", now / dayMs - 1)
    }

    /// What a repetition must equal.
    func digest(_ call: Call, _ request: [UInt8]) -> [UInt8] {
        var method = ByteWriter()
        method.writeUInt16(call.method.rawValue)
        return Digest.hash16(.requestDigest, method.bytes, request)
    }

    private static let dayMs: Int64 = 86_400_000
}
