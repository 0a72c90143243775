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
