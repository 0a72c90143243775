import Console
import Crypto
import Foundation
import Wire

/// Reads the chunks of a backup in order; each is authenticated before anything of it is used.
struct BackupReader {
    let header: BackupHeader
    private let file: BackupFile
    private(set) var cipher: BackupCipher
    /// The end of the last chunk that was read.
    private(set) var offset = BackupHeader.size

    /// - Parameter key: returns the backup's key.
    init(_ file: BackupFile, key: (BackupHeader) throws -> [UInt8]) throws {
        self.file = file
        guard let header = BackupHeader(try file.read(BackupHeader.size, at: 0)) else {
            throw CommandFailure(
                .failure, name: "not_a_backup", Phrase("\(file.path) is not a backup", "\(file.path) 不是备份文件"))
        }
        self.header = header
        cipher = try BackupCipher(try key(header), header: header)
    }

    /// Opens a finished backup.
    init(_ path: String, with opener: BackupOpener) throws {
        try self.init(BackupFile(path, for: .reading)) { header in
            guard let key = try header.open(opener) else {
                throw CommandFailure(
                    .failure, name: "wrong_key",
                    Phrase(
                        "\(path) cannot be opened with this: it is another's, or the beginning of the file is damaged",
                        "无法用该口令或密钥打开 \(path)：不匹配，或文件开头已损坏"))
            }
            return key
        }
    }

    /// Returns the next record; nil at the end of the file.
    /// - Throws: `damaged` for a chunk that is not what was written, or that was cut off.
    mutating func next() throws -> BackupRecord? {
        let length = try file.read(4, at: offset)
        if length.isEmpty { return nil }
        let count = Int(length.reversed().reduce(0) { $0 << 8 | UInt32($1) })
        guard length.count == 4, count <= BackupCipher.recordLimit + BackupCipher.overhead else { throw damaged() }
        let chunk = try file.read(count, at: offset + 4)
        guard chunk.count == count else { throw damaged() }
        do {
            let record = try BackupRecord(cipher.open(chunk))
            offset += 4 + count
            return record
        } catch is CryptoError {
            throw damaged()
        } catch is DecodeError {
            throw damaged()
        }
    }

    /// Reads everything, and proves that it is whole.
    /// - Parameter take: called with each record before the end; nothing is proven yet of what has not been read.
    mutating func readAll(_ take: (BackupRecord) throws -> Void) throws -> BackupEnd {
        var pages = PageTable(cipher.pages)
        var files: Set<String> = []
        while true {
            let chain = cipher.chain
            guard let record = try next() else {
                throw CommandFailure(
                    .failure, name: "unfinished",
                    Phrase(
                        "\(file.path) ends too early: it was never finished, or it was cut off",
                        "\(file.path) 不完整：未完成或被截断"))
            }
            switch record {
            case .pages(let numbers, let bytes): pages.note(numbers, bytes)
            case .file(let piece): files.insert(piece.path)
            case .end(let end):
                let isWhole =
                    end.isSigned(chain) && files.count == end.files && pages.digest(of: end.pages) == end.digest
                guard isWhole, try file.size == offset else { throw damaged() }
                return end
            }
            try take(record)
        }
    }

    private func damaged() -> CommandFailure {
        CommandFailure(
            .failure, name: "damaged",
            Phrase(
                "\(file.path) is damaged behind byte \(offset) (chunk \(cipher.number))",
                "\(file.path) 在第 \(offset) 字节之后已损坏（第 \(cipher.number) 块）"),
            hint: Phrase("use another backup", "请使用其他备份"))
    }
}
