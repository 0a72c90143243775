import Messages
import Threads

/// ORG-2: a refused attempt leaves an entry in the audit log, but not each of thousands: within a minute the first ten of a
/// caller and method, and one more that says how many there were besides. What a caller may be refused at all has a budget
/// (``Spendings``), so that refusals lengthen the log by 13 entries a caller and minute in the long run.
final class RefusalTally: Sendable {
    private struct Minute {
        let endsMs: Int64
        var ofMethod: [Method: Int] = [:]
        var unsaid = 0
        /// The last of those.
        var last: Call

        var rest: Rest? { unsaid > 0 ? Rest(last: last, count: unsaid) : nil }
    }

    /// Refused calls that have no entries of their own.
    struct Rest: Sendable {
        let last: Call
        let count: Int
    }

    private let minutes = Locked<[Int64: Minute]>([:])
    private static let minuteMs: Int64 = 60_000
    private static let ofMethod = 10

    /// Counts a refused call.
    /// - Returns: whether it gets an entry, and what is still to be said of the caller's minute before.
    func count(_ call: Call, now: Int64) -> (isEntered: Bool, before: Rest?) {
        minutes.withLock { minutes in
            let caller = call.caller.number
            var before: Rest?
            if let last = minutes[caller], last.endsMs <= now {
                before = last.rest
                minutes[caller] = nil
            }
            var minute = minutes[caller] ?? Minute(endsMs: now + Self.minuteMs, last: call)
            let count = minute.ofMethod[call.method, default: 0]
            if count < Self.ofMethod {
                minute.ofMethod[call.method] = count + 1
            } else {
                minute.unsaid += 1
                minute.last = call
            }
            minutes[caller] = minute
            return (count < Self.ofMethod, before)
        }
    }

    /// Forgets the minutes that are over, and gives what is still to be said of them.
    func ended(now: Int64) -> [Rest] {
        minutes.withLock { minutes in
            let ended = minutes.filter { $0.value.endsMs <= now }
            for caller in ended.keys { minutes[caller] = nil }
            return ended.values.compactMap(\.rest)
        }
    }
}
