/// NOT-2: a message that waits, and the device that may take it over. A hold that ends without that is given again.
package struct MessageHold: Equatable, Sendable {
    package static let lengthMs: Int64 = 60_000
    package static let deviceSize = 16

    /// Empty for nobody's.
    package let device: [UInt8]
    package let until: Instant

    package init(device: [UInt8], until: Instant) {
        self.device = device
        self.until = until
    }

    /// The hold of a device that claims now.
    package init(claiming device: [UInt8], at now: Instant) {
        self.init(device: device, until: now.adding(milliseconds: Self.lengthMs))
    }

    /// Whether `device` may claim it: nobody holds it, it holds it itself, or the other's time is over.
    package func isOpen(to device: [UInt8], at now: Instant) -> Bool {
        self.device.isEmpty || self.device == device || until <= now
    }

    /// Whether `device` may have it for good: as long as nobody else has claimed it since, however late.
    package func isHeld(by device: [UInt8]) -> Bool { self.device == device }

    /// - Throws: `invalid` for a device that is not 16 bytes.
    package static func checked(_ device: [UInt8]) throws(Refusal) -> [UInt8] {
        guard device.count == deviceSize else {
            throw Refusal(.invalid, field: "device", "\(deviceSize) bytes", zh: "须为 \(deviceSize) 字节")
        }
        return device
    }
}
