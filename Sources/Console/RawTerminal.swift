import Glibc

/// A terminal that gives every key at once and shows none; as it was before, whichever way the program goes on or ends.
enum RawTerminal {
    /// What a signal that ends the program must put back; one terminal, one list at a time. Unsafe by the nature of a signal's
    /// handler: written before the handlers are set, and only read by them.
    nonisolated(unsafe) private static var saved = termios()
    nonisolated(unsafe) private static var descriptor: Int32 = -1

    private static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

    /// - Parameter body: given the settings of a raw terminal; a Ctrl-C in it is a byte like others.
    /// - Throws: `Unavailable` where this is no terminal, and what `body` throws.
    static func with<Result>(_ terminal: Int32, _ body: () throws -> Result) throws -> Result {
        var settings = termios()
        guard unsafe tcgetattr(terminal, &settings) == 0 else { throw Unavailable() }
        unsafe saved = settings
        unsafe descriptor = terminal
        var before: [(Int32, sigaction)] = []
        for ending in endings {
            var (new, old) = (sigaction(), sigaction())
            unsafe new.__sigaction_handler.sa_handler = { signal in
                // Only what may be called in a handler: the terminal first, then the end that was asked for.
                unsafe tcsetattr(RawTerminal.descriptor, TCSANOW, &RawTerminal.saved)
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

    /// What has come within that time; empty when nothing has, nil when nothing will.
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
