import Glibc

/// The process's signals, blocked in every thread and waited for in this one.
struct Signals {
    enum Word {
        /// SIGTERM or SIGINT.
        case stop
        /// SIGHUP.
        case reload
    }

    private var signals = sigset_t()

    /// Call before any thread is started.
    init() {
        unsafe sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits for a signal; returns nil after that time.
    func next(withinSeconds seconds: Int) -> Word? {
        var signals = signals
        var time = timespec(tv_sec: seconds, tv_nsec: 0)
        switch unsafe sigtimedwait(&signals, nil, &time) {
        case SIGTERM, SIGINT: return .stop
        case SIGHUP: return .reload
        case _: return nil
        }
    }
}
