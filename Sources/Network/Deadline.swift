import Threads

/// A moment on the monotonic clock.
package struct Deadline: Comparable, Sendable {
    package let atMs: UInt64

    package init(atMs: UInt64) {
        self.atMs = atMs
    }

    package static func inMs(_ milliseconds: UInt64) -> Deadline {
        Deadline(atMs: MonotonicClock.nowMs() + milliseconds)
    }

    /// Milliseconds left; 0 once it has passed.
    package var leftMs: UInt64 {
        let nowMs = MonotonicClock.nowMs()
        return atMs > nowMs ? atMs - nowMs : 0
    }

    package static func < (a: Deadline, b: Deadline) -> Bool { a.atMs < b.atMs }
}
