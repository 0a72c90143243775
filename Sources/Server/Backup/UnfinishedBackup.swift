import Console
import Foundation

/// `backup.unfinished` of the data folder: the key of a backup that is being made, so that the same command goes on with it after
/// a kill, also where only the holder of a secret key could read it. It is gone when the backup is finished; until then it tells
/// nothing that the folder does not have in clear.
///
/// Layout: `145 header | 32 key | path of the unfinished file`.
struct UnfinishedBackup {
    let header: BackupHeader
    let key: [UInt8]
    /// The file that is written; the finished backup has another name.
    let path: String

    private static func place(_ folder: DataFolder) -> String { folder.path + "/backup.unfinished" }

    init(header: BackupHeader, key: [UInt8], path: String) {
        (self.header, self.key, self.path) = (header, key, path)
    }

    /// Returns nil if no backup is unfinished, or its beginning was not written whole.
    init?(in folder: DataFolder) throws {
        let place = Self.place(folder)
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        let bytes = try folder.read(place)
        let keyEnd = BackupHeader.size + 32
        guard bytes.count > keyEnd, let header = BackupHeader(Array(bytes[..<BackupHeader.size])) else { return nil }
        self.init(
            header: header, key: Array(bytes[BackupHeader.size..<keyEnd]),
            path: String(decoding: bytes[keyEnd...], as: UTF8.self))
    }

    func keep(in folder: DataFolder) throws {
        try Self.forget(in: folder)
        try folder.write(header.bytes + key + Array(path.utf8), to: Self.place(folder))
    }

    static func forget(in folder: DataFolder) throws {
        let place = place(folder)
        guard unsafe unlink(place) == 0 || errno == ENOENT else { throw folder.failure(place) }
    }

    /// Returns whether the file at its path begins as this backup does.
    func isBegun() throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        return try BackupFile(path, for: .reading).read(BackupHeader.size, at: 0) == header.bytes
    }
}
