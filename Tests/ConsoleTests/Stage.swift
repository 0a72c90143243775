import Foundation
import Processes

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

extension PseudoTerminal {
    func run(
        _ program: Program, _ words: String..., variables: [String: String] = [:], nowMs: @escaping () -> Int64 = { 0 }
    ) -> ExitCode {
        let streams = Streams(out: terminal, err: terminal, input: terminal, nowMs: nowMs)
        return program.run(words, streams: streams, environment: { variables[$0] })
    }
}
