import Console
import Foundation

// How a data directory comes to be. Its site key says that it is complete; the folder of a draft in it, that it is not.
extension DataFolder {
    var isInitialised: Bool { FileManager.default.fileExists(atPath: siteKey) }

    func requireInitialised() throws {
        if isInitialised { return }
        // With a database a lost key is no reason to begin anew.
        if FileManager.default.fileExists(atPath: database) {
            throw CommandFailure(
                .failure, name: "key_missing", Phrase("\(siteKey) is missing", "缺少 \(siteKey)"), hint: Self.putBack)
        }
        throw CommandFailure(
            .failure, name: "not_initialised", Phrase("\(path) is not initialised", "\(path) 尚未初始化"),
            hint: Phrase("run: rollcalld init --data \(path)", "请运行：rollcalld init --data \(path)"))
    }

    private var draftPath: String { path + "/init.unfinished" }

    /// In the order in which they come to their places, the site key last.
    private var files: [String] { [database, serverLogKey, masterKey, tlsKey, certificate, siteKey] }

    func create() throws {
        try FileManager.default.createDirectory(
            atPath: path + "/keys", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// An empty folder to make everything in. What an unfinished `init` has left is removed; what nobody knows the origin
    /// of is not: a database whose site key is elsewhere may be somebody's only one.
    func draft() throws -> DataFolder {
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

    /// Moves what was made in the draft to its place.
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
