import Facts
import Journal
import Messages

extension ClockReading {
    /// SYN-8: the terminal has read its clocks after it was told who it is, and before this came. Nil for a terminal that
    /// says nothing of its clocks, or what cannot be.
    init?(_ request: OpenRequest, from earliestMs: Int64, to latestMs: Int64) {
        guard request.boot != 0, request.boot < FactLimits.integer, request.monotonicMs < FactLimits.integer,
            earliestMs <= latestMs
        else { return nil }
        self.init(
            boot: request.boot, monotonicMs: request.monotonicMs,
            trueTime: TimeInterval(earliestMs: earliestMs, latestMs: latestMs),
            wallMs: request.wallMs != 0 && request.wallMs.magnitude < FactLimits.integer ? request.wallMs : nil)
    }
}
