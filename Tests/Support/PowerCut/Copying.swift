internal import Glibc

// Copies by `memcpy`: in debug builds, which tests are, the library copies byte by byte, and a disk does little else.

extension [UInt8] {
    @unsafe static func copy(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        // All threads share the empty array, and writing its count would race.
        guard let source = bytes.baseAddress, bytes.count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            guard let target = buffer.baseAddress else { return }
            unsafe memcpy(target, source, bytes.count)
            count = bytes.count
        }
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Copies `bytes` to the start of the buffer, which must be large enough.
    @unsafe func copy(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { bytes in
            precondition(bytes.count <= count)
            if let target = baseAddress, let source = bytes.baseAddress {
                unsafe memcpy(target, source, bytes.count)
            }
        }
    }
}
