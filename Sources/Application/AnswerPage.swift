import Crypto
import Storage
import Wire

/// The stored answers of one commit group, before they are written as pages. A row per key names its page from the
/// start.
final class AnswerPages: CommitBuffer {
    /// The size from which the next answer starts another page: a repetition decrypts one whole page.
    private static let pageBytes = 64 << 10

    private let keys: SealingKeyring
    private let random: @Sendable (Int) -> [UInt8]
    private var answers: [(page: UInt64, answer: StoredAnswer)] = []
    /// The page of the next answer, and its bytes so far.
    private var page: UInt64?
    private var bytes = 0
    private var day: Int64 = 0

    init(_ keys: SealingKeyring, _ random: @escaping @Sendable (Int) -> [UInt8]) {
        self.keys = keys
        self.random = random
    }

    /// Finds an answer of this group, whose page is not written yet.
    func find(_ key: AnswerKey) -> StoredAnswer? { answers.first { $0.answer.key == key }?.answer }

    /// Returns the page of the next answer.
    func place(_ transaction: Transaction) throws -> UInt64 {
        if let page, bytes < Self.pageBytes { return page }
        let new = try transaction.newID()
        (page, bytes) = (new, 0)
        return new
    }

    func append(_ answer: StoredAnswer, to page: UInt64, day: Int64) {
        answers.append((page, answer))
        bytes += 24 + answer.digest.count + answer.reply.count
        self.day = day
    }

    var count: Int { answers.count }

    func drop(downTo count: Int) {
        answers.removeSubrange(count...)
        // A page without answers: its id may have been allocated by what is rolled back, and may be allocated again.
        if answers.last?.page != page { page = nil }
    }

    func finish(_ transaction: Transaction) throws {
        var first = 0
        while first < answers.count {
            let id = answers[first].page
            var page = AnswerPage()
            while first < answers.count, answers[first].page == id {
                page.append(answers[first].answer)
                first += 1
            }
            let sealed = keys.seal(
                page.writer.bytes, nonce: random(SealingKey.nonceSize), .answerPage, AnswerPage.place(id))
            try transaction.execute("INSERT INTO answer_page (id, day, answers) VALUES (?1, ?2, ?3)", id, day, sealed)
        }
    }
}

/// Page ::= { u64 key head | u64 key tail | u64 caller | varint size | digest | varint size | reply }, little endian.
struct AnswerPage {
    private(set) var writer = ByteWriter()

    mutating func append(_ answer: StoredAnswer) {
        writer.writeFixed64(answer.key.head)
        writer.writeFixed64(answer.key.tail)
        writer.writeFixed64(UInt64(bitPattern: answer.key.caller))
        writer.writeVarint(UInt64(answer.digest.count))
        writer.writeBytes(answer.digest)
        writer.writeVarint(UInt64(answer.reply.count))
        writer.writeBytes(answer.reply)
    }

    static func find(_ key: AnswerKey, in page: [UInt8]) throws(DecodeError) -> StoredAnswer? {
        var reader = ByteReader(page.span)
        while !reader.isAtEnd {
            let found = AnswerKey(
                head: try reader.readFixed64(), tail: try reader.readFixed64(),
                caller: Int64(bitPattern: try reader.readFixed64()))
            let digest = try reader.readBytes(try reader.readVarint())
            let reply = try reader.readBytes(try reader.readVarint())
            if found == key { return StoredAnswer(key: key, digest: digest, reply: reply) }
        }
        return nil
    }

    /// The associated data of a page, so that it decrypts under its own id only.
    static func place(_ id: UInt64) -> [UInt8] {
        var writer = ByteWriter(capacity: 8)
        writer.writeFixed64(id)
        return writer.bytes
    }
}
