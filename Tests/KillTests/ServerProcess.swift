import Foundation
import Network

/// `rollcalld serve` on a folder, listening where the system chose.
final class ServerProcess {
    let child: Child
    /// Nil if it ended before it listened.
    let endpoint: Endpoint?

    static let program = Killer.products.appendingPathComponent("rollcalld").path

    init(_ folder: Folder, environment: [String: String] = [:]) throws {
        child = try Child(
            Self.program, ["serve", "--data", folder.data, "--plain", "127.0.0.1:0"], environment: environment,
            errors: folder.path("server.log"))
        var endpoint: Endpoint?
        while endpoint == nil, let line = try child.line() {
            if line.hasPrefix("listening plain ") {
                endpoint = try Endpoint(String(line.dropFirst("listening plain ".count)))
            }
        }
        self.endpoint = endpoint
    }

    /// Ends it as an administrator would.
    func stop() throws -> Child.End {
        child.end(by: SIGTERM)
        return try child.wait()
    }
}

/// A folder of one run, gone when the value is.
final class Folder: Sendable {
    let url: URL
    var data: String { path("data") }
    var database: String { path("data/rollcall.db") }

    /// - Parameter url: made anew.
    init(
        at url: URL = FileManager.default.temporaryDirectory
            .appendingPathComponent("rollcall-kill-\(UUID().uuidString)")
    ) throws {
        self.url = url
        if FileManager.default.fileExists(atPath: url.path) { try FileManager.default.removeItem(at: url) }
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// A copy of another's data as a killed process left it, without data in memory.
    convenience init(copying other: Folder) throws {
        try self.init()
        for name in ["data", "terminal"] where FileManager.default.fileExists(atPath: other.path(name)) {
            try FileManager.default.copyItem(atPath: other.path(name), toPath: path(name))
        }
        for name in FileManager.default.subpaths(atPath: url.path) ?? [] where name.hasSuffix("-shm") {
            try FileManager.default.removeItem(atPath: path(name))
        }
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            print("left behind: \(url.path): \(error)")
        }
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
