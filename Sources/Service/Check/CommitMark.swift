import Crypto
package import Storage

/// A mark of a database's position, made once a second: stored in it, then in a file beside it. Everything committed
/// before a mark is in the database if the mark is, so a file that is ahead proves that the database has lost its end.
package struct CommitMark: Sendable, Equatable {
    package let number: UInt64
    package let atMs: Int64

    /// The state before the first mark.
    package static let none = CommitMark(number: 0, atMs: 0)

    private init(number: UInt64, atMs: Int64) {
        (self.number, self.atMs) = (number, atMs)
    }

    package init(_ snapshot: Snapshot) throws {
        let noted = try snapshot.first("SELECT number, at_ms FROM commit_mark WHERE id = 1") {
            CommitMark(number: $0.id(0), atMs: $0.integer(1))
        }
        self = noted ?? .none
    }

    /// Makes and stores the next mark.
    /// - Parameter file: the mark in the file; the next one is always higher.
    package static func next(after file: CommitMark, now: Int64, _ transaction: Transaction) throws -> CommitMark {
        let mark = CommitMark(number: max(try CommitMark(transaction).number, file.number) + 1, atMs: now)
        try transaction.execute(
            """
            INSERT INTO commit_mark (id, number, at_ms) VALUES (1, ?1, ?2)
            ON CONFLICT (id) DO UPDATE SET number = ?1, at_ms = ?2
            """, mark.number, mark.atMs)
        return mark
    }

    // The file: one line that a person can read, with a check that it was written completely.

    package init?(file bytes: [UInt8]) {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first?.split(separator: " ") ?? []
        guard words.count == 3, let number = UInt64(words[0]), let atMs = Int64(words[1]) else { return nil }
        self.init(number: number, atMs: atMs)
        guard file == bytes else { return nil }
    }

    package var file: [UInt8] {
        let line = "\(number) \(atMs)"
        let check = Digest.hash16(.commitMark, Array(line.utf8))
        return Array("\(line) \(check.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())\n".utf8)
    }
}
