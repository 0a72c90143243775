import Foundation

/// A pseudo-terminal: what a program writes is read from one end, what a person types is written to it.
package final class PseudoTerminal: Sendable {
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    package let master: Int32
    package let terminal: Int32

    package init(columns: UInt16 = 80) throws {
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // Glibc's module has no unlockpt and ptsname; these are what they call.
        var (unlocked, number) = (Int32(0), Int32(0))
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard unsafe ioctl(master, Self.setLock, &unlocked) == 0, unsafe ioctl(master, Self.getNumber, &number) == 0
        else { throw Programs.Failure("no pseudo-terminal: error \(errno)") }
        terminal = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard terminal >= 0, unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0 else {
            throw Programs.Failure("no pseudo-terminal: error \(errno)")
        }
    }

    deinit {
        close(terminal)
        close(master)
    }

    package var isEchoing: Bool {
        var settings = termios()
        return unsafe tcgetattr(terminal, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    package func type(_ text: String) { unsafe _ = write(master, text, text.utf8.count) }

    /// Reads what is shown until it ends in `prompt`.
    /// - Returns: all of it.
    /// - Throws: after half a minute without more.
    package func read(until prompt: String) throws -> String {
        var shown: [UInt8] = []
        while !shown.reversed().starts(with: prompt.utf8.reversed()) {
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            var byte: UInt8 = 0
            guard unsafe poll(&waiting, 1, 30_000) == 1, unsafe Foundation.read(master, &byte, 1) == 1 else {
                throw Programs.Failure("“\(prompt)” is not shown: \(String(decoding: shown, as: UTF8.self))")
            }
            shown.append(byte)
        }
        return Self.text(shown)
    }

    /// Returns everything shown so far, with plain line ends.
    package func shown() throws -> String {
        var bytes: [UInt8] = []
        guard fcntl(master, F_SETFL, O_NONBLOCK) == 0 else { throw Programs.Failure("fcntl: error \(errno)") }
        while true {
            var piece = [UInt8](repeating: 0, count: 4096)
            let count = unsafe Foundation.read(master, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return Self.text(bytes)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }
}
