import Foundation

/// The server that `.ci/with-postgresql` has started, spoken to through `psql`, which comes with it: nothing is linked.
struct PostgreSQL {
    static let isThere = ProcessInfo.processInfo.environment["PGHOST"] != nil

    let database: String

    /// A new database, empty.
    init(_ name: String) throws {
        let answer = try PostgreSQL(of: "postgres").run("CREATE DATABASE \(name) TEMPLATE template0")
        guard answer.errors.isEmpty else { throw Failure(description: "\(answer.errors)") }
        self.init(of: name)
    }

    private init(of database: String) { self.database = database }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    struct Answer {
        /// Rows, a line each, with `|` between columns.
        let lines: [Substring]
        /// Refusals by the number of the script's line, from 1.
        let errors: [Int: String]
    }

    /// Runs a script. A refusal ends nothing but its own statement.
    func run(_ script: String) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["psql", "-X", "-q", "-A", "-t", "-d", database, "-v", "VERBOSITY=terse", "-f", "-"]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        try process.run()
        let writing = Thread {
            // psql that has gone already says why on the other side.
            try? input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
            try? input.fileHandleForWriting.close()
        }
        writing.start()
        let told = Told()
        let reading = Thread { told.set(errors.fileHandleForReading.readDataToEndOfFile()) }
        reading.start()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let refusals = String(decoding: told.wait(), as: UTF8.self)
        let isReached = process.terminationStatus == 0 || process.terminationStatus == 3
        guard isReached else { throw Failure(description: refusals) }
        return Answer(
            lines: text.split(separator: "\n", omittingEmptySubsequences: false), errors: Self.byLine(refusals))
    }

    /// `psql:<stdin>:12: ERROR:  …`
    private static func byLine(_ text: String) -> [Int: String] {
        var errors: [Int: String] = [:]
        for line in text.split(separator: "\n") {
            guard let found = line.firstMatch(of: /^psql:<stdin>:(\d+): ERROR: +(.*)$/), let number = Int(found.1)
            else { continue }
            errors[number] = String(found.2)
        }
        return errors
    }
}

/// Output that another thread reads, waited for.
private final class Told: @unchecked Sendable {
    // Unchecked: the condition guards the bytes.
    private let condition = NSCondition()
    private var bytes: Data?

    func set(_ bytes: Data) {
        condition.withLock {
            self.bytes = bytes
            condition.signal()
        }
    }

    func wait() -> Data {
        condition.withLock {
            while bytes == nil { condition.wait() }
            return bytes ?? Data()
        }
    }
}
