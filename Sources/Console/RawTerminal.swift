import Glibc

/// Puts a terminal into raw mode: every key is read at once and not echoed. Restores it however the program ends.
enum RawTerminal {
    /// The state that a signal handler restores; one terminal at a time. Unsafe because a handler reads it: written
    /// before the handlers are set, and only read by them.
    nonisolated(unsafe) private static var saved = termios()
    nonisolated(unsafe) private static var descriptor: Int32 = -1
    nonisolated(unsafe) private static var farewell: StaticString = ""

    private static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

    /// - Parameters:
    ///   - farewell: written to the terminal if a signal ends the program.
    ///   - body: Ctrl-C is an ordinary byte in it.
    /// - Throws: `Unavailable` if this is not a terminal, and the errors of `body`.
    static func with<Result>(
        _ terminal: Int32, leaving farewell: StaticString = "", _ body: () throws -> Result
    ) throws -> Result {
        var settings = termios()
        guard unsafe tcgetattr(terminal, &settings) == 0 else { throw Unavailable() }
        unsafe saved = settings
        unsafe descriptor = terminal
        unsafe self.farewell = farewell
        var before: [(Int32, sigaction)] = []
        for ending in endings {
            var (new, old) = (sigaction(), sigaction())
            unsafe new.__sigaction_handler.sa_handler = { signal in
                // Calls only functions that are safe in a handler: restores the terminal, then ends as the signal
                // asked.
                unsafe tcsetattr(RawTerminal.descriptor, TCSANOW, &RawTerminal.saved)
                let text = unsafe RawTerminal.farewell
                _ = unsafe write(RawTerminal.descriptor, text.utf8Start, text.utf8CodeUnitCount)
                Glibc.signal(signal, SIG_DFL)
                raise(signal)
            }
            unsafe sigaction(ending, &new, &old)
            before.append((ending, old))
        }
        var raw = settings
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        unsafe tcsetattr(terminal, TCSADRAIN, &raw)
        defer {
            unsafe tcsetattr(terminal, TCSADRAIN, &settings)
            for (ending, var old) in before { unsafe sigaction(ending, &old, nil) }
        }
        return try body()
    }

    struct Unavailable: Error {}

    /// Returns the bytes received within that time; empty if there are none, nil at the end of input.
    static func read(_ terminal: Int32, waitMs: Int32) -> [UInt8]? {
        var entry = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        let ready = unsafe poll(&entry, 1, waitMs)
        guard ready > 0 else { return ready == 0 || errno == EINTR ? [] : nil }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe Glibc.read(terminal, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && errno == EINTR ? [] : nil }
        return Array(bytes[..<count])
    }
}
