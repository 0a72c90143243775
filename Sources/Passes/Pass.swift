package import Crypto
import Wire

/// A pass that a trainee carries: the person, the offering or exam it admits to, and its validity.
///
/// Bytes: `u8 key id | u8 kind | uv person | uv offering | u32 not before | u32 not after | u32 serial`, little endian,
/// times in seconds since 1970.
package struct Pass: Sendable, Equatable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// 听课证: entry to an offering.
        case course = 1
        /// 准考证: entry to an exam.
        case examTicket = 2
    }

    package let kind: Kind
    package let person: UInt64
    /// The offering, or the exam of a ticket.
    package let offering: UInt64
    /// The first second of validity, since 1970.
    package let notBefore: UInt32
    /// The end of validity, exclusive, in seconds since 1970.
    package let notAfter: UInt32
    /// Distinguishes the passes of one person for one offering, so that one can be revoked and another issued.
    package let serial: UInt32

    /// - Parameters:
    ///   - person: below 2⁵³, like `offering`.
    ///   - validMs: UTC milliseconds, widened to whole seconds. Throws `malformed` outside 1970…2106.
    package init(
        _ kind: Kind, person: UInt64, offering: UInt64, validMs: Range<Int64>, serial: UInt32
    ) throws(PassError) {
        guard validMs.lowerBound >= 0, let notBefore = UInt32(exactly: validMs.lowerBound / 1000),
            validMs.upperBound <= Int64(UInt32.max) * 1000
        else { throw .malformed(.badValue("validity")) }
        guard (1..<Limits.integer).contains(person) else { throw .malformed(.badValue("person")) }
        guard (1..<Limits.integer).contains(offering) else { throw .malformed(.badValue("offering")) }
        self.kind = kind
        self.person = person
        self.offering = offering
        self.notBefore = notBefore
        notAfter = UInt32((validMs.upperBound + 999) / 1000)
        self.serial = serial
    }

    init(reading reader: inout ByteReader) throws(DecodeError) {
        guard let kind = Kind(rawValue: try reader.readByte()) else { throw .badValue("kind") }
        self.kind = kind
        person = try reader.readID("person")
        offering = try reader.readID("offering")
        notBefore = try reader.readFixed32()
        notAfter = try reader.readFixed32()
        guard notBefore <= notAfter else { throw .badValue("validity") }
        serial = try reader.readFixed32()
    }

    package var validMs: Range<Int64> { Int64(notBefore) * 1000..<Int64(notAfter) * 1000 }

    func bytes(keyID: UInt8) -> [UInt8] {
        var writer = ByteWriter(capacity: 30)
        writer.writeByte(keyID)
        writer.writeByte(kind.rawValue)
        writer.writeVarint(person)
        writer.writeVarint(offering)
        writer.writeFixed32(notBefore)
        writer.writeFixed32(notAfter)
        writer.writeFixed32(serial)
        return writer.bytes
    }

    /// Signs the pass. Deterministic: the same pass and key give the same text.
    /// - Parameter siteID: 32 bytes; a pass is invalid at any other site.
    package func signed(by key: SigningKey, keyID: UInt8, siteID: [UInt8]) -> SignedPass {
        let signature = key.sign(.pass, siteID, bytes(keyID: keyID))
        return SignedPass(pass: self, keyID: keyID, signature: signature)
    }
}
