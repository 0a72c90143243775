import Foundation
import Processes

/// A person at a pseudo-terminal, on a thread of its own: waits for each prompt, then types.
///
/// Unchecked: `shown` is written by the thread before it signals `done`, and read after waiting for that.
final class Typist: @unchecked Sendable {
    private let terminal: PseudoTerminal
    private let done = DispatchSemaphore(value: 0)
    private var shown: [UInt8] = []

    /// - Parameter script: the prompts to wait for, and the answers to type.
    init(_ terminal: PseudoTerminal, _ script: [(prompt: String, answer: String)]) {
        self.terminal = terminal
        Thread.detachNewThread { [self] in
            for (prompt, answer) in script {
                readUntil(prompt)
                unsafe _ = write(terminal.master, answer, answer.utf8.count)
            }
            done.signal()
        }
    }

    /// Waits for the program's end and returns everything shown.
    func finish() throws -> String {
        done.wait()
        return String(decoding: shown, as: UTF8.self) + (try terminal.shown())
    }

    private func readUntil(_ prompt: String) {
        while !shown.reversed().starts(with: prompt.utf8.reversed()) {
            var byte: UInt8 = 0
            guard unsafe read(terminal.master, &byte, 1) == 1 else { return }
            shown.append(byte)
        }
    }
}
