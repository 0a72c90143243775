/// What a code or pass is worth at a moment.
package enum Standing: Sendable, Equatable {
    case valid
    /// Genuine, and its time is over since so many milliseconds, tolerance not counted.
    case expired(sinceMs: Int64)
    /// Genuine, and its time begins in so many milliseconds.
    case future(inMs: Int64)
    /// No key at hand made it.
    case forged

    /// Of a time from the first to before the second millisecond, both within ±2⁶¹.
    static func of(_ time: Range<Int64>, nowMs: Int64, toleranceMs: Int64) -> Standing {
        // A clock may say anything; differences of what remains cannot overflow.
        let now = min(max(nowMs, -(1 << 61)), 1 << 61)
        let tolerance = min(max(toleranceMs, 0), 1 << 40)
        if now < time.lowerBound - tolerance { return .future(inMs: time.lowerBound - now) }
        if now >= time.upperBound + tolerance { return .expired(sinceMs: now - time.upperBound) }
        return .valid
    }
}
