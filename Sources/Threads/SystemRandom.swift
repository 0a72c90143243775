import Glibc

/// Random bytes from the operating system, suitable for keys.
package enum SystemRandom {
    package static func bytes(_ count: Int) -> [UInt8] {
        if count == 0 { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                // getentropy returns at most 256 bytes per call.
                let size = min(256, count - filled)
                let code = unsafe getentropy(buffer.baseAddress.unsafelyUnwrapped + filled, size)
                precondition(code == 0, "getentropy: errno \(errno)")
                filled += size
            }
        }
    }
}
