/// The site's master secret. Every symmetric key is derived from it by context and version.
package struct MasterKey: Sendable {
    private let key: MACKey

    /// - Parameter bytes: 32 random bytes.
    package init(_ bytes: [UInt8]) throws(CryptoError) { key = try MACKey(bytes) }

    package func macKey(for context: Context, version: UInt8 = 1) -> MACKey {
        MACKey(derive(context, version, purpose: 1))
    }

    package func sealingKey(for context: Context, version: UInt8 = 1) -> SealingKey {
        SealingKey(derive(context, version, purpose: 2))
    }

    /// Derives the key of one entity, such as the venue key of a course or the roster key of a base.
    package func macKey(for context: Context, of id: UInt64, version: UInt8 = 1) -> MACKey {
        MACKey(derive(context, version, purpose: 3, id))
    }

    package func sealingKey(for context: Context, of id: UInt64, version: UInt8 = 1) -> SealingKey {
        SealingKey(derive(context, version, purpose: 4, id))
    }

    private func derive(_ context: Context, _ version: UInt8, purpose: UInt8, _ id: UInt64 = 0) -> Secret {
        let place = (0..<8).map { UInt8(truncatingIfNeeded: id >> (8 * UInt64($0))) }
        return Secret(key.mac(.keyDerivation, [purpose, version], place, context.bytes))
    }
}
