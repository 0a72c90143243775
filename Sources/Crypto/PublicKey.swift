import CSodium

/// The public half of an Ed25519 key pair.
package struct PublicKey: Sendable, Hashable {
    package static let size = 32
    package static let signatureSize = 64

    package let bytes: [UInt8]

    /// Throws `wrongLength` unless there are 32 bytes. Accepts any others; no signature verifies under bytes that are
    /// not a point of the curve or have small order.
    package init(_ bytes: [UInt8]) throws(CryptoError) {
        guard bytes.count == Self.size else { throw .wrongLength(expected: Self.size, given: bytes.count) }
        self.bytes = bytes
    }

    /// The id of the site that has this key, 32 bytes.
    package var siteID: [UInt8] { Digest.hash(.site, bytes) }

    /// Returns false also for a signature that is not 64 bytes long.
    package func verifies(_ signature: [UInt8], _ context: Context, _ parts: [UInt8]...) -> Bool {
        verifies(signature, raw: Preimage(context, parts: parts).bytes)
    }

    package func verifies(_ signature: [UInt8], _ preimage: Preimage) -> Bool {
        verifies(signature, raw: preimage.bytes)
    }

    func verifies(_ signature: [UInt8], raw message: [UInt8]) -> Bool {
        _ = Sodium.started
        guard signature.count == Self.signatureSize else { return false }
        return unsafe crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}
