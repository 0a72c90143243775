package import Crypto
import Wire

/// A pass with its Ed25519 signature over `"rollcall.pass.v1" ‖ site id ‖ pass bytes`.
///
/// Text: `RP1-` and the Base45 of `pass bytes | 64 signature`, about 140 symbols of a QR code's alphanumeric mode. It
/// neither begins nor ends with a space; Base45's spaces occur inside only.
package struct SignedPass: Sendable, Equatable {
    /// A public key that verifies passes. Several may be valid at once while one replaces another.
    package struct Key: Sendable, Equatable {
        package let id: UInt8
        package let key: PublicKey

        package init(id: UInt8, key: PublicKey) {
            self.id = id
            self.key = key
        }
    }

    /// The id under which the site key signs. Other ids are for future keys that arrive with a terminal's scope.
    package static let siteKeyID: UInt8 = 1

    private static let prefix = "RP1-"
    /// 30 bytes and the signature take 141 symbols.
    private static let symbolLimit = 141

    package let pass: Pass
    package let keyID: UInt8
    private let signature: [UInt8]

    init(pass: Pass, keyID: UInt8, signature: [UInt8]) {
        self.pass = pass
        self.keyID = keyID
        self.signature = signature
    }

    /// Parses a pass without verifying it: its content is a claim until `validity` has returned valid, expired or
    /// future.
    package init(text: String) throws(PassError) {
        guard TextPrefix.claims(text, String(Self.prefix.prefix(3))) else { throw .notOurs }
        // Keyboards and clipboards add white space; twice the length is more than any of them adds.
        guard text.utf8.count <= 2 * Self.symbolLimit else { throw .tooLong }
        let trimmed = text.utf8.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed()
        guard trimmed.first == Self.prefix.utf8.first else { throw .badSymbol(at: 0) }
        guard trimmed.starts(with: Self.prefix.utf8) else { throw .unsupportedVersion }
        let symbols = trimmed.dropFirst(Self.prefix.utf8.count)
        guard symbols.count <= Self.symbolLimit else { throw .tooLong }
        let bytes = try Base45.decode(symbols)
        do throws(DecodeError) {
            var reader = ByteReader(bytes.span)
            keyID = try reader.readByte()
            pass = try Pass(reading: &reader)
            signature = try reader.readBytes(UInt64(PublicKey.signatureSize))
            try reader.finish()
        } catch { throw .malformed(error) }
    }

    package var text: String { Self.prefix + Base45.encode(pass.bytes(keyID: keyID) + signature) }

    /// Verifies the pass and returns its validity at a moment, with the given keys. Needs no network. Does not know of
    /// revocations.
    /// - Parameters:
    ///   - siteID: 32 bytes.
    ///   - nowMs: UTC milliseconds.
    ///   - toleranceMs: how long before and after its validity a pass is accepted.
    package func validity(_ keys: [Key], siteID: [UInt8], nowMs: Int64, toleranceMs: Int64 = 0) -> Validity {
        let bytes = pass.bytes(keyID: keyID)
        let isGenuine = keys.contains { $0.id == keyID && $0.key.verifies(signature, .pass, siteID, bytes) }
        return isGenuine ? .of(pass.validMs, nowMs: nowMs, toleranceMs: toleranceMs) : .forged
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
