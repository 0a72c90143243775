import Glibc

/// The streams and the clock of a program.
package struct Streams {
    let out: Outlet
    let err: Outlet
    let input: Int32
    /// Milliseconds of a monotonic clock.
    let nowMs: () -> Int64

    package init(out: Int32, err: Int32, input: Int32, nowMs: @escaping () -> Int64) {
        self.out = Outlet(descriptor: out)
        self.err = Outlet(descriptor: err)
        self.input = input
        self.nowMs = nowMs
    }

    /// The three streams of this process.
    package static var standard: Streams {
        Streams(out: STDOUT_FILENO, err: STDERR_FILENO, input: STDIN_FILENO) {
            var now = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC, &now)
            return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
        }
    }

    /// Writes lines to standard error.
    func tell(_ lines: [String]) { prompt(lines.map { $0 + "\n" }.joined()) }

    /// Writes text to standard error, without a line end.
    func prompt(_ text: String) {
        do {
            try err.write(text)
            try err.flush()
        } catch {
            // Nobody reads standard error any more; the command goes on.
            return
        }
    }
}
