import Foundation
import Testing

/// The built programs, run as a person or a script runs them.
enum Programs {
    /// Where the build has put them: beside the tests.
    static let folder: URL = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        if FileManager.default.isExecutableFile(atPath: own.appendingPathComponent("rollcalld").path) { return own }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../.build/debug")
    }()

    /// What a program printed and how it ended.
    struct Outcome {
        let code: Int32
        let out: String
        let err: String

        /// The lines of JSON it printed.
        var rows: [[String: Any]] {
            get throws {
                try out.split(separator: "\n").map { line in
                    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                }
            }
        }

        func row(_ key: String, _ value: String) throws -> [String: Any] {
            try #require(try rows.first { $0[key] as? String == value }, "no row with \(key) = \(value) in \(out)")
        }

        func id(_ key: String = "id") throws -> String {
            let row = try #require(try rows.first, "no row: \(err)")
            return String(try #require(row[key] as? Int, "no \(key) in \(row)"))
        }
    }

    static func process(_ name: String, _ arguments: [String], environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = folder.appendingPathComponent(name)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        return process
    }

    static func run(
        _ name: String, _ arguments: [String], environment: [String: String], input: String = ""
    ) throws -> Outcome {
        let process = process(name, arguments, environment: environment)
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let inputFile = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer {
            for file in [errors, inputFile] {
                #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) }
            }
        }
        try Data().write(to: errors)
        try Data(input.utf8).write(to: inputFile)
        let out = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = out
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let printed = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, out: String(decoding: printed, as: UTF8.self),
            err: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}
