internal import Glibc

// Copies by `memcpy`: built for debugging, as tests are, the library's go byte by byte, and a disk does little else.

extension [UInt8] {
    @unsafe static func copy(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        // The empty array is one for all threads, and its count would be written.
        guard let source = bytes.baseAddress, bytes.count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            guard let target = buffer.baseAddress else { return }
            unsafe memcpy(target, source, bytes.count)
            count = bytes.count
        }
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Copies `bytes` to the beginning, where there must be room for them.
    @unsafe func copy(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { bytes in
            precondition(bytes.count <= count)
            if let target = baseAddress, let source = bytes.baseAddress {
                unsafe memcpy(target, source, bytes.count)
            }
        }
    }
}
