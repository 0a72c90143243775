package import Crypto
import Wire

/// The key of one course's rotating code. Whoever holds it can verify codes, and could make them.
package struct VenueKey: Sendable {
    /// Distinguishes the keys of one course when it is renewed; several may be valid at once.
    package let id: UInt32
    package let periodSeconds: UInt32
    let key: MACKey

    /// - Parameters:
    ///   - periodSeconds: how long one code is shown, 1…86 400. Throws `malformed` otherwise.
    ///   - key: 32 bytes.
    package init(id: UInt32, periodSeconds: UInt32, key: MACKey) throws(PassError) {
        guard (1...86_400).contains(periodSeconds) else { throw .malformed(.badValue("period")) }
        self.id = id
        self.periodSeconds = periodSeconds
        self.key = key
    }

    private var periodMs: Int64 { Int64(periodSeconds) * 1000 }

    /// Returns the slot of a moment, UTC milliseconds; times before 1970 are in slot 0.
    package func slot(atMs time: Int64) -> UInt64 {
        min(UInt64(max(time, 0) / periodMs), VenueCode.slotLimit - 1)
    }

    /// Returns the UTC milliseconds of a slot.
    package func time(ofSlot slot: UInt64) -> Range<Int64> {
        // Below 2³⁴ slots of at most a day: below 2⁶¹ ms.
        let start = Int64(min(slot, VenueCode.slotLimit - 1)) * periodMs
        return start..<(start + periodMs)
    }
}
