import Crypto
import Storage
import Wire

/// The answers of one group of commands, on their way to their pages. A row a key names the page from the start.
final class AnswerPages: Gathering {
    /// Bytes from which the next answer begins another page: who asks again has one page opened.
    private static let pageBytes = 64 << 10

    private let keys: SealingKeyring
    private let random: @Sendable (Int) -> [UInt8]
    private var answers: [(page: UInt64, answer: Answer)] = []
    /// Where the next answer goes, and the bytes there.
    private var page: UInt64?
    private var bytes = 0
    private var day: Int64 = 0

    init(_ keys: SealingKeyring, _ random: @escaping @Sendable (Int) -> [UInt8]) {
        self.keys = keys
        self.random = random
    }

    /// An answer given in this very group, whose page is not written yet.
    func find(_ key: AnswerKey) -> Answer? { answers.first { $0.answer.key == key }?.answer }

    /// The page of the next answer.
    func place(_ transaction: Transaction) throws -> UInt64 {
        if let page, bytes < Self.pageBytes { return page }
        let new = try transaction.newID()
        (page, bytes) = (new, 0)
        return new
    }

    func append(_ answer: Answer, to page: UInt64, day: Int64) {
        answers.append((page, answer))
        bytes += 24 + answer.digest.count + answer.reply.count
        self.day = day
    }

    var count: Int { answers.count }

    func drop(downTo count: Int) {
        answers.removeSubrange(count...)
        // A page that nobody's answer is on: its id may have been drawn by what is undone, and come again.
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

    mutating func append(_ answer: Answer) {
        writer.writeFixed64(answer.key.head)
        writer.writeFixed64(answer.key.tail)
        writer.writeFixed64(UInt64(bitPattern: answer.key.caller))
        writer.writeVarint(UInt64(answer.digest.count))
        writer.writeBytes(answer.digest)
        writer.writeVarint(UInt64(answer.reply.count))
        writer.writeBytes(answer.reply)
    }

    static func find(_ key: AnswerKey, in page: [UInt8]) throws(DecodeError) -> Answer? {
        var reader = ByteReader(page.span)
        while !reader.isAtEnd {
            let found = AnswerKey(
                head: try reader.readFixed64(), tail: try reader.readFixed64(),
                caller: Int64(bitPattern: try reader.readFixed64()))
            let digest = try reader.readBytes(try reader.readVarint())
            let reply = try reader.readBytes(try reader.readVarint())
            if found == key { return Answer(key: key, digest: digest, reply: reply) }
        }
        return nil
    }

    /// What a page is bound to: it opens in no other's place.
    static func place(_ id: UInt64) -> [UInt8] {
        var writer = ByteWriter(capacity: 8)
        writer.writeFixed64(id)
        return writer.bytes
    }
}
