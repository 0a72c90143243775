package import Causality
package import Crypto
package import Wire

/// The record that opens a log: one device key in one epoch.
/// ```
/// u8 layout = 1 | u8 algorithm = 1 (Ed25519) | 32 device key | uv epoch
/// u8 hasPredecessor [16 log | uv final sequence | 32 head hash]
/// ```
/// Signed by the device key over `site id ‖ these bytes`; the log's id is a hash of the same bytes.
package struct LogOpening: Sendable, Hashable {
    /// The device's preceding log and its end, after a rotation or a restore.
    package struct Predecessor: Sendable, Hashable {
        package var log: LogID
        package var final: LogHead

        package init(log: LogID, final: LogHead) {
            self.log = log
            self.final = final
        }
    }

    package var deviceKey: PublicKey
    /// Rises with every log of a device, which has one log per epoch.
    package var epoch: UInt64
    package var predecessor: Predecessor?

    private static let layout: UInt8 = 1
    private static let ed25519: UInt8 = 1

    package init(deviceKey: PublicKey, epoch: UInt64, predecessor: Predecessor? = nil) {
        self.deviceKey = deviceKey
        self.epoch = epoch
        self.predecessor = predecessor
    }

    package init(decoding bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        guard try reader.readByte() == Self.layout else { throw .badValue("layout") }
        guard try reader.readByte() == Self.ed25519 else { throw .badValue("algorithm") }
        deviceKey = try reader.readPublicKey()
        epoch = try reader.readNumber("epoch")
        if try reader.readFlag() {
            let log = try reader.readLogID()
            let sequence = try reader.readNumber("final sequence")
            predecessor = Predecessor(log: log, final: LogHead(sequence: sequence, hash: try reader.readHash()))
        }
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 96)
        writer.writeByte(Self.layout)
        writer.writeByte(Self.ed25519)
        writer.writeBytes(deviceKey.bytes)
        writer.writeVarint(epoch)
        writer.writeByte(predecessor == nil ? 0 : 1)
        if let predecessor {
            writer.writeBytes(predecessor.log.bytes)
            writer.writeVarint(predecessor.final.sequence)
            writer.writeBytes(predecessor.final.hash.bytes)
        }
        return writer.bytes
    }

    package func sign(with key: SigningKey, site: [UInt8]) -> [UInt8] {
        key.sign(.logOpening, site, bytes)
    }

    package func isSigned(_ signature: [UInt8], site: [UInt8]) -> Bool {
        deviceKey.verifies(signature, .logOpening, site, bytes)
    }

    /// Returns the log's id at a site: 16 bytes of its origin.
    package func logID(site: [UInt8]) -> LogID { LogID(raw: origin(site: site).first16) }

    /// Returns the hash that takes the place of a previous hash for the first batch.
    package func origin(site: [UInt8]) -> BatchHash { BatchHash(digest: Digest.hash(.logID, site, bytes)) }
}
