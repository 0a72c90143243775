import Messages
import Threads

/// ORG-2: bounds the audit entries of refused attempts: within a minute the first ten of a caller and method, and one
/// more with the number of the others. A budget (``Spendings``) bounds a caller's refusals, so that they add at most 13
/// entries per caller and minute in the long run.
final class RefusalTally: Sendable {
    private struct Minute {
        let endsMs: Int64
        var ofMethod: [Method: Int] = [:]
        var unsaid = 0
        /// The last of the counted calls.
        var last: Call

        var rest: Rest? { unsaid > 0 ? Rest(last: last, count: unsaid) : nil }
    }

    /// Refused calls without entries of their own.
    struct Rest: Sendable {
        let last: Call
        let count: Int
    }

    private let minutes = Locked<[Int64: Minute]>([:])
    private static let minuteMs: Int64 = 60_000
    private static let ofMethod = 10

    /// Counts a refused call.
    /// - Returns: whether it gets an entry, and the unreported calls of the caller's previous minute.
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

    /// Forgets past minutes and returns their unreported calls.
    func ended(now: Int64) -> [Rest] {
        minutes.withLock { minutes in
            let ended = minutes.filter { $0.value.endsMs <= now }
            for caller in ended.keys { minutes[caller] = nil }
            return ended.values.compactMap(\.rest)
        }
    }
}
