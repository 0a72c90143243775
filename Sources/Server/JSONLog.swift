import Application
import Console
import Glibc
import Threads

/// The server's log: one JSON object per line on standard error.
///
/// Writing a line never blocks. Lines are queued, and a thread of the log writes them. While standard error is blocked,
/// the queue fills up and lines are dropped and counted; a later line reports how many.
final class JSONLog: Sendable {
    private static let capacity = 512
    /// Bytes of one value; a longer one is cut and ends in "…".
    private static let valueLimit = 1000

    private struct State {
        var lines: [Entry] = []
        var dropped = 0
        var thinning = LogThinning()
        var least = LogLine.Level.info
        var isClosing = false
        var isClosed = false
    }

    private struct Entry {
        let timeMs: Int64
        let line: LogLine
    }

    private struct Batch {
        var entries: [Entry]
        let dropped: Int
        let isLast: Bool
    }

    private let state = Monitor(State())

    init(descriptor: Int32 = STDERR_FILENO) {
        let state = state
        _ = Thread.start("log") { Self.serve(state, descriptor) }
    }

    /// Call from any thread.
    func write(_ line: LogLine) {
        // A line that is only counted wakes nobody: a flood of them would cost a switch of threads each.
        state.changeQuietly { state in
            guard line.level >= state.least, !state.isClosing,
                state.thinning.admits(line, nowMs: MonotonicClock.nowMs())
            else { return false }
            guard state.lines.count < Self.capacity else {
                state.dropped += 1
                return false
            }
            state.lines.append(Entry(timeMs: WallClock.nowMs(), line: line))
            return true
        }
    }

    func leaveOut(below level: LogLine.Level) { state.change { $0.least = level } }

    /// Writes the queued lines, within the given time.
    func close(withinMs milliseconds: Int64 = 200) {
        state.change { $0.isClosing = true }
        _ = state.wait(atMostMs: milliseconds) { $0.isClosed ? () : nil }
    }

    private static func serve(_ state: Monitor<State>, _ descriptor: Int32) {
        var isCut = false
        var lost = 0
        while true {
            let batch = next(state)
            for entry in batch.entries where !put(entry, descriptor, &isCut) { lost += 1 }
            let gone = lost + batch.dropped
            if gone > 0 {
                let told = LogLine(.warning, "log lines lost", [("lines", "\(gone)")])
                lost = put(Entry(timeMs: WallClock.nowMs(), line: told), descriptor, &isCut) ? 0 : gone
            }
            if batch.isLast { return state.change { $0.isClosed = true } }
        }
    }

    /// Waits for lines, or for the end of the minute in which lines were held back.
    private static func next(_ state: Monitor<State>) -> Batch {
        while true {
            let due = state.change { $0.thinning.dueMs }
            let now = MonotonicClock.nowMs()
            let pause = due.map { Int64($0 > now ? $0 - now : 0) } ?? 3_600_000
            let batch = state.wait(atMostMs: pause) { state -> Batch? in
                state.lines.isEmpty && !state.isClosing ? nil : take(&state)
            }
            if let batch { return batch }
            let counts = state.change { state -> [Entry] in
                guard let due = state.thinning.dueMs, due <= MonotonicClock.nowMs() else { return [] }
                return state.thinning.counts().map { Entry(timeMs: WallClock.nowMs(), line: $0) }
            }
            if !counts.isEmpty { return Batch(entries: counts, dropped: 0, isLast: false) }
        }
    }

    private static func take(_ state: inout State) -> Batch {
        var entries = state.lines
        if state.isClosing {
            entries += state.thinning.counts().map { Entry(timeMs: WallClock.nowMs(), line: $0) }
        }
        defer {
            state.lines.removeAll(keepingCapacity: true)
            state.dropped = 0
        }
        return Batch(entries: entries, dropped: state.dropped, isLast: state.isClosing)
    }

    /// Writes a line. Returns false if the line is lost: the descriptor is closed, its reader is gone, or the disk is
    /// full.
    /// - Parameter isCut: the previous line was not written completely.
    private static func put(_ entry: Entry, _ descriptor: Int32, _ isCut: inout Bool) -> Bool {
        var bytes = Array(((isCut ? "\n" : "") + text(entry) + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
                isCut = !bytes.isEmpty
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                unsafe poll(&ready, 1, -1)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    private static func text(_ entry: Entry) -> String {
        let line = entry.line
        var fields: [JSON.Member] = [
            .init("time_ms", .integer(entry.timeMs)), .init("level", .string(line.level.rawValue)),
            .init("event", .string(line.event)),
        ]
        if let source = line.source { fields.append(.init("source", .string(source))) }
        fields += line.fields.map { name, value in
            let isLong = value.utf8.count > valueLimit
            return .init(name, .string(isLong ? String(value.prefix(valueLimit / 4)) + "…" : value))
        }
        return JSON.object(fields).text
    }
}
