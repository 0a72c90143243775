import Console
import Foundation

// Creating a data directory. It is complete once it has a site key; a folder `init.unfinished` inside means it is not.
extension DataFolder {
    var isInitialised: Bool { FileManager.default.fileExists(atPath: siteKey) }

    var unfinishedRestore: String { path + "/restore.unfinished" }

    func requireInitialised() throws {
        if isInitialised { return try requireDatabase() }
        try requireNoRestore()
        // If there is a database, a missing key does not mean a new directory.
        if FileManager.default.fileExists(atPath: database) {
            throw CommandFailure(
                .failure, name: "key_missing", Phrase("\(siteKey) is missing", "缺少 \(siteKey)"), hint: Self.putBack)
        }
        throw CommandFailure(
            .failure, name: "not_initialised", Phrase("\(path) is not initialised", "\(path) 尚未初始化"),
            hint: Phrase("run: rollcalld init --data \(path)", "请运行：rollcalld init --data \(path)"))
    }

    /// Keys without a database are no new directory: SQLite would make an empty one.
    private func requireDatabase() throws {
        guard !FileManager.default.fileExists(atPath: database) else { return }
        throw CommandFailure(
            .failure, name: "database_missing", Phrase("\(database) is missing", "缺少 \(database)"),
            hint: Phrase(
                "put it back, or run: rollcalld restore FILE --data NEW, for a new folder",
                "请放回原文件，或恢复到新目录：rollcalld restore 文件 --data 新目录"))
    }

    private func requireNoRestore() throws {
        guard FileManager.default.fileExists(atPath: unfinishedRestore) else { return }
        throw CommandFailure(
            .failure, name: "restore_unfinished",
            Phrase("a restore into \(path) did not come to its end", "恢复到 \(path) 尚未完成"),
            hint: Phrase(
                "run it again: rollcalld restore FILE --data \(path)", "请重新运行：rollcalld restore 文件 --data \(path)"))
    }

    private var draftPath: String { path + "/init.unfinished" }

    /// In the order in which they are moved into place, the site key last.
    private var files: [String] { [database, serverLogKey, masterKey, tlsKey, certificate, siteKey] }

    func create() throws {
        try FileManager.default.createDirectory(
            atPath: path + "/keys", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Returns an empty folder for a new directory's files. Removes the remains of an unfinished `init`, but never a
    /// database in the directory itself: its site key may be stored elsewhere.
    func draft() throws -> DataFolder {
        try requireNoRestore()
        let draft = DataFolder(path: draftPath)
        if FileManager.default.fileExists(atPath: draftPath) {
            for file in files where FileManager.default.fileExists(atPath: file) { try remove(file) }
            try remove(draftPath)
        } else if let foreign = files.first(where: FileManager.default.fileExists) {
            throw CommandFailure(
                .failure, name: "not_empty",
                Phrase(
                    "\(foreign) is there, but no keys/site.key: put the key back, or choose another directory",
                    "已有 \(foreign)，但缺少 keys/site.key：请放回密钥，或另选目录"))
        }
        try draft.create()
        return draft
    }

    /// Moves the files of the draft into place.
    func adopt(_ draft: DataFolder) throws {
        for (made, file) in zip(draft.files, files) {
            if file == siteKey { try sync() }
            guard unsafe rename(made, file) == 0 else { throw failure(file) }
        }
        try sync()
        try remove(draftPath)
    }

    private func sync() throws {
        for folder in [path + "/keys", path] {
            let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure(folder) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw failure(folder) }
        }
    }

    private func remove(_ file: String) throws {
        do {
            try FileManager.default.removeItem(atPath: file)
        } catch {
            throw failure(file)
        }
    }
}
