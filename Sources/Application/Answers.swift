package import Crypto
import Messages
package import Storage
import Wire

/// The stored replies of mutating calls: the same key from the same caller gets the same answer for at least 24 hours
/// (by UTC day, two days are kept). A client can therefore repeat a call whose reply was lost.
///
/// The answers of a group are encrypted together, as one page; a row per key names the page of its answer.
package struct Answers: Sendable {
    static let keySize = Limits.idempotencyKey
    private let keys: SealingKeyring

    package init(master: MasterKey) {
        keys = SealingKeyring(master, for: .answerPage)
    }

    /// - Parameter digest: of the request.
    /// - Throws: ``Refusal`` `keyReused` when the key came with another request.
    func known(_ call: Call, _ digest: [UInt8], _ snapshot: Snapshot) throws -> [UInt8]? {
        let key = AnswerKey(call)
        let page = try snapshot.first(
            "SELECT page FROM answered WHERE key_head = ?1 AND key_tail = ?2 AND caller = ?3",
            key.head, key.tail, key.caller
        ) { $0.id(0) }
        guard let page else { return nil }
        guard let answer = try AnswerPage.find(key, in: try open(page, snapshot)) else {
            throw Damage("page \(page) of kept answers lacks one")
        }
        return try answer.reply(to: digest)
    }

    /// Throws `Damage` unless every answer of a page can be read.
    package func verify(page: UInt64, _ snapshot: Snapshot) throws {
        _ = try AnswerPage.find(AnswerKey(head: 0, tail: 0, caller: 0), in: try open(page, snapshot))
    }

    private func open(_ page: UInt64, _ snapshot: Snapshot) throws -> [UInt8] {
        let sealed = try snapshot.first("SELECT answers FROM answer_page WHERE id = ?1", page) { $0.bytes(0) }
        guard let sealed else { throw Damage("page \(page) of kept answers is missing") }
        do {
            return try keys.open(sealed, .answerPage, AnswerPage.place(page))
        } catch {
            throw Damage("page \(page) of kept answers does not open")
        }
    }

    /// - Parameter digest: of the request.
    /// - Throws: ``Refusal`` `keyReused` when the key came with another request before.
    func reply(to digest: [UInt8], _ context: WriteContext, make: () throws -> [UInt8]) throws -> [UInt8] {
        let transaction = context.transaction
        let key = AnswerKey(context.call)
        let pages = transaction.buffer { AnswerPages(keys, context.random) }
        let page = try pages.place(transaction)
        // The insert tells whether the key is new; another statement would cost as much.
        let isNew = try transaction.execute(
            """
            INSERT INTO answered (key_head, key_tail, caller, page) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
            """, key.head, key.tail, key.caller, page)
        guard isNew == 1 else {
            context.isRepetition = true
            // Nothing was written, so there is nothing to undo if the answer belongs to another request.
            return try transaction.provisionally {
                let known = try pages.find(key)?.reply(to: digest) ?? known(context.call, digest, transaction)
                guard let known else { throw Damage("page \(page) of kept answers is missing") }
                return known
            } undo: {
            }
        }
        let reply = try transaction.provisionally(make) { try forget(key, transaction) }
        // A refused call is not stored: a repetition tries again.
        if context.refusal == nil {
            pages.append(StoredAnswer(key: key, digest: digest, reply: reply), to: page, day: context.now / Self.dayMs)
        } else {
            try forget(key, transaction)
        }
        return reply
    }

    private func forget(_ key: AnswerKey, _ transaction: Transaction) throws {
        try transaction.execute(
            "DELETE FROM answered WHERE key_head = ?1 AND key_tail = ?2 AND caller = ?3",
            key.head, key.tail, key.caller)
    }

    /// Deletes answers older than two days. Scans all stored answers; an index by day would cost every call a write.
    static func expire(_ transaction: Transaction, now: Int64) throws {
        let day = now / dayMs - 1
        try transaction.execute(
            "DELETE FROM answered WHERE page IN (SELECT id FROM answer_page WHERE day < ?1)", day)
        try transaction.execute("DELETE FROM answer_page WHERE day < ?1", day)
    }

    /// The digest that a repetition must equal.
    func digest(_ call: Call, _ request: [UInt8]) -> [UInt8] {
        let method = call.method.rawValue
        return Digest.hash16(
            .requestDigest, [UInt8(truncatingIfNeeded: method), UInt8(truncatingIfNeeded: method >> 8)], request)
    }

    private static let dayMs: Int64 = 86_400_000
}

/// The caller and key of an answer. The key's halves are numbers: those of clients begin with the time, and numbers are
/// compared twice as fast.
struct AnswerKey: Hashable {
    let head: UInt64
    let tail: UInt64
    let caller: Int64

    init(head: UInt64, tail: UInt64, caller: Int64) {
        self.head = head
        self.tail = tail
        self.caller = caller
    }

    init(_ call: Call) {
        let key = call.options.idempotencyKey
        self.init(head: Self.number(key[..<8]), tail: Self.number(key[8...]), caller: call.caller.number)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

struct StoredAnswer {
    let key: AnswerKey
    /// The request's digest.
    let digest: [UInt8]
    let reply: [UInt8]

    /// - Throws: ``Refusal`` `keyReused` when the key came with another request.
    func reply(to digest: [UInt8]) throws(Refusal) -> [UInt8] {
        guard digest == self.digest else { throw Refusal(.keyReused) }
        return reply
    }
}
