/// A 32-byte key of keyed BLAKE2b-256.
package struct MACKey: Sendable {
    private let secret: Secret

    package init(_ bytes: [UInt8]) throws(CryptoError) {
        secret = try Secret(bytes, count: 32)
    }

    init(_ secret: Secret) { self.secret = secret }

    /// The raw key, for a device that must verify MACs itself.
    package var bytes: [UInt8] { secret.bytes }

    /// Returns 32 bytes. A layout with a shorter field takes the first ones.
    package func mac(_ context: Context, _ parts: [UInt8]...) -> [UInt8] {
        var state = Blake2b(size: Digest.size, key: secret.bytes)
        state.update(context.bytes)
        for part in parts { state.update(part) }
        return state.finish()
    }
}
