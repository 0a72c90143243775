import CLinux
import Glibc

/// The wall clock: UTC milliseconds since 1970. It may jump; no order may depend on it.
package enum WallClock {
    package static func nowMs() -> Int64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }
}

extension WallClock {
    /// Whether the system says that a time service keeps the clock right.
    package static var isSynchronised: Bool { clinux_clock_is_synchronised() != 0 }
}

/// Time since the boot of the machine, including time asleep (CLOCK_BOOTTIME): a terminal's lid may be closed between
/// two scans, during which CLOCK_MONOTONIC would stop.
package enum MonotonicClock {
    package static func nowMs() -> UInt64 {
        nowNs() / 1_000_000
    }

    package static func nowNs() -> UInt64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }
}
