import Glibc

/// Reads a line from a terminal without echo, and restores the terminal in every case.
struct SecretPrompt {
    struct Cancelled: Error {}

    let descriptor: Int32

    /// Returns the line without its end. Backspace deletes a character, Ctrl-U all; Ctrl-C, and Ctrl-D on an empty
    /// line, cancel.
    /// - Parameter prompt: called once echo is off, so that an answer typed at once is not lost.
    func readLine(_ prompt: () -> Void) throws -> String {
        var saved = termios()
        guard unsafe tcgetattr(descriptor, &saved) == 0 else { throw Cancelled() }
        var silent = saved
        // Signals are off too: a Ctrl-C that ended the program here would leave echo off.
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        unsafe tcsetattr(descriptor, TCSAFLUSH, &silent)
        defer { unsafe tcsetattr(descriptor, TCSADRAIN, &saved) }
        prompt()

        var line: [UInt8] = []
        while true {
            var byte: UInt8 = 0
            let count = unsafe read(descriptor, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count == 1 else { throw Cancelled() }
            switch byte {
            case 0x0A, 0x0D: return String(decoding: line, as: UTF8.self)
            case 0x03: throw Cancelled()
            case 0x04: if line.isEmpty { throw Cancelled() }
            case 0x08, 0x7F:
                while let last = line.popLast(), last & 0xC0 == 0x80 {}
            case 0x15: line = []
            case 0..<0x20: continue
            default: line.append(byte)
            }
        }
    }
}
