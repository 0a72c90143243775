import Crypto
import Wire

/// The code a venue shows for a course; it changes every period.
///
/// Text: `RV1-` and Crockford's Base32 of `uv key id | uv offering | uv course | uv slot | 8 MAC`, the MAC being the
/// first bytes of `MAC(venue key, "rollcall.venue-code.v1" ‖ u32 period in seconds, little endian ‖ the bytes before
/// it)`. About 35 symbols of a QR code's alphanumeric mode; it may also be typed or pasted, in any case.
package struct VenueCode: Sendable, Equatable {
    /// Slots stay below this, whatever the period: enough until the year 2514 at one second.
    static let slotLimit: UInt64 = 1 << 34
    private static let macSize = 8
    private static let prefix = "RV1"
    /// Four varints of 5, 8, 8 and 5 bytes and the MAC are 34 bytes: 55 symbols.
    private static let symbolLimit = 55

    package let keyID: UInt32
    package let offering: UInt64
    package let course: UInt64
    package let slot: UInt64
    private let mac: [UInt8]

    /// Returns the code to show at a moment.
    /// - Parameters:
    ///   - offering: below 2⁵³, like `course`.
    ///   - nowMs: UTC milliseconds.
    package static func issue(_ key: VenueKey, offering: UInt64, course: UInt64, atMs nowMs: Int64) -> VenueCode {
        let slot = key.slot(atMs: nowMs)
        let claim = claim(key.id, offering, course, slot)
        return VenueCode(
            keyID: key.id, offering: offering, course: course, slot: slot, mac: authenticator(of: claim, key))
    }

    /// Parses a code without verifying it: its content is a claim until `validity` has returned valid, expired or
    /// future.
    package init(text: String) throws(PassError) {
        let symbols = try TextPrefix.symbols(of: text, prefix: Self.prefix, limit: Self.symbolLimit)
        let bytes = try Crockford.bytes(of: symbols)
        do throws(DecodeError) {
            var reader = ByteReader(bytes.span)
            guard let keyID = UInt32(exactly: try reader.readVarint()) else { throw .badValue("key") }
            self.keyID = keyID
            offering = try reader.readID("offering")
            course = try reader.readCourse()
            slot = try reader.readVarint()
            guard slot < Self.slotLimit else { throw .badValue("slot") }
            mac = try reader.readBytes(UInt64(Self.macSize))
            try reader.finish()
        } catch { throw .malformed(error) }
    }

    private init(keyID: UInt32, offering: UInt64, course: UInt64, slot: UInt64, mac: [UInt8]) {
        self.keyID = keyID
        self.offering = offering
        self.course = course
        self.slot = slot
        self.mac = mac
    }

    package var text: String {
        let bytes = Self.claim(keyID, offering, course, slot) + mac
        return Self.prefix + "-" + Crockford.text(of: Crockford.symbols(of: bytes))
    }

    /// Verifies the code and returns its validity at a moment. Needs no network.
    /// - Parameters:
    ///   - keys: the keys of the code's `offering` and `course`, which the caller looks up.
    ///   - nowMs: UTC milliseconds.
    ///   - toleranceMs: how long before and after its period a code is accepted.
    package func validity(_ keys: [VenueKey], nowMs: Int64, toleranceMs: Int64) -> Validity {
        let claim = Self.claim(keyID, offering, course, slot)
        for key in keys where key.id == keyID {
            guard equalInConstantTime(Self.authenticator(of: claim, key), mac) else { continue }
            return .of(key.time(ofSlot: slot), nowMs: nowMs, toleranceMs: toleranceMs)
        }
        return .forged
    }

    /// Returns the validity of a code that was verified under this key before.
    package func validity(genuineUnder key: VenueKey, nowMs: Int64, toleranceMs: Int64) -> Validity {
        .of(key.time(ofSlot: slot), nowMs: nowMs, toleranceMs: toleranceMs)
    }

    /// Compares two codes; the time taken does not tell how much of the MAC matches.
    package func isSame(as other: VenueCode) -> Bool {
        keyID == other.keyID && offering == other.offering && course == other.course && slot == other.slot
            && equalInConstantTime(mac, other.mac)
    }

    private static func claim(_ keyID: UInt32, _ offering: UInt64, _ course: UInt64, _ slot: UInt64) -> [UInt8] {
        var writer = ByteWriter(capacity: 26)
        writer.writeVarint(UInt64(keyID))
        writer.writeVarint(offering)
        writer.writeVarint(course)
        writer.writeVarint(slot)
        return writer.bytes
    }

    private static func authenticator(of claim: [UInt8], _ key: VenueKey) -> [UInt8] {
        var period = ByteWriter(capacity: 4)
        period.writeFixed32(key.periodSeconds)
        return Array(key.key.mac(.venueCode, period.bytes, claim)[..<macSize])
    }
}
