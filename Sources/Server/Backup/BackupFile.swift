import Console
import Foundation

/// A file that is read and written at places.
final class BackupFile {
    enum Use {
        case reading
        /// Made if there is none; its owner's alone.
        case writing
    }

    let path: String
    private let descriptor: Int32

    init(_ path: String, for use: Use) throws {
        self.path = path
        let flags = use == .reading ? O_RDONLY : O_RDWR | O_CREAT
        descriptor = unsafe open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit { close(descriptor) }

    var size: Int {
        get throws {
            let size = lseek(descriptor, 0, SEEK_END)
            guard size >= 0 else { throw Self.failure(path) }
            return Int(size)
        }
    }

    /// Returns fewer bytes at the end of the file.
    func read(_ count: Int, at offset: Int) throws -> [UInt8] {
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = unsafe pread(
                    descriptor, buffer.baseAddress.unsafelyUnwrapped + filled, count - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                filled += got
            }
        }
        if failed { throw Self.failure(path) }
        return bytes
    }

    func write(_ bytes: [UInt8], at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let put = unsafe bytes.withUnsafeBytes { buffer in
                unsafe pwrite(
                    descriptor, buffer.baseAddress.unsafelyUnwrapped + done, bytes.count - done, off_t(offset + done))
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw Self.failure(path) }
            done += put
        }
    }

    func cut(to size: Int) throws {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure(path) }
    }

    /// Waits until what was written is on the disk; it takes no memory any more.
    func sync() throws {
        guard fdatasync(descriptor) == 0 else { throw Self.failure(path) }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// The name of the file in its folder is on the disk.
    static func syncFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder) }
    }

    static func failure(_ path: String) -> CommandFailure { .refusedFile(path, name: "data") }
}
