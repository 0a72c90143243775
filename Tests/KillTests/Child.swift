import Foundation
import Threads

/// A process of the test's own. Its standard output is read line by line; it is ended by its pid.
final class Child {
    enum End: Equatable {
        case exited(Int32)
        case killed(Int32)
    }

    enum Trouble: Error {
        case spawn(String, errno: Int32)
        case silent(String)
    }

    /// The time limit of every wait.
    private static let patienceMs: Int32 = 60_000
    /// Pipes are made and closed on exec in two calls: no other child may be born between them.
    private static let births = Locked(())

    let name: String
    private let pid: pid_t
    private let output: Int32
    private var input: Int32
    private var unread: [UInt8] = []
    private var end: End?

    /// - Parameter errors: the file for its standard error; nil for the test's own.
    init(_ program: String, _ words: [String], environment: [String: String] = [:], errors: String?) throws {
        name = URL(fileURLWithPath: program).lastPathComponent + " " + words.joined(separator: " ")
        // Who talks to a process that has ended is told so by the call.
        signal(SIGPIPE, SIG_IGN)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        (pid, input, output) = try Self.births.withLock { _ in
            let (childInput, input) = try Self.pipe()
            let (output, childOutput) = try Self.pipe()
            defer {
                close(childInput)
                close(childOutput)
            }
            var actions = unsafe posix_spawn_file_actions_t()
            unsafe posix_spawn_file_actions_init(&actions)
            defer { unsafe posix_spawn_file_actions_destroy(&actions) }
            unsafe posix_spawn_file_actions_adddup2(&actions, childInput, 0)
            unsafe posix_spawn_file_actions_adddup2(&actions, childOutput, 1)
            if let errors {
                let flags = O_WRONLY | O_CREAT | O_APPEND
                unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
            }
            let arguments = unsafe Strings([program] + words)
            let environment = unsafe Strings(variables.map { "\($0)=\($1)" })
            defer {
                unsafe arguments.free()
                unsafe environment.free()
            }
            var pid: pid_t = 0
            let code = unsafe posix_spawn(&pid, program, &actions, nil, arguments.pointers, environment.pointers)
            guard code == 0 else { throw Trouble.spawn(program, errno: code) }
            return (pid, input, output)
        }
    }

    deinit {
        closeInput()
        close(output)
        if end == nil {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
        }
    }

    private static func pipe() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe Foundation.pipe(&ends) == 0 else { throw Trouble.spawn("pipe", errno: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Returns the next line of its output, without its end; nil at its end.
    func line() throws -> String? {
        while true {
            if let end = unread.firstIndex(of: 10) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&ready, 1, Self.patienceMs) > 0 else { throw Trouble.silent(name) }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = unsafe read(output, &bytes, bytes.count)
            guard count > 0 else { return nil }
            unread += bytes[..<count]
        }
    }

    /// All lines until it ends.
    func lines() throws -> [String] {
        var lines: [String] = []
        while let line = try line() { lines.append(line) }
        return lines
    }

    /// Writes to its input; returns false once it no longer reads.
    func say(_ line: String) -> Bool {
        let bytes = Array((line + "\n").utf8)
        return unsafe write(input, bytes, bytes.count) == bytes.count
    }

    func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }

    /// Asks it to end, or kills it with SIGKILL.
    func end(by signal: Int32) { kill(pid, signal) }

    /// Waits until it has said all and ended.
    func wait() throws -> End {
        if let end { return end }
        while try line() != nil {}
        var status: Int32 = 0
        guard unsafe waitpid(pid, &status, 0) == pid else { throw Trouble.spawn("waitpid", errno: errno) }
        let signal = status & 0x7F
        let end = signal == 0 ? End.exited(status >> 8 & 0xFF) : .killed(signal)
        self.end = end
        return end
    }
}

/// Strings as a C program gets them, ended by a null pointer.
@unsafe private struct Strings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { unsafe pointers = texts.map { unsafe strdup($0) } + [nil] }

    func free() {
        for index in unsafe pointers.indices { unsafe Foundation.free(pointers[index]) }
    }
}
