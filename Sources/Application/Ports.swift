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

/// One structured line of the server's log. Holds ids, numbers, names of methods and addresses of peers; never what people
/// have said of themselves.
package struct LogLine: Sendable {
    package enum Level: String, CaseIterable, Comparable, Decodable, Sendable {
        case info, warning, error

        package static func < (one: Level, other: Level) -> Bool {
            allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
        }
    }

    package var level: Level
    /// One of few: what the log bounds lines by.
    package var event: String
    /// The peer that brings the line about as often as it likes.
    package var source: String?
    package var fields: [(String, String)]

    package init(_ level: Level, _ event: String, _ fields: [(String, String)] = [], from source: String? = nil) {
        self.level = level
        self.event = event
        self.source = source
        self.fields = fields
    }
}
