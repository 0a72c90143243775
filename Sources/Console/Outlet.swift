import Glibc

/// Writes text to an open descriptor. For one thread.
package final class Outlet {
    /// The reader has closed the pipe (`| head`): stop without an error.
    struct Closed: Error {}

    let descriptor: Int32
    let isTerminal: Bool
    private var waiting: [UInt8] = []

    package init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Writes immediately on a terminal, buffered elsewhere.
    func write(_ text: String) throws {
        waiting += text.utf8
        if isTerminal || waiting.count >= 1 << 16 { try flush() }
    }

    func flush() throws {
        let bytes = waiting
        waiting = []
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.unsafelyUnwrapped + sent, bytes.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno == EPIPE {
                throw Closed()
            } else if errno != EINTR {
                let (reason, isFull) = (Phrase(errno: errno), errno == ENOSPC || errno == EDQUOT)
                throw CommandFailure(
                    .failure, name: isFull ? "disk_full" : "output",
                    Phrase("cannot write the output: \(reason.en)", "无法写出结果：\(reason.zh)"))
            }
        }
    }

    /// The columns of the terminal; nil without one.
    var width: Int? { size.map { $0.ws_col > 0 ? Int($0.ws_col) : 80 } }

    /// The lines of the terminal; nil without one.
    var height: Int? { size.map { $0.ws_row > 0 ? Int($0.ws_row) : 24 } }

    private var size: winsize? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return winsize() }
        return size
    }
}
