import Crypto
import Threads
import Wire

/// Encrypts and authenticates the chunks of one backup. A chunk names the header and its own number, so that none can be
/// changed, left out, repeated or taken from another backup; the end says how many there are.
///
/// Chunk: `u32 length of the rest | 24 nonce | encrypted record`. The nonce is random: a chunk that a killed process had begun
/// is written anew, with another content.
struct BackupCipher {
    /// The largest record: about 240 pages.
    static let recordLimit = 1 << 20
    static let overhead = SealingKey.nonceSize + SealingKey.overhead

    private let key: SealingKey
    private let header: [UInt8]
    /// Recognises pages by a short hash.
    let pages: ShortHash
    /// The number of the next chunk.
    private(set) var number: UInt64 = 0
    /// The digest of all chunks before it.
    private(set) var chain: [UInt8]

    /// - Parameter fileKey: 32 bytes.
    init(_ fileKey: [UInt8], header: BackupHeader) throws(CryptoError) {
        let master = try MasterKey(fileKey)
        key = master.sealingKey(for: .backupChunk)
        pages = try ShortHash(Array(master.macKey(for: .backupPage).bytes.prefix(16)))
        self.header = Digest.hash(.backupHeader, header.bytes)
        chain = self.header
    }

    /// Returns the chunk, with its length.
    mutating func seal(_ record: [UInt8]) -> [UInt8] {
        precondition(record.count <= Self.recordLimit, "a record of \(record.count) bytes")
        let nonce = SystemRandom.bytes(SealingKey.nonceSize)
        let sealed = key.seal(record, nonce: nonce, .backupChunk, header, place)
        advance(sealed)
        var writer = ByteWriter(capacity: 4 + nonce.count + sealed.count)
        writer.writeFixed32(UInt32(nonce.count + sealed.count))
        writer.writeBytes(nonce)
        writer.writeBytes(sealed)
        return writer.bytes
    }

    /// Opens a chunk without its length. Throws `forged` if it is not the next one.
    mutating func open(_ chunk: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard chunk.count >= Self.overhead else { throw .forged }
        let sealed = Array(chunk[SealingKey.nonceSize...])
        let record = try key.open(
            sealed, nonce: Array(chunk[..<SealingKey.nonceSize]), .backupChunk, header, place)
        advance(sealed)
        return record
    }

    private var place: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) } }

    private mutating func advance(_ sealed: [UInt8]) {
        chain = Digest.hash(.backupChain, chain, Array(sealed.suffix(SealingKey.overhead)))
        number += 1
    }
}
