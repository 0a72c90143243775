import Facts
import Journal
import Messages

extension ClockReading {
    /// SYN-8: makes a contact: the terminal read its clocks after it authenticated, and before the request arrived. Nil
    /// without clocks, or with impossible ones.
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
