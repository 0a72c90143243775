import Foundation

/// `backup.done` of the data folder: when the state was read that the last finished backup has. For whoever watches the server.
struct LastBackup {
    /// UTC milliseconds.
    let madeMs: Int64

    private static func place(_ folder: DataFolder) -> String { folder.path + "/backup.done" }

    init(madeMs: Int64) { self.madeMs = madeMs }

    /// Returns nil if none was made.
    init?(in folder: DataFolder) throws {
        let place = Self.place(folder)
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        let line = String(decoding: try folder.read(place), as: UTF8.self).prefix { $0.isNumber }
        guard let madeMs = Int64(line) else { return nil }
        self.init(madeMs: madeMs)
    }

    func keep(in folder: DataFolder) throws {
        try folder.replace(Self.place(folder), by: Array("\(madeMs)\n".utf8))
    }
}
