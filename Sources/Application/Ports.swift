/// The outside world of a server, so that a whole one runs inside a test on a simulated clock.
package struct Ports: Sendable {
    /// UTC milliseconds.
    package var now: @Sendable () -> Int64
    /// That many unpredictable bytes.
    package var random: @Sendable (Int) -> [UInt8]
    package var log: @Sendable (LogLine) -> Void
    /// ACC-4d: hands a text message to whoever sends it; `nil` leaves them in the outbox for the operator. May take its
    /// time.
    package var sms: (@Sendable (TextMessage) throws(TextFailure) -> Void)?

    package init(
        now: @escaping @Sendable () -> Int64, random: @escaping @Sendable (Int) -> [UInt8],
        log: @escaping @Sendable (LogLine) -> Void,
        sms: (@Sendable (TextMessage) throws(TextFailure) -> Void)? = nil
    ) {
        self.now = now
        self.random = random
        self.log = log
        self.sms = sms
    }
}

/// One message to one phone.
package struct TextMessage: Sendable, Equatable {
    /// The same for every try, so that a provider that has taken it already can leave it at that.
    package var id: UInt64
    /// 11 digits.
    package var phone: String
    package var text: String

    package init(id: UInt64, phone: String, text: String) {
        self.id = id
        self.phone = phone
        self.text = text
    }
}

/// Why a message was not sent.
package struct TextFailure: Error, Equatable, Sendable {
    /// For the operator; holds neither phone nor text.
    package var reason: String
    /// Whether another try may do better.
    package var isTransient: Bool

    package init(_ reason: String, isTransient: Bool) {
        self.reason = reason
        self.isTransient = isTransient
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
