/// The encryption keys of one context by version. New values are encrypted under the current version; values of older
/// versions can still be decrypted.
///
/// Record: `u8 key version | 24 nonce | encrypted value`. The version is authenticated with the rest.
package struct SealingKeyring: Sendable {
    private let current: UInt8
    private let keys: [UInt8: SealingKey]

    /// The number of bytes by which a record exceeds its plain text.
    package static let overhead = 1 + SealingKey.nonceSize + SealingKey.overhead

    /// Derives the keys of versions 1…`current` from the master secret for `context`.
    package init(_ master: MasterKey, for context: Context, current: UInt8 = 1) {
        precondition(current > 0, "key versions start at 1")
        self.current = current
        keys = Dictionary(
            uniqueKeysWithValues: (1...current).map { ($0, master.sealingKey(for: context, version: $0)) })
    }

    /// - Parameter nonce: 24 random bytes.
    package func seal(
        _ plain: [UInt8], nonce: [UInt8], _ context: Context, _ associated: [UInt8]...
    ) -> [UInt8] {
        guard let key = keys[current] else { preconditionFailure("a keyring holds its current key") }
        var record: [UInt8] = []
        record.reserveCapacity(plain.count + Self.overhead)
        record.append(current)
        record.append(contentsOf: nonce)
        record.append(contentsOf: key.seal(plain, nonce: nonce, Self.preimage(context, current, associated)))
        return record
    }

    package func open(
        _ record: [UInt8], _ context: Context, _ associated: [UInt8]...
    ) throws(CryptoError) -> [UInt8] {
        guard record.count >= Self.overhead, let version = record.first else {
            throw .wrongLength(expected: Self.overhead, given: record.count)
        }
        guard let key = keys[version] else { throw .unknownKeyVersion(version) }
        let sealedFrom = 1 + SealingKey.nonceSize
        return try key.open(
            Array(record[sealedFrom...]), nonce: Array(record[1..<sealedFrom]),
            Self.preimage(context, version, associated))
    }

    private static func preimage(_ context: Context, _ version: UInt8, _ associated: [[UInt8]]) -> Preimage {
        var preimage = Preimage(context, [version])
        for part in associated { preimage.append(part) }
        return preimage
    }
}
