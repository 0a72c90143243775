import CSodium

/// BLAKE2b (RFC 7693) state, noncopyable.
@safe struct Blake2b: ~Copyable {
    private let state: OpaquePointer
    private let size: Int

    /// - Parameters:
    ///   - size: digest bytes, 16…64.
    ///   - key: empty, or 16…64 bytes.
    init(size: Int, key: [UInt8] = []) {
        _ = Sodium.started
        // The vector code of the library loads the state with aligned instructions.
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: crypto_generichash_statebytes(), alignment: 64)
        unsafe state = OpaquePointer(memory)
        self.size = size
        let code = unsafe crypto_generichash_init(state, key, key.count, size)
        precondition(code == 0, "BLAKE2b: a digest of \(size) bytes, a key of \(key.count)")
    }

    deinit { unsafe UnsafeMutableRawPointer(state).deallocate() }

    mutating func update(_ bytes: [UInt8]) {
        unsafe _ = crypto_generichash_update(state, bytes, UInt64(bytes.count))
    }

    consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: size)
        unsafe _ = crypto_generichash_final(state, &digest, size)
        return digest
    }
}
