internal import CPages
internal import Glibc

/// The pages of a database file on disk, read past SQLite, including those that no query reads. Not for a process that writes
/// the database: closing the file releases the locks that SQLite has on it. A server asks `Database.stored`.
package struct PageFile: ~Copyable {
    package enum State: Sendable {
        case sound
        case damaged
        /// Written by another program, without a checksum.
        case uncovered
    }

    private let descriptor: Int32
    package let path: String

    /// - Parameter path: the path of a database whose pages carry checksums.
    package init(_ path: String) throws(StorageError) {
        self.path = path
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Self.failure(path) }
    }

    deinit { close(descriptor) }

    /// The present number of pages in the file.
    package func count() throws(StorageError) -> UInt32 {
        let size = lseek(descriptor, 0, SEEK_END)
        if size < 0 { throw Self.failure(path) }
        return UInt32(clamping: size / Database.pageSize)
    }

    /// Reads and checks a page. A page that is being written may appear damaged: check it again.
    /// - Parameter number: from 1.
    package func state(of number: UInt32) throws(StorageError) -> State {
        var page = [UInt8](repeating: 0, count: Database.pageSize)
        let size = page.count
        let read = unsafe page.withUnsafeMutableBytes { buffer in
            unsafe pread(descriptor, buffer.baseAddress, size, off_t(number - 1) * off_t(size))
        }
        if read < 0 { throw Self.failure(path) }
        // The file was truncated meanwhile.
        if read < size { return .sound }
        let judgement = unsafe page.withUnsafeBufferPointer { page in
            unsafe cpages_judge(page.baseAddress, Int32(size), number)
        }
        return State(judgement)
    }

    private static func failure(_ path: String) -> StorageError {
        let reason = unsafe String(cString: strerror(errno))
        return StorageError(.failedIO, reason, statement: path)
    }
}

extension PageFile.State {
    init(_ judgement: Int32) {
        self =
            switch Int(judgement) {
            case cpages_sound: .sound
            case cpages_uncovered: .uncovered
            default: .damaged
            }
    }
}
