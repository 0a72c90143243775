import Foundation
import Testing

/// Files that tests read, found from this file's own place; a missing one is a failure.
enum Fixture {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }

    /// Swift files below a folder of the repository: path → text.
    static func sources(_ folder: String) throws -> [String: String] {
        let root = repository.appendingPathComponent(folder)
        let walk = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var found: [String: String] = [:]
        for case let file as URL in walk where file.pathExtension == "swift" {
            found[String(file.path.dropFirst(root.path.count + 1))] = try String(contentsOf: file, encoding: .utf8)
        }
        try #require(!found.isEmpty, "no sources below \(folder)")
        return found
    }
}
