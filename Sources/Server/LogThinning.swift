import Application

/// Keeps one source, or one lasting fault, from filling the log: of similar lines the first few of a minute are written
/// and the rest are counted. Its own memory is bounded.
struct LogThinning {
    static let minuteMs: UInt64 = 60_000
    /// Lines per minute of one event and source; without a source, of equal lines.
    static let ofOne = 3
    /// Lines per minute of one event, from all sources.
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
    /// Lines held back of sources without a written line.
    private var others: [String: (level: LogLine.Level, held: Int)] = [:]

    /// When the minute's counts are due, on the clock of `admits`; nil if nothing was written since the last.
    var dueMs: UInt64? { endsMs }

    /// Returns whether to write the line.
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

    /// Returns a line per group of lines held back in the past minute; starts the next minute.
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
