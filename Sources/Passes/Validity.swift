/// The validity of a code or pass at a moment.
package enum Validity: Sendable, Equatable {
    case valid
    /// Genuine; its validity ended that many milliseconds ago, tolerance not counted.
    case expired(sinceMs: Int64)
    /// Genuine; its validity begins in that many milliseconds.
    case future(inMs: Int64)
    /// No given key made it.
    case forged

    /// Compares a moment with a validity, exclusive of its end; both within ±2⁶¹ ms.
    static func of(_ time: Range<Int64>, nowMs: Int64, toleranceMs: Int64) -> Validity {
        // Clamps any clock reading so that the differences cannot overflow.
        let now = min(max(nowMs, -(1 << 61)), 1 << 61)
        let tolerance = min(max(toleranceMs, 0), 1 << 40)
        if now < time.lowerBound - tolerance { return .future(inMs: time.lowerBound - now) }
        if now >= time.upperBound + tolerance { return .expired(sinceMs: now - time.upperBound) }
        return .valid
    }
}
