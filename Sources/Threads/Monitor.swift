import Glibc

/// A value that threads wait on: a mutex and one condition. Every `change` wakes the waiting threads.
@usableFromInline @safe package final class Monitor<Value: Sendable>: @unchecked Sendable {
    // Sendable by hand: `value` is accessed only between lock and unlock of the one mutex.
    @usableFromInline var value: Value
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    package init(_ value: Value) {
        self.value = value
        unsafe mutex = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe condition = .allocate(capacity: 1)
        unsafe condition.initialize(to: pthread_cond_t())
        var attributes = pthread_condattr_t()
        // Timeouts use the monotonic clock: a change of the wall clock must not lengthen or shorten a wait.
        let codes = unsafe [
            pthread_mutex_init(mutex, nil), pthread_condattr_init(&attributes),
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC), pthread_cond_init(condition, &attributes),
            pthread_condattr_destroy(&attributes),
        ]
        precondition(codes.allSatisfy { $0 == 0 }, "pthread initialisation: \(codes)")
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe condition.deallocate()
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    @inlinable
    package func change<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock()
        defer { unlockAndWake() }
        return try body(&value)
    }

    /// Changes the value, and wakes the waiting threads only if it matters to them.
    /// - Parameter body: returns whether it does.
    @inlinable
    package func changeQuietly(_ body: (inout Value) -> Bool) {
        lock()
        if body(&value) { unlockAndWake() } else { unlock() }
    }

    /// Waits until `take` returns a value; tries at once and after every change.
    @inlinable
    package func wait<Result>(_ take: (inout Value) -> Result?) -> Result {
        lock()
        defer { unlock() }
        while true {
            if let result = take(&value) { return result }
            sleep()
        }
    }

    /// Like `wait`, but returns nil once `milliseconds` have passed.
    @inlinable
    package func wait<Result>(atMostMs milliseconds: Int64, _ take: (inout Value) -> Result?) -> Result? {
        let deadline = WakeTime(afterMs: milliseconds)
        lock()
        defer { unlock() }
        while true {
            if let result = take(&value) { return result }
            if sleep(until: deadline) == .passed { return take(&value) }
        }
    }

    @usableFromInline func lock() {
        unsafe pthread_mutex_lock(mutex)
    }

    @usableFromInline func unlock() {
        unsafe pthread_mutex_unlock(mutex)
    }

    /// Unlocks before it wakes: a low-priority thread yields to the one it wakes, and must not hold the lock meanwhile.
    @usableFromInline func unlockAndWake() {
        unsafe pthread_mutex_unlock(mutex)
        unsafe pthread_cond_broadcast(condition)
    }

    @usableFromInline func sleep() {
        unsafe pthread_cond_wait(condition, mutex)
    }

    @usableFromInline enum Sleep {
        case woken, passed
    }

    @usableFromInline func sleep(until deadline: WakeTime) -> Sleep {
        var time = deadline.time
        return unsafe pthread_cond_timedwait(condition, mutex, &time) == ETIMEDOUT ? .passed : .woken
    }
}

/// An instant of the monotonic clock.
@usableFromInline struct WakeTime {
    let time: timespec

    @usableFromInline init(afterMs milliseconds: Int64) {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        let nanoseconds = time.tv_nsec + Int(milliseconds % 1000) * 1_000_000
        time.tv_sec += Int(milliseconds / 1000) + nanoseconds / 1_000_000_000
        time.tv_nsec = nanoseconds % 1_000_000_000
        self.time = time
    }
}
