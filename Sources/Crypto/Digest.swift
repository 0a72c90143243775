import CSodium

/// BLAKE2b over a context and parts.
package enum Digest {
    /// The size of a digest in bytes.
    package static let size = 32

    package static func hash(_ context: Context, _ parts: [UInt8]...) -> [UInt8] {
        blake(Preimage(context, parts: parts).bytes, size: size)
    }

    package static func hash(_ preimage: Preimage) -> [UInt8] {
        blake(preimage.bytes, size: size)
    }

    /// BLAKE2b-128, for sums over many small items. It is not a prefix of `hash`.
    package static func hash16(_ context: Context, _ parts: [UInt8]...) -> [UInt8] {
        blake(Preimage(context, parts: parts).bytes, size: 16)
    }

    /// BLAKE2b-256 over the bytes alone, without a context: the digest of a file, which its sender can compute with any
    /// tool. Nothing is signed or encrypted with it.
    package static func file(_ bytes: [UInt8]) -> [UInt8] { blake(bytes, size: size) }

    private static func blake(_ bytes: [UInt8], size: Int) -> [UInt8] {
        _ = Sodium.started
        var digest = [UInt8](repeating: 0, count: size)
        let code = unsafe crypto_generichash(&digest, size, bytes, UInt64(bytes.count), nil, 0)
        precondition(code == 0, "BLAKE2b: a digest of \(size) bytes")
        return digest
    }
}

/// Computes a digest over bytes that arrive in pieces, such as an upload; equals `Digest.hash` over the whole.
package struct DigestStream: ~Copyable {
    private var state: Blake2b

    package init(_ context: Context) {
        state = Blake2b(size: Digest.size)
        state.update(context.bytes)
    }

    private init() { state = Blake2b(size: Digest.size) }

    /// Equals `Digest.file` over the whole.
    package static func ofFile() -> DigestStream { DigestStream() }

    package mutating func update(_ bytes: [UInt8]) { state.update(bytes) }

    package consuming func finish() -> [UInt8] { state.finish() }
}
