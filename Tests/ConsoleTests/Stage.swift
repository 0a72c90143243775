import Foundation
import Testing

@testable import Console

/// A program run with pipes or a pseudo-terminal in place of its streams.
struct Stage {
    struct Outcome {
        let code: ExitCode
        let out: String
        let err: String
    }

    var variables: [String: String] = [:]
    var input = ""

    /// Runs off a terminal.
    func run(_ program: Program, _ words: String...) throws -> Outcome { try run(program, words: words) }

    func run(_ program: Program, words: [String], readingOutput: Bool = true) throws -> Outcome {
        let (out, err, entry) = (Pipe(), Pipe(), Pipe())
        try entry.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try entry.fileHandleForWriting.close()
        if !readingOutput {
            signal(SIGPIPE, SIG_IGN)
            try out.fileHandleForReading.close()
        }
        let streams = Streams(
            out: out.fileHandleForWriting.fileDescriptor, err: err.fileHandleForWriting.fileDescriptor,
            input: entry.fileHandleForReading.fileDescriptor, nowMs: { 0 })
        let code = program.run(words, streams: streams, environment: { [variables] in variables[$0] })
        return Outcome(code: code, out: readingOutput ? try drain(out) : "", err: try drain(err))
    }

    private func drain(_ pipe: Pipe) throws -> String {
        try pipe.fileHandleForWriting.close()
        return String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }
}

/// A pseudo-terminal: what the program writes is read from one end, what a person types is written to it.
final class PseudoTerminal: Sendable {
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    let master: Int32
    let terminal: Int32

    init(columns: UInt16 = 80) throws {
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
        // Glibc's module has no unlockpt and ptsname; these are what they call.
        var (unlocked, number) = (Int32(0), Int32(0))
        try #require(unsafe ioctl(master, Self.setLock, &unlocked) == 0)
        try #require(unsafe ioctl(master, Self.getNumber, &number) == 0)
        terminal = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    }

    deinit {
        close(terminal)
        close(master)
    }

    var isEchoing: Bool {
        var settings = termios()
        return unsafe tcgetattr(terminal, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    /// Returns everything shown so far, with plain line ends.
    func shown() throws -> String {
        var bytes: [UInt8] = []
        try #require(fcntl(master, F_SETFL, O_NONBLOCK) == 0)
        while true {
            var piece = [UInt8](repeating: 0, count: 4096)
            let count = unsafe read(master, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    func run(
        _ program: Program, _ words: String..., variables: [String: String] = [:], nowMs: @escaping () -> Int64 = { 0 }
    ) -> ExitCode {
        let streams = Streams(out: terminal, err: terminal, input: terminal, nowMs: nowMs)
        return program.run(words, streams: streams, environment: { variables[$0] })
    }
}
