package import Causality
package import Crypto
package import Wire

/// What a terminal that carries another's batch says about when it got it. The batch itself stays as it is.
/// ```
/// u8 layout = 1 | 32 carrier key | u64 carrier monotonic ms | u64 receipt time ms | u64 receipt token
/// u8 hasCountersignature [64]
/// ```
/// The countersignature is the carrier's, over `site id ‖ log ‖ batch hash ‖ the bytes before it`: it witnesses that the
/// batch existed, so that what was recorded before a theft counts although it arrives after.
package struct RelayEnvelope: Sendable, Hashable {
    package var carrier: PublicKey
    package var monotonicMs: UInt64
    /// The carrier's last receipt when it took the batch; zeros when it had none.
    package var receiptTimeMs: UInt64
    package var receiptToken: UInt64
    /// 64 bytes, or none between checkpoints.
    package private(set) var countersignature: [UInt8]?

    private static let layout: UInt8 = 1

    package init(carrier: PublicKey, monotonicMs: UInt64, receiptTimeMs: UInt64 = 0, receiptToken: UInt64 = 0) {
        self.carrier = carrier
        self.monotonicMs = monotonicMs
        self.receiptTimeMs = receiptTimeMs
        self.receiptToken = receiptToken
    }

    package init(decoding bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        guard try reader.readByte() == Self.layout else { throw .badValue("layout") }
        carrier = try reader.readPublicKey()
        monotonicMs = try reader.readFixed64()
        receiptTimeMs = try reader.readFixed64()
        receiptToken = try reader.readFixed64()
        if try reader.readFlag() { countersignature = try reader.readBytes(UInt64(PublicKey.signatureSize)) }
        try reader.finish()
    }

    package var bytes: [UInt8] {
        signedPart(countersigned: countersignature != nil) + (countersignature ?? [])
    }

    package mutating func countersign(_ hash: BatchHash, in log: LogID, with key: SigningKey, site: [UInt8]) {
        countersignature = key.sign(.relay, site, log.bytes, hash.bytes, signedPart(countersigned: true))
    }

    /// Whether the carrier signed for this batch. False without a countersignature.
    package func witnesses(_ hash: BatchHash, in log: LogID, site: [UInt8]) -> Bool {
        guard let countersignature else { return false }
        return carrier.verifies(
            countersignature, .relay, site, log.bytes, hash.bytes, signedPart(countersigned: true))
    }

    private func signedPart(countersigned: Bool) -> [UInt8] {
        var writer = ByteWriter(capacity: 58 + PublicKey.signatureSize)
        writer.writeByte(Self.layout)
        writer.writeBytes(carrier.bytes)
        writer.writeFixed64(monotonicMs)
        writer.writeFixed64(receiptTimeMs)
        writer.writeFixed64(receiptToken)
        writer.writeByte(countersigned ? 1 : 0)
        return writer.bytes
    }
}
