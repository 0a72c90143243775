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

    /// - Throws: ``Refused`` `keyReused` when the key came with another request before.
    func reply(to call: Call, _ request: [UInt8], _ context: WriteContext, make: () throws -> [UInt8]) throws -> [UInt8]
    {
        let idempotencyKey = call.options.idempotencyKey
        var method = ByteWriter()
        method.writeUInt16(call.method.rawValue)
        let digest = Digest.hash16(.requestDigest, method.bytes, request)
        let day = context.now / 86_400_000
        let known = try context.transaction.first(
            """
            SELECT digest, reply FROM answered WHERE day IN (?1, ?2) AND idempotency_key = ?3 AND caller = ?4
            """, day, day - 1, idempotencyKey, call.caller.number
        ) { (digest: $0.bytes(0), reply: $0.bytes(1)) }
        if let known {
            guard known.digest == digest else { throw Refused(.keyReused) }
            return try keys.open(known.reply, .requestDigest, idempotencyKey)
        }
        let reply = try make()
        try context.transaction.execute(
            "INSERT INTO answered (day, idempotency_key, caller, digest, reply) VALUES (?1, ?2, ?3, ?4, ?5)",
            day, idempotencyKey, call.caller.number, digest,
            keys.seal(reply, nonce: context.random(SealingKey.nonceSize), .requestDigest, idempotencyKey))
        return reply
    }

    /// Forgets what is older than two days.
    static func expire(_ transaction: Transaction, now: Int64) throws {
        try transaction.execute("DELETE FROM answered WHERE day < ?1", now / 86_400_000 - 1)
    }
}
