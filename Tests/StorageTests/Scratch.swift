import Foundation

/// A temporary folder, removed with the value.
final class Scratch {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path): \(error)")
        }
    }

    func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    func size(_ name: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path(name))[.size] as? Int ?? 0
    }

    func files() -> [String] {
        (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
    }

    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(name))
    }
}

extension Data {
    func contains(_ bytes: [UInt8]) -> Bool {
        range(of: Data(bytes)) != nil
    }
}
