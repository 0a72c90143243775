import Foundation

/// The repository's text files, by their paths from its root.
struct Repository {
    struct File {
        let path: String
        let text: String

        var isGenerated: Bool { path.contains("/Generated/") }
        /// Searches bytes, which is many times faster than searching characters.
        func mentions(_ words: String...) -> Bool {
            let bytes = Data(text.utf8)
            return words.contains { bytes.range(of: Data($0.utf8)) != nil }
        }

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The entries of `.gitignore`; nothing below them belongs to the repository.
    private static let ignored: Set<String> = [
        ".git", ".build", ".bench", ".demo", ".venv", "__pycache__", ".mypy_cache", "Clients/Python/build",
        "Clients/Python/rollcall_client.egg-info",
    ]

    /// Returns every text file under these folders, or those of one kind.
    static func files(under folders: String..., kind: String? = nil) throws -> [File] {
        try folders.flatMap { try paths(in: $0) }.sorted().compactMap { path in
            if let kind, !path.hasSuffix(".\(kind)") { return nil }
            let bytes = try Data(contentsOf: root.appendingPathComponent(path))
            guard let text = String(data: bytes, encoding: .utf8), !text.contains("\0") else { return nil }
            return File(path: path, text: text)
        }
    }

    private static func paths(in folder: String) throws -> [String] {
        let here = folder.isEmpty ? root : root.appendingPathComponent(folder)
        guard FileManager.default.fileExists(atPath: here.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: here, includingPropertiesForKeys: [.isDirectoryKey, .isSymbolicLinkKey]
        ).flatMap { entry -> [String] in
            let name = entry.lastPathComponent
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            guard !ignored.contains(name), !ignored.contains(path) else { return [] }
            let values = try entry.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
            if values.isSymbolicLink == true { return [] }
            return values.isDirectory == true ? try paths(in: path) : [path]
        }
    }
}

/// Returns a Swift source without comments and contents of string literals, line by line.
func codeAlone(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    let (slash, quote, backslash, end) = (UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"))
    var code: [UInt8] = []
    var index = 0
    func has(_ byte: UInt8, _ offset: Int) -> Bool { index + offset < bytes.count && bytes[index + offset] == byte }
    while index < bytes.count {
        if has(slash, 0), has(slash, 1) {
            while index < bytes.count, bytes[index] != end { index += 1 }
        } else if bytes[index] == quote {
            let width = has(quote, 1) && has(quote, 2) ? 3 : 1
            index += width
            while index < bytes.count, !(0..<width).allSatisfy({ has(quote, $0) }) {
                let count = bytes[index] == backslash ? 2 : 1
                code += bytes[index..<min(index + count, bytes.count)].filter { $0 == end }
                index += count
            }
            index += width
            code += [quote, quote]
        } else {
            code.append(bytes[index])
            index += 1
        }
    }
    return code.split(separator: end, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
}
