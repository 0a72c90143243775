import Foundation
import Testing

/// A site of its own for one test: a server in a folder that goes away, and homes for those who talk to it.
final class Site {
    static let password = "Rollcall-9-test"

    let folder: URL
    private(set) var tls = ""
    private(set) var plain = ""
    let fingerprint: String
    private let firstPassword: String
    private var server: Process?

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try Programs.run(
            "rollcalld", ["init", "--data", folder.path + "/data", "--json"], environment: [:])
        let row = try #require(try made.rows.first, "init failed: \(made.err)")
        fingerprint = try #require(row["site"] as? String)
        firstPassword = try #require(row["password"] as? String)
        try start()
    }

    deinit {
        server?.terminate()
        server?.waitUntilExit()
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            // What stays behind lies in the folder for temporary files.
        }
    }

    /// Serves on ports the system chooses, and returns when it listens.
    func start(tls: String = "127.0.0.1:0") throws {
        let process = Programs.process(
            "rollcalld", ["serve", "--data", folder.path + "/data", "--listen", tls, "--plain", "127.0.0.1:0"],
            environment: [:])
        let out = Pipe()
        process.standardOutput = out
        let log = folder.appendingPathComponent("log")
        try Data().write(to: log)
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        server = process
        var text = ""
        while text.split(separator: "\n", omittingEmptySubsequences: false).count < 3 {
            let piece = out.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "the server ended: \(text)")
            text += String(decoding: piece, as: UTF8.self)
        }
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.starts(with: ["listening", "tls"]) { self.tls = words[2] }
            if words.starts(with: ["listening", "plain"]) { plain = words[2] }
        }
    }

    /// Stops it as a service manager does; its exit code.
    func stop() throws -> Int32 {
        let process = try #require(server)
        server = nil
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// As after a power cut.
    func kill() throws {
        let process = try #require(server)
        server = nil
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// Somebody with a home folder of their own.
    func user(_ home: String, _ program: String) -> User { User(site: self, home: home, program: program) }

    /// The administrator, logged in with a password of their own.
    func administrator() throws -> User {
        let admin = user("admin", "rollcall-admin")
        try admin.connect()
        try admin.login("admin", first: firstPassword)
        return admin
    }
}

/// One home folder and one program.
struct User {
    let site: Site
    let home: String
    let program: String

    var homePath: String { site.folder.path + "/" + home }

    @discardableResult
    func callAsFunction(
        _ words: String..., input: String = "", environment: [String: String] = [:], exits code: Int32 = 0,
        at location: SourceLocation = #_sourceLocation
    ) throws -> Programs.Outcome {
        let outcome = try Programs.run(
            program, words, environment: ["ROLLCALL_HOME": homePath].merging(environment) { $1 }, input: input)
        #expect(
            outcome.code == code, "\(program) \(words.joined(separator: " ")): \(outcome.out) \(outcome.err)",
            sourceLocation: location)
        return outcome
    }

    func connect() throws { try self("connect", site.tls, "--site", site.fingerprint) }

    func login(_ name: String, first password: String) throws {
        let old = try site.file("first-\(home)", password + "\n")
        let new = try site.file("own-\(home)", Site.password + "\n")
        try self("login", name, "--password-file", old, "--new-password-file", new)
    }
}
