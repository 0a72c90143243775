import Application

/// Keeps one source, and one fault that goes on, from filling the log: of lines that are alike the first few of a minute are
/// written and the rest are counted. What it keeps is bounded too.
struct LogThinning {
    static let minuteMs: UInt64 = 60_000
    /// Lines of one event and source; without a source, lines that say the same.
    static let ofOne = 3
    /// Lines of one event, whatever their sources.
    static let ofEvent = 60

    private struct Likeness: Hashable {
        let event: String
        let what: String
    }

    private struct Count {
        let first: LogLine
        var written = 0
        var held = 0
    }

    private var endsMs: UInt64?
    private var alike: [Likeness: Count] = [:]
    private var written: [String: Int] = [:]
    /// Of sources that nothing was written of.
    private var others: [String: (level: LogLine.Level, held: Int)] = [:]

    /// When the minute's counts are due, on the clock of `admits`; nil when nothing was written since the last.
    var dueMs: UInt64? { endsMs }

    /// Whether the line is to be written.
    mutating func admits(_ line: LogLine, nowMs: UInt64) -> Bool {
        if endsMs == nil { endsMs = nowMs + Self.minuteMs }
        let what = line.source ?? line.fields.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        let likeness = Likeness(event: line.event, what: what)
        let isKnown = alike[likeness] != nil
        guard isKnown || written[line.event, default: 0] < Self.ofEvent else {
            others[line.event, default: (line.level, 0)].held += 1
            return false
        }
        var count = alike[likeness] ?? Count(first: line)
        let isWritten = count.written < Self.ofOne && written[line.event, default: 0] < Self.ofEvent
        if isWritten {
            count.written += 1
            written[line.event, default: 0] += 1
        } else {
            count.held += 1
        }
        alike[likeness] = count
        return isWritten
    }

    /// What was held back of the minute that is over, a line for each that is alike; begins the next.
    mutating func counts() -> [LogLine] {
        var lines = alike.values.filter { $0.held > 0 }.map { count in
            LogLine(
                count.first.level, count.first.event,
                (count.first.source == nil ? count.first.fields : []) + [("repeated", "\(count.held)")],
                from: count.first.source)
        }
        lines += others.map { LogLine($1.level, $0, [("repeated_by_others", "\($1.held)")]) }
        self = LogThinning()
        return lines
    }
}
