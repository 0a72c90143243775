import Crypto
import Glibc
import Threads

/// Bytes that are too many for memory, for as long as this object lives. The first mebibyte stays in memory; what is beyond goes
/// to a file without a name, encrypted with a key that nobody else has and that is never stored.
package final class ScratchFile: Sendable {
    private static let blockSize = 4096
    private static let sealedSize = blockSize + SealingKey.overhead
    private static let memory = 1 << 20
    /// The bytes that are written at once.
    private static let run = 64 << 10

    private struct State {
        var descriptor: Int32 = -1
        /// Whole blocks in the file.
        var blocks = 0
        var tail: [UInt8] = []
        /// The block that was read last.
        var latest: (number: Int, bytes: [UInt8]) = (-1, [])
    }

    private let folder: String
    private let key: SealingKey
    private let state = Locked(State())

    /// - Parameters:
    ///   - folder: where the file is made, on a disk.
    ///   - key: 32 random bytes.
    package init(in folder: String, key: [UInt8]) throws {
        self.folder = folder
        self.key = try SealingKey(key)
    }

    deinit {
        let descriptor = state.withLock(\.descriptor)
        if descriptor >= 0 { close(descriptor) }
    }

    package var count: Int { state.withLock { $0.blocks * Self.blockSize + $0.tail.count } }

    package func append(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            state.tail += bytes
            guard state.descriptor >= 0 || state.tail.count > Self.memory, state.tail.count >= Self.run else { return }
            if state.descriptor < 0 { state.descriptor = try make() }
            let whole = state.tail.count / Self.blockSize
            var sealed: [UInt8] = []
            sealed.reserveCapacity(whole * Self.sealedSize)
            for index in 0..<whole {
                let block = Array(state.tail[index * Self.blockSize..<(index + 1) * Self.blockSize])
                sealed += key.seal(block, nonce: Self.nonce(state.blocks + index), .atRest)
            }
            try Self.write(sealed, at: state.blocks * Self.sealedSize, to: state.descriptor)
            state.blocks += whole
            state.tail.removeFirst(whole * Self.blockSize)
        }
    }

    /// - Parameter range: of what was appended.
    package func read(_ range: Range<Int>) throws -> [UInt8] {
        try state.withLock { state in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(range.count)
            let stored = state.blocks * Self.blockSize
            var place = range.lowerBound
            while place < min(range.upperBound, stored) {
                let (number, start) = (place / Self.blockSize, place % Self.blockSize)
                if state.latest.number != number {
                    let sealed = try Self.read(Self.sealedSize, at: number * Self.sealedSize, of: state.descriptor)
                    state.latest = (number, try key.open(sealed, nonce: Self.nonce(number), .atRest))
                }
                let end = min(Self.blockSize, start + range.upperBound - place)
                bytes += state.latest.bytes[start..<end]
                place += end - start
            }
            if place < range.upperBound { bytes += state.tail[place - stored..<range.upperBound - stored] }
            return bytes
        }
    }

    /// Each block is encrypted once.
    private static func nonce(_ block: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: block >> (8 * $0)) }
            + [UInt8](repeating: 0, count: SealingKey.nonceSize - 8)
    }

    private func make() throws -> Int32 {
        var name = Array("\(folder)/scratch-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&name)
        guard descriptor >= 0 else { throw Self.failure("make") }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unsafe unlink(name)
        return descriptor
    }

    private static func write(_ bytes: [UInt8], at offset: Int, to descriptor: Int32) throws {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe pwrite(
                    descriptor, buffer.baseAddress.unsafelyUnwrapped + done, bytes.count - done, off_t(offset + done))
            }
            if count > 0 { done += count } else if errno != EINTR { throw failure("write") }
        }
    }

    private static func read(_ count: Int, at offset: Int, of descriptor: Int32) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    descriptor, buffer.baseAddress.unsafelyUnwrapped + done, count - done, off_t(offset + done))
            }
            if got > 0 { done += got } else if got == 0 || errno != EINTR { throw failure("read") }
        }
        return bytes
    }

    private static func failure(_ doing: String) -> StorageError {
        let code = errno
        return StorageError(
            code == ENOSPC || code == EDQUOT ? .full : .failedIO, "cannot \(doing) a scratch file",
            code: "errno \(code)",
            statement: "")
    }
}
