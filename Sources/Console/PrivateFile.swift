import Glibc

/// Files that a client reads and writes. A file that may hold secrets is readable by its owner alone.
package enum PrivateFile {
    /// - Returns: nil if there is no such file.
    package static func read(_ path: String) throws(CommandFailure) -> [UInt8]? {
        var bytes: [UInt8] = []
        let isThere = try readPieces(path) { bytes += $0 }
        return isThere ? bytes : nil
    }

    /// Reads a file piece by piece.
    /// - Returns: false if there is no such file.
    package static func readPieces(
        _ path: String, each: ([UInt8]) throws(CommandFailure) -> Void
    ) throws(CommandFailure) -> Bool {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw failure("read", "读取", path) }
            return false
        }
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe Glibc.read(descriptor, &piece, piece.count)
            if count > 0 {
                try each(Array(piece[..<count]))
            } else if count == 0 {
                return true
            } else if errno != EINTR {
                throw failure("read", "读取", path)
            }
        }
    }

    /// The bytes of a plain file; nil for anything else, and where there is none.
    package static func size(_ path: String) -> Int? {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Reads a whole file; throws `no_such_file` if there is none.
    /// - Parameter most: the bytes that it may have; of a larger one no more than these are read.
    package static func readExisting(
        _ path: String, atMost most: Int = .max
    ) throws(CommandFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        let isThere = try readPieces(path) { (piece) throws(CommandFailure) in
            guard piece.count <= most - bytes.count else {
                throw CommandFailure(
                    .usage, name: "too_large",
                    Phrase("\(path) is larger than \(most >> 20) MiB; divide it", "\(path) 超过 \(most >> 20) MiB，请拆分")
                )
            }
            bytes += piece
        }
        guard isThere else {
            throw CommandFailure(
                .usage, name: "no_such_file", Phrase("\(path): no such file", "\(path)：文件不存在"))
        }
        return bytes
    }

    /// Decodes the content of a file that a person has written.
    /// - Throws: a failure named `encoding` unless it is UTF-8.
    package static func text(_ bytes: [UInt8], of path: String) throws(CommandFailure) -> String {
        guard let text = utf8Text(bytes) else {
            throw CommandFailure(
                .usage, name: "encoding",
                Phrase("\(path) is not UTF-8 text; save it as UTF-8", "\(path) 不是 UTF-8 文本，请另存为 UTF-8"))
        }
        return text
    }

    /// Throws a failure named `file_exists` where something has this name, whatever it is.
    package static func requireAbsent(_ path: String, hint: Phrase) throws(CommandFailure) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        throw CommandFailure(
            .usage, name: "file_exists", Phrase("\(path) exists already", "\(path) 已存在"), hint: hint)
    }

    /// Whether two paths name one file that is there.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return unsafe stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
            && first.st_ino == second.st_ino
    }

    /// Replaces the file atomically. After return the new bytes survive a power cut.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(CommandFailure) {
        let draft = try FileDraft(for: path, mode: mode)
        try draft.write(bytes)
        try draft.replace()
    }

    /// Creates a file that is never replaced; keeps an existing one. After return the whole file survives a power cut.
    package static func create(_ bytes: [UInt8], at path: String) throws(CommandFailure) {
        let draft = try FileDraft(for: path)
        try draft.write(bytes)
        try draft.create()
    }

    fileprivate static func syncFolder(of path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let descriptor = unsafe open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    package static func remove(_ path: String) throws(CommandFailure) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("remove", "删除", path) }
    }

    /// Makes a folder that only its owner may enter, with its parents.
    package static func makeFolder(_ path: String) throws(CommandFailure) {
        if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw failure("make", "创建", path)
        }
        try makeFolder(String(path[..<slash]))
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("make", "创建", path) }
    }

    fileprivate static func failure(_ doing: String, _ zh: String, _ path: String) -> CommandFailure {
        .refusedFile(path, name: "file", Phrase(doing, zh))
    }
}

/// A file that is written piece by piece beside the one whose place it takes when it is whole; until then nobody sees it, and
/// one that is given up leaves nothing. A link is followed; a device, a pipe and a socket take no draft: what they get, they get
/// at once.
package final class FileDraft {
    /// Of the draft, for what writes it by name; nil where there is none.
    package let path: String?
    private let target: String
    private let descriptor: Int32
    private var written = 0
    private var reserved = 0

    /// - Parameter mode: its permissions, whatever a left-over draft has.
    package init(for name: String, mode: UInt32 = 0o600) throws(CommandFailure) {
        var status = stat()
        let isThere = unsafe stat(name, &status) == 0
        let kind = status.st_mode & S_IFMT
        if isThere, kind != S_IFREG, kind != S_IFDIR {
            (target, path) = (name, nil)
            descriptor = unsafe open(name, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure() }
            return
        }
        guard !isThere || kind == S_IFREG else {
            (target, path, descriptor) = (name, nil, -1)
            throw .refusedFile(name, name: "file", Self.writing, code: EISDIR)
        }
        target = isThere ? Self.resolved(name) : name
        let draft = "\(target).new-\(getpid())"
        path = draft
        descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0, fchmod(descriptor, mode_t(mode)) == 0 else { throw failure() }
    }

    private static func resolved(_ name: String) -> String {
        guard let found = unsafe realpath(name, nil) else { return name }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        // Gone already if it took its place.
        if let path { unsafe unlink(path) }
    }

    /// Takes room on the disk for what will be written, so that a full disk refuses before and not after the fact. Does nothing
    /// where there is no draft.
    /// - Parameter bytes: the most that will be written.
    package func reserve(_ bytes: Int) throws(CommandFailure) {
        guard path != nil, bytes > 0 else { return }
        let code = posix_fallocate(descriptor, 0, off_t(bytes))
        guard code == 0 else { throw .refusedFile(target, name: "file", Self.writing, code: code) }
        reserved = bytes
    }

    package func write(_ bytes: [UInt8]) throws(CommandFailure) {
        written += bytes.count
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.unsafelyUnwrapped + sent, bytes.count - sent)
            }
            if count > 0 { sent += count } else if errno != EINTR { throw failure() }
        }
    }

    /// Takes the place of the file. After return the bytes survive a power cut.
    package func replace() throws(CommandFailure) {
        guard let path else { return }
        // A writer by the draft's name has cut it already.
        if written > 0, reserved > written, ftruncate(descriptor, off_t(written)) != 0 { throw failure() }
        guard fsync(descriptor) == 0, unsafe rename(path, target) == 0, PrivateFile.syncFolder(of: target) else {
            throw failure()
        }
    }

    /// Takes the place unless a file is there. After return the bytes survive a power cut.
    package func create() throws(CommandFailure) {
        guard let path else { return }
        guard fsync(descriptor) == 0, unsafe link(path, target) == 0 || errno == EEXIST,
            PrivateFile.syncFolder(of: target)
        else { throw failure() }
    }

    private static let writing = Phrase("write", "写入")

    private func failure() -> CommandFailure { .refusedFile(target, name: "file", Self.writing) }
}
