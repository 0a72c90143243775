package import Foundation

/// A site for one test: a server in a temporary folder, and home folders for its clients.
package final class Site {
    package static let password = "Rollcall-9-test"

    package let folder: URL
    package private(set) var tls = ""
    package private(set) var plain = ""
    package let fingerprint: String
    /// The first administrator's one-time password.
    package let firstPassword: String
    package var data: String { folder.path + "/data" }
    /// The server's process id; 0 if none runs.
    package var process: Int32 { server?.processIdentifier ?? 0 }
    private var server: Process?
    private let environment: [String: String]
    /// The environment of programs with another time; empty for the machine's.
    package private(set) var clock: [String: String] = [:]
    private let log: Log
    private let openFiles: Int?
    /// The server's address for TLS, without its port.
    private let host: String

    /// The destination of the server's standard error.
    package enum Log {
        /// The file `log` of the folder.
        case file
        case pipe(Pipe)
    }

    /// - Parameters:
    ///   - environment: the server's environment.
    ///   - openFiles: the server's limit of open files; nil for the inherited one.
    ///   - host: the server's address for TLS; one of its own if nothing else is said, so that it can come back there.
    ///   - prepare: called with the data directory before the server starts, to write settings and keys.
    package init(
        environment: [String: String] = [:], log: Log = .file, openFiles: Int? = nil,
        host: String = OwnAddress.next(), prepare: (URL) throws -> Void = { _ in }
    ) throws {
        (self.environment, self.log, self.openFiles, self.host) = (environment, log, openFiles, host)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try Programs.run(
            "rollcalld", ["init", "--data", folder.path + "/data", "--json"], environment: [:])
        guard let row = try made.rows.first, let site = row["site"] as? String,
            let password = row["password"] as? String
        else { throw Programs.Failure("init failed: \(made.err)") }
        (fingerprint, firstPassword) = (site, password)
        try prepare(folder.appendingPathComponent("data"))
        // Keys must be readable by their owner only.
        for name in try FileManager.default.contentsOfDirectory(atPath: data + "/keys") {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: data + "/keys/" + name)
        }
        try start()
    }

    deinit {
        server?.terminate()
        server?.waitUntilExit(atMost: 60)
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            // A leftover is in the folder for temporary files.
        }
    }

    /// Serves on ports that the system chooses; returns once it listens.
    /// - Parameter tls: the address and port for TLS; nil for a new port.
    package func start(tls: String? = nil) throws {
        var (program, arguments) = (
            "rollcalld",
            ["serve", "--data", folder.path + "/data", "--listen", tls ?? "\(host):0", "--plain", "127.0.0.1:0"]
        )
        if let openFiles {
            arguments = ["--nofile=\(openFiles):\(openFiles)", Programs.folder.path + "/" + program] + arguments
            program = "/usr/bin/prlimit"
        }
        let process = Programs.process(program, arguments, environment: environment.merging(clock) { $1 })
        let out = Pipe()
        process.standardOutput = out
        switch log {
        case .file:
            try Data().write(to: logFile)
            process.standardError = try FileHandle(forWritingTo: logFile)
        case .pipe(let pipe): process.standardError = pipe
        }
        try process.run()
        server = process
        var text = ""
        while text.split(separator: "\n", omittingEmptySubsequences: false).count < 3 {
            let piece = out.fileHandleForReading.availableData
            guard !piece.isEmpty else {
                process.waitUntilExit()
                let said = (try? String(contentsOf: logFile, encoding: .utf8)) ?? ""
                throw Programs.Failure(
                    "the server ended with \(process.terminationStatus): \(text)\(said.suffix(1000))")
            }
            text += String(decoding: piece, as: UTF8.self)
        }
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.starts(with: ["listening", "tls"]) { self.tls = words[2] }
            if words.starts(with: ["listening", "plain"]) { plain = words[2] }
        }
    }

    /// Stops the server as a service manager does; returns its exit code.
    package func stop() throws -> Int32 {
        guard let process = server else { throw Programs.Failure("no server runs") }
        server = nil
        process.terminate()
        guard process.waitUntilExit(atMost: 60) else { throw Programs.Failure("the server did not stop") }
        return process.terminationStatus
    }

    /// Begins again, with wall clocks that show a time.
    /// - Parameter time: such as `2026-10-02 09:05`, in the zone.
    package func setClock(_ time: String, zone: String) throws {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: zone)
        format.dateFormat = "yyyy-MM-dd HH:mm"
        guard let shown = format.date(from: time) else { throw Programs.Failure("no time: \(time)") }
        guard try stop() == 0 else { throw Programs.Failure("the server did not stop well") }
        clock = [
            "LD_PRELOAD": try Self.shiftedClock.get(),
            "SHIFTED_CLOCK_MS": String(Int(shown.timeIntervalSinceNow * 1000)),
        ]
        try start(tls: tls)
    }

    private static let shiftedClock: Result<String, any Error> = Result {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("ShiftedClock/shifted_clock.c").path
        let library = Programs.folder.appendingPathComponent("shifted_clock.so").path
        let made = try Programs.run(
            "/usr/bin/cc", ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, source, "-ldl"],
            environment: [:])
        guard made.code == 0 else { throw Programs.Failure("the clock does not compile: \(made.err)") }
        return library
    }

    private var logFile: URL { folder.appendingPathComponent("log") }

    /// The lines of the log file so far.
    package func logged() throws -> [[String: Any]] {
        try Programs.Outcome(code: 0, out: String(decoding: Data(contentsOf: logFile), as: UTF8.self), err: "").rows
    }

    package func signal(_ number: Int32) throws {
        guard let process = server else { throw Programs.Failure("no server runs") }
        Foundation.kill(process.processIdentifier, number)
    }

    /// Kills the server, as a power cut would.
    package func kill() throws {
        guard let process = server else { throw Programs.Failure("no server runs") }
        server = nil
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Returns whether the log file contains these words since the last start.
    package func hasLogged(_ words: String) throws -> Bool {
        String(decoding: try Data(contentsOf: logFile), as: UTF8.self).contains(words)
    }

    package func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }
}
