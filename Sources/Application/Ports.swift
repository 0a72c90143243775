/// The outside world of a server, so that a whole one runs inside a test on a simulated clock.
package struct Ports: Sendable {
    /// UTC milliseconds.
    package var now: @Sendable () -> Int64
    /// That many unpredictable bytes.
    package var random: @Sendable (Int) -> [UInt8]
    package var log: @Sendable (LogLine) -> Void

    package init(
        now: @escaping @Sendable () -> Int64, random: @escaping @Sendable (Int) -> [UInt8],
        log: @escaping @Sendable (LogLine) -> Void
    ) {
        self.now = now
        self.random = random
        self.log = log
    }
}

/// One structured line of the server's log. Holds ids, numbers and names of methods; never personal data.
package struct LogLine: Sendable {
    package enum Level: String, Sendable { case info, warning, error }
    package var level: Level
    package var event: String
    package var fields: [(String, String)]

    package init(_ level: Level, _ event: String, _ fields: [(String, String)] = []) {
        self.level = level
        self.event = event
        self.fields = fields
    }
}
