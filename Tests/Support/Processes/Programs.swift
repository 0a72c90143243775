package import Foundation

/// Runs the built programs as a person or a script does.
package enum Programs {
    /// The build folder, which holds the tests too.
    package static let folder: URL = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        if FileManager.default.isExecutableFile(atPath: own.appendingPathComponent("rollcalld").path) { return own }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../.build/debug")
    }()

    /// An error that ends a test.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
        package init(_ description: String) { self.description = description }
    }

    /// A program's output and exit code.
    package struct Outcome {
        package let code: Int32
        package let out: String
        package let err: String

        package init(code: Int32, out: String, err: String) {
            (self.code, self.out, self.err) = (code, out, err)
        }

        /// The printed lines of JSON.
        package var rows: [[String: Any]] {
            get throws {
                try out.split(separator: "\n").map { line in
                    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
                    guard let row = value as? [String: Any] else { throw Failure("no object: \(line)") }
                    return row
                }
            }
        }

        package func row(_ key: String, _ value: String) throws -> [String: Any] {
            guard let row = try rows.first(where: { $0[key] as? String == value }) else {
                throw Failure("no row with \(key) = \(value) in \(out)")
            }
            return row
        }

        package func id(_ key: String = "id") throws -> String {
            guard let row = try rows.first, let id = row[key] as? Int else {
                throw Failure("no \(key) in \(out) \(err)")
            }
            return String(id)
        }
    }

    package static func process(_ name: String, _ arguments: [String], environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = name.hasPrefix("/") ? URL(fileURLWithPath: name) : folder.appendingPathComponent(name)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        return process
    }

    package static func run(
        _ name: String, _ arguments: [String], environment: [String: String], input: String = "", in place: URL? = nil
    ) throws -> Outcome {
        let process = process(name, arguments, environment: environment)
        if let place { process.currentDirectoryURL = place }
        let files = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let (typed, out, err) = (
            files.appendingPathExtension("in"), files.appendingPathExtension("out"), files.appendingPathExtension("err")
        )
        try Data(input.utf8).write(to: typed)
        // Files: the end of a pipe does not come while a server that was started beside still holds it.
        for file in [out, err] { try Data().write(to: file) }
        defer { for file in [typed, out, err] { try? FileManager.default.removeItem(at: file) } }
        process.standardInput = try FileHandle(forReadingFrom: typed)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        let hasEnded = process.waitUntilExit(atMost: 300)
        let (printed, said) = (try Data(contentsOf: out), try Data(contentsOf: err))
        let outcome = Outcome(
            code: process.terminationStatus, out: String(decoding: printed, as: UTF8.self),
            err: String(decoding: said, as: UTF8.self))
        guard hasEnded else {
            throw Failure("\(name) \(arguments) did not end within five minutes: \(outcome.out)\(outcome.err)")
        }
        return outcome
    }
}

extension Process {
    /// Waits for its end, and kills it when that does not come: a test then fails, and does not wait for ever.
    /// - Returns: whether it ended by itself.
    @discardableResult
    package func waitUntilExit(atMost seconds: Int) -> Bool {
        let number = processIdentifier
        let kill = DispatchWorkItem { Foundation.kill(number, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: kill)
        waitUntilExit()
        kill.cancel()
        return terminationReason == .exit || terminationStatus != SIGKILL
    }
}
