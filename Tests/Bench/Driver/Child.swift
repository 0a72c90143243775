import Foundation

/// A child process. It ends with this object at the latest.
final class Child {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var pending: [UInt8] = []

    /// The pipe of its standard error if nobody reads it.
    private let unread = Pipe()

    /// - Parameters:
    ///   - log: the file for its standard error; nil shows it here.
    ///   - logIsRead: false for a pipe that nobody reads.
    init(_ program: String, _ arguments: [String], log: String? = nil, logIsRead: Bool = true) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        if let log {
            guard FileManager.default.createFile(atPath: log, contents: nil) else {
                throw BenchError("\(log) cannot be written")
            }
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        }
        if !logIsRead { process.standardError = unread }
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// Returns the next line of its standard output; nil at its end.
    func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            pending += more
        }
    }

    /// Waits for its end and returns the rest of its output.
    func finish() throws -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let name = process.executableURL?.lastPathComponent ?? "a program"
            throw BenchError("\(name) ended with \(process.terminationStatus)")
        }
        return lines
    }

    /// Sends SIGTERM.
    func stop() throws {
        process.terminate()
        _ = try finish()
    }

    /// Closes its standard input, which ends a program that reads it.
    func closeInput() throws { try input.fileHandleForWriting.close() }

    /// Returns the seconds of processor time so far, user and system, in steps of 10 ms.
    func processorSeconds() throws -> Double {
        let text = try read("stat")
        // The name in parentheses may contain blanks; the fields after it do not.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw BenchError("/proc/…/stat is not as expected")
        }
        return (user + system) / 100
    }

    /// Returns the KiB of its anonymous memory.
    func residentKiB() throws -> Int {
        for line in try read("status").split(separator: "\n") where line.hasPrefix("RssAnon:") {
            return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
        }
        throw BenchError("/proc/…/status does not tell RssAnon")
    }

    private func read(_ file: String) throws -> String {
        try String(contentsOfFile: "/proc/\(process.processIdentifier)/\(file)", encoding: .utf8)
    }
}

struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
