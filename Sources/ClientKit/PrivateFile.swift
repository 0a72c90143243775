package import Console
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

    /// Reads a whole file; throws `no_such_file` if there is none.
    package static func readExisting(_ path: String) throws(CommandFailure) -> [UInt8] {
        guard let bytes = try read(path) else {
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

    /// Replaces the file atomically. After return the new bytes survive a power cut.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(CommandFailure) {
        let draft = try draft(bytes, for: path, mode)
        guard unsafe rename(draft, path) == 0, syncFolder(of: path) else { throw failure("write", "写入", path) }
    }

    /// Creates a file that is never replaced; keeps an existing one. After return the whole file survives a power cut.
    package static func create(_ bytes: [UInt8], at path: String) throws(CommandFailure) {
        let draft = try draft(bytes, for: path, 0o600)
        let isThere = unsafe link(draft, path) == 0 || errno == EEXIST
        try remove(draft)
        guard isThere, syncFolder(of: path) else { throw failure("write", "写入", path) }
    }

    /// Writes the bytes durably to a temporary file in the same folder.
    private static func draft(_ bytes: [UInt8], for path: String, _ mode: UInt32) throws(CommandFailure) -> String {
        let draft = "\(path).new-\(getpid())"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0 else { throw failure("write", "写入", path) }
        // A leftover file may have other permissions.
        var isWritten = fchmod(descriptor, mode_t(mode)) == 0
        var sent = 0
        while isWritten, sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.unsafelyUnwrapped + sent, bytes.count - sent)
            }
            if count > 0 { sent += count } else if errno != EINTR { isWritten = false }
        }
        isWritten = isWritten && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten else { throw failure("write", "写入", path) }
        return draft
    }

    private static func syncFolder(of path: String) -> Bool {
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

    private static func failure(_ doing: String, _ zh: String, _ path: String) -> CommandFailure {
        let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "errno \(errno)"
        return CommandFailure(
            .failure, name: "file", Phrase("cannot \(doing) \(path): \(reason)", "无法\(zh) \(path)：\(reason)"))
    }
}
