/// BLAKE2b of a context and parts.
package enum Digest {
    /// Bytes of a digest.
    package static let size = 32

    package static func hash(_ context: Context, _ parts: [UInt8]...) -> [UInt8] {
        blake(context, parts, size: size)
    }

    package static func hash(_ preimage: Preimage) -> [UInt8] {
        var state = Blake2b(size: size)
        state.update(preimage.bytes)
        return state.finish()
    }

    /// BLAKE2b-128, for sums over many small items; not the first half of `hash`.
    package static func hash16(_ context: Context, _ parts: [UInt8]...) -> [UInt8] {
        blake(context, parts, size: 16)
    }

    private static func blake(_ context: Context, _ parts: [[UInt8]], size: Int) -> [UInt8] {
        var state = Blake2b(size: size)
        state.update(context.bytes)
        for part in parts { state.update(part) }
        return state.finish()
    }
}

/// A digest of bytes that come piece by piece (an upload); equal to `Digest.hash` of them together.
package struct DigestStream: ~Copyable {
    private var state: Blake2b

    package init(_ context: Context) {
        state = Blake2b(size: Digest.size)
        state.update(context.bytes)
    }

    package mutating func update(_ bytes: [UInt8]) { state.update(bytes) }

    package consuming func finish() -> [UInt8] { state.finish() }
}
