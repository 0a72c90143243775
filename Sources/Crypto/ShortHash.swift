import CSodium

/// SipHash-2-4: 64 bits under a key. It tells whether something differs from what it was, also to somebody who may choose both
/// and does not know the key.
package struct ShortHash: Sendable {
    private let secret: Secret

    /// - Parameter key: 16 bytes.
    package init(_ key: [UInt8]) throws(CryptoError) { secret = try Secret(key, count: 16) }

    package func of(_ bytes: [UInt8]) -> UInt64 {
        var hash = [UInt8](repeating: 0, count: 8)
        unsafe _ = crypto_shorthash(&hash, bytes, UInt64(bytes.count), secret.bytes)
        return hash.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
