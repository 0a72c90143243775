/// NOT-2: the claim of a device to a pending message. After it ends, another device may claim the message.
package struct MessageHold: Equatable, Sendable {
    package static let lengthMs: Int64 = 60_000
    package static let deviceSize = 16

    /// Empty if no device holds it.
    package let device: [UInt8]
    package let until: Instant

    package init(device: [UInt8], until: Instant) {
        self.device = device
        self.until = until
    }

    /// Makes the hold of a device that claims now.
    package init(claiming device: [UInt8], at now: Instant) {
        self.init(device: device, until: now.adding(milliseconds: Self.lengthMs))
    }

    /// Returns whether `device` may claim the message: nobody holds it, it holds it itself, or the hold has ended.
    package func isOpen(to device: [UInt8], at now: Instant) -> Bool {
        self.device.isEmpty || self.device == device || until <= now
    }

    /// Returns whether `device` may have the message for good: it is the last to have claimed it, however long ago.
    package func isHeld(by device: [UInt8]) -> Bool { self.device == device }

    /// - Throws: `invalid` for a device that is not 16 bytes.
    package static func checked(_ device: [UInt8]) throws(Refusal) -> [UInt8] {
        guard device.count == deviceSize else {
            throw Refusal(.invalid, field: "device", "\(deviceSize) bytes", zh: "须为 \(deviceSize) 字节")
        }
        return device
    }
}
