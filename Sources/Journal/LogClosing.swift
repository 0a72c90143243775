package import Causality
package import Crypto
package import Wire

/// The record that closes a log; later batches do not count.
/// ```
/// u8 layout = 1 | 16 log | uv final sequence | 32 head hash | u8 reason
/// ```
/// Signed over `site id ‖ these bytes` by the device, or by the site for a revoked one.
package struct LogClosing: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// The device continues in a new epoch.
        case rotated
        /// The site closed the log of a lost or stolen device.
        case revoked
        /// The device was restored from a backup or is a copy, and continues in a new epoch.
        case replaced
        case unknown(UInt8)

        init(number: UInt8) {
            switch number {
            case 1: self = .rotated
            case 2: self = .revoked
            case 3: self = .replaced
            default: self = .unknown(number)
            }
        }

        var number: UInt8 {
            switch self {
            case .rotated: 1
            case .revoked: 2
            case .replaced: 3
            case .unknown(let number): number
            }
        }
    }

    package var log: LogID
    package var final: LogHead
    package var reason: Reason

    private static let layout: UInt8 = 1

    package init(log: LogID, final: LogHead, reason: Reason) {
        self.log = log
        self.final = final
        self.reason = reason
    }

    package init(decoding bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        guard try reader.readByte() == Self.layout else { throw .badValue("layout") }
        log = try reader.readLogID()
        let sequence = try reader.readNumber("final sequence")
        final = LogHead(sequence: sequence, hash: try reader.readHash())
        reason = Reason(number: try reader.readByte())
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.writeByte(Self.layout)
        writer.writeBytes(log.bytes)
        writer.writeVarint(final.sequence)
        writer.writeBytes(final.hash.bytes)
        writer.writeByte(reason.number)
        return writer.bytes
    }

    package func sign(with key: SigningKey, site: [UInt8]) -> [UInt8] {
        key.sign(.logClosing, site, bytes)
    }

    package func isSigned(_ signature: [UInt8], by key: PublicKey, site: [UInt8]) -> Bool {
        key.verifies(signature, .logClosing, site, bytes)
    }
}
