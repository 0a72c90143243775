import Crypto
import Passes
import Wire

/// The last record: what the backup amounts to, signed by the site. Anybody who knows a public key can encrypt to it; only the
/// site can sign.
///
/// Layout: `u64 pages | 32 digest of the pages | u64 files | u64 made ms | u64 mark | 32 site key | 64 signature`.
struct BackupEnd: Equatable {
    static let size = 160

    /// Pages of the database.
    let pages: Int
    /// The digest of what the pages amount to; see `PageTable`.
    let digest: [UInt8]
    let files: Int
    /// When the state was read that the backup has, UTC milliseconds.
    let madeMs: Int64
    /// The number of the database's mark.
    let mark: UInt64
    let siteKey: PublicKey
    private let signature: [UInt8]

    /// - Parameter chain: the digest of all chunks before the end.
    init(
        pages: Int, digest: [UInt8], files: Int, madeMs: Int64, mark: UInt64, chain: [UInt8], signedBy site: SigningKey
    ) {
        (self.pages, self.digest, self.files, self.madeMs) = (pages, digest, files, madeMs)
        (self.mark, siteKey) = (mark, site.publicKey)
        signature = site.sign(
            .backup, chain, Self.content(pages, digest, files, madeMs, mark, site.publicKey))
    }

    init(_ bytes: [UInt8]) throws(DecodeError) {
        guard bytes.count == Self.size else { throw .badValue("an end of \(bytes.count) bytes") }
        var reader = ByteReader(bytes.span)
        let pages = try reader.readFixed64()
        digest = try reader.readBytes(32)
        let files = try reader.readFixed64()
        guard pages <= UInt64(Int32.max), files <= UInt64(Int32.max) else { throw .tooLarge }
        (self.pages, self.files) = (Int(pages), Int(files))
        madeMs = Int64(bitPattern: try reader.readFixed64())
        mark = try reader.readFixed64()
        do {
            siteKey = try PublicKey(try reader.readBytes(32))
        } catch let error as DecodeError {
            throw error
        } catch {
            throw .badValue("site key")
        }
        signature = try reader.readBytes(64)
    }

    var bytes: [UInt8] { Self.content(pages, digest, files, madeMs, mark, siteKey) + signature }

    /// Returns whether the site of the key has signed these chunks.
    func isSigned(_ chain: [UInt8]) -> Bool {
        siteKey.verifies(
            signature, .backup, chain, Self.content(pages, digest, files, madeMs, mark, siteKey))
    }

    var site: SiteFingerprint {
        get throws { try SiteFingerprint(siteID: siteKey.siteID) }
    }

    private static func content(
        _ pages: Int, _ digest: [UInt8], _ files: Int, _ madeMs: Int64, _ mark: UInt64, _ site: PublicKey
    ) -> [UInt8] {
        var writer = ByteWriter(capacity: size)
        writer.writeFixed64(UInt64(pages))
        writer.writeBytes(digest)
        writer.writeFixed64(UInt64(files))
        writer.writeFixed64(UInt64(bitPattern: madeMs))
        writer.writeFixed64(mark)
        writer.writeBytes(site.bytes)
        return writer.bytes
    }
}
