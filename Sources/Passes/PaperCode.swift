import Crypto
import Wire

/// EXM-6: the code with which a base lets people sit a paper, for as long as it has the paper open.
///
/// Text: `RX1-` and Crockford's Base32 of `uv opening | 8 bytes`, the bytes being the secret of that opening. It may be typed
/// or pasted, in any case.
package struct PaperCode: Sendable, Equatable {
    package static let secretSize = 8
    private static let prefix = "RX1"
    /// A varint of 8 bytes and the secret are 16 bytes: 26 symbols.
    private static let symbolLimit = 26

    package let opening: UInt64
    private let secret: [UInt8]

    /// - Parameters:
    ///   - opening: below 2⁵³.
    ///   - secret: 8 random bytes of the opening.
    package init(opening: UInt64, secret: [UInt8]) throws(PassError) {
        guard secret.count == Self.secretSize, opening > 0 else { throw .wrongLength }
        self.opening = opening
        self.secret = secret
    }

    /// Parses a code; whether it is genuine, `opens` says.
    package init(text: String) throws(PassError) {
        let symbols = try TextPrefix.symbols(of: text, prefix: Self.prefix, limit: Self.symbolLimit)
        let bytes = try Crockford.bytes(of: symbols)
        do throws(DecodeError) {
            var reader = ByteReader(bytes.span)
            opening = try reader.readID("opening")
            secret = try reader.readBytes(UInt64(Self.secretSize))
            try reader.finish()
        } catch { throw .malformed(error) }
    }

    package var text: String {
        var writer = ByteWriter(capacity: 16)
        writer.writeVarint(opening)
        writer.writeBytes(secret)
        return Self.prefix + "-" + Crockford.text(of: Crockford.symbols(of: writer.bytes))
    }

    /// Whether the code has the secret of an opening; the time taken does not tell how much of it matches.
    package func opens(_ secret: [UInt8]) -> Bool { equalInConstantTime(self.secret, secret) }
}
