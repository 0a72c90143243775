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
        let (errors, inputFile) = (files.appendingPathExtension("err"), files.appendingPathExtension("in"))
        try Data().write(to: errors)
        try Data(input.utf8).write(to: inputFile)
        let out = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = out
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let printed = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        for file in [errors, inputFile] { try FileManager.default.removeItem(at: file) }
        return Outcome(code: process.terminationStatus, out: String(decoding: printed, as: UTF8.self), err: said)
    }
}
