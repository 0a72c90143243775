import Console
import Foundation
import Threads

/// Runs the product's programs as a person or a service manager would.
struct Processes {
    let folder: String

    struct Output {
        let lines: [[String: Any]]
        let code: Int32
        let errors: String

        /// The number of that name in the first line; 0 if there is none.
        func number(_ name: String) -> Int { (lines.first?[name] as? NSNumber)?.intValue ?? 0 }
        func text(_ name: String) -> String { lines.first?[name] as? String ?? "" }
    }

    /// Runs a program to its end with `--json` and parses its output.
    func run(_ program: String, _ arguments: [String], input: String = "", home: String? = nil) throws -> Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: folder + "/" + program)
        process.arguments = arguments + ["--json"]
        var environment = ProcessInfo.processInfo.environment
        if let home { environment["ROLLCALL_HOME"] = home }
        process.environment = environment
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        let feed = Feed(input, to: stdin.fileHandleForWriting)
        let errors = Drain(stderr.fileHandleForReading)
        let data = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try feed.finish()
        let lines = try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
        return Output(lines: lines, code: process.terminationStatus, errors: errors.text())
    }

    /// The same, but throws unless the program succeeds.
    func must(_ program: String, _ arguments: [String], input: String = "", home: String? = nil) throws -> Output {
        let output = try run(program, arguments, input: input, home: home)
        guard output.code == 0 else {
            throw CommandFailure(
                .failure, name: "step",
                Phrase("\(program) \(arguments.first ?? ""): exit \(output.code): \(output.errors)"))
        }
        return output
    }

    /// Starts a server and waits until it listens.
    func serve(data: String, listen: String) throws -> ServerProcess {
        try start("rollcalld", ["serve", "--data", data, "--listen", listen], log: data + "/server.log")
    }

    /// Starts a program that runs until it is stopped, and waits until it says where it listens.
    func start(_ program: String, _ arguments: [String], log: String) throws -> ServerProcess {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: folder + "/" + program)
        process.arguments = arguments
        let stdout = Pipe()
        process.standardOutput = stdout
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: log)
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let part = stdout.fileHandleForReading.availableData
            guard !part.isEmpty else {
                let logged = String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
                throw CommandFailure(.failure, name: "server", Phrase("\(program) does not start: \(logged)"))
            }
            text += String(decoding: part, as: UTF8.self)
        }
        let address = text.split(separator: "\n")[0].split(separator: " ").last.map(String.init) ?? ""
        return ServerProcess(process: process, address: address)
    }
}

struct ServerProcess {
    let process: Process
    let address: String

    /// Sends SIGTERM and waits until open calls are answered.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Waits for Ctrl-C or a request to stop, then stops the server, whose process group does not receive Ctrl-C.
    /// - Returns: false if the server ended by itself.
    func serveUntilStopped() -> Bool {
        let ended = DispatchSemaphore(value: 0)
        let isAsked = Locked(false)
        process.terminationHandler = { _ in ended.signal() }
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                isAsked.withLock { $0 = true }
                ended.signal()
            }
            source.resume()
            return source
        }
        ended.wait()
        for source in sources { source.cancel() }
        stop()
        return isAsked.withLock { $0 }
    }
}

/// Writes a program's input on a thread, so that a program that reads late does not block this one.
private final class Feed {
    private let done = DispatchSemaphore(value: 0)
    private let box = Box()

    private final class Box: @unchecked Sendable {
        // Sendable by hand: written by the one writing thread before it signals, read after the wait for that signal.
        var failure: (any Error)?
    }

    init(_ input: String, to handle: FileHandle) {
        let (box, done) = (box, done)
        Thread {
            do {
                try handle.write(contentsOf: Data(input.utf8))
                try handle.close()
            } catch {
                box.failure = error
            }
            done.signal()
        }.start()
    }

    /// Call after the program has ended.
    /// - Throws: the error of writing; a program that ends without reading is not one.
    func finish() throws {
        done.wait()
        guard let failure = box.failure else { return }
        let cause = (failure as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard cause?.domain == NSPOSIXErrorDomain, cause?.code == Int(EPIPE) else { throw failure }
    }
}

/// Reads a pipe to its end on a thread, so that its writer does not block.
private final class Drain {
    private let done = DispatchSemaphore(value: 0)
    private let box = Box()

    private final class Box: @unchecked Sendable {
        // Sendable by hand: written by the one reading thread before it signals, read after the wait for that signal.
        var data = Data()
    }

    init(_ handle: FileHandle) {
        let (box, done) = (box, done)
        Thread {
            box.data = handle.readDataToEndOfFile()
            done.signal()
        }.start()
    }

    func text() -> String {
        done.wait()
        return String(decoding: box.data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
