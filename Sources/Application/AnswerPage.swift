import Crypto
import Storage
import Wire

/// The answers of one group of commands, on their way to a page.
final class AnswerPages: Gathering {
    /// Bytes from which the next answer begins another page: who asks again has one page opened.
    private static let pageBytes = 64 << 10

    private let keys: SealingKeyring
    private let random: @Sendable (Int) -> [UInt8]
    private var answers: [Answer] = []
    private var places: [AnswerKey: Int] = [:]
    private var day: Int64 = 0

    init(_ keys: SealingKeyring, _ random: @escaping @Sendable (Int) -> [UInt8]) {
        self.keys = keys
        self.random = random
    }

    /// An answer given in this very group, which is in no table yet.
    func find(_ key: AnswerKey) -> Answer? { places[key].map { answers[$0] } }

    func append(_ answer: Answer, day: Int64) {
        places[answer.key] = answers.count
        answers.append(answer)
        self.day = day
    }

    var count: Int { answers.count }

    func drop(downTo count: Int) {
        for answer in answers[count...] { places[answer.key] = nil }
        answers.removeSubrange(count...)
    }

    func finish(_ transaction: Transaction) throws {
        // In the order of their keys they fall on fewer pages of the table.
        answers.sort { ($0.key.head, $0.key.tail) < ($1.key.head, $1.key.tail) }
        var page = AnswerPage()
        var first = 0
        for (index, answer) in answers.enumerated() {
            page.append(answer)
            guard page.writer.bytes.count >= Self.pageBytes || index == answers.count - 1 else { continue }
            try write(page, of: answers[first...index], transaction)
            page = AnswerPage()
            first = index + 1
        }
    }

    private func write(_ page: AnswerPage, of answers: ArraySlice<Answer>, _ transaction: Transaction) throws {
        let id = try transaction.newID()
        let sealed = keys.seal(
            page.writer.bytes, nonce: random(SealingKey.nonceSize), .requestDigest, AnswerPage.place(id))
        try transaction.execute("INSERT INTO answer_page (id, day, answers) VALUES (?1, ?2, ?3)", id, day, sealed)
        for answer in answers {
            try transaction.execute(
                "INSERT INTO answered (key_head, key_tail, caller, page) VALUES (?1, ?2, ?3, ?4)",
                answer.key.head, answer.key.tail, answer.key.caller, id)
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
