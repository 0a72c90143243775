import Terminal

/// The clocks of one device, driven by the simulation's true time.
final class DeviceClocks {
    private let clock: Clock
    private var bootMs: Int64
    private var drift = 0.0
    var wallOffMs: Int64 = 0

    init(_ clock: Clock) {
        self.clock = clock
        bootMs = clock.now
    }

    func reboot(drift: Double = 0) {
        (bootMs, self.drift) = (clock.now, drift)
    }

    var now: DeviceTime { time(at: clock.now) }

    /// Returns their readings at a true time of this boot.
    func time(at trueMs: Int64) -> DeviceTime {
        let elapsed = Double(trueMs - bootMs) * (1 + drift)
        return DeviceTime(monotonicMs: UInt64(elapsed) + 1000, wallMs: trueMs + wallOffMs)
    }
}
