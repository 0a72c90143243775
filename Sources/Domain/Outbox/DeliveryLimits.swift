/// How often and how long the server tries to hand an entry of the outbox to its service.
package struct DeliveryLimits: Equatable, Sendable {
    /// Attempts after which an entry is a dead letter.
    package let attempts: Int
    /// Milliseconds after the first failure. Each pause is four times the one before, up to `longestPauseMs`.
    package let firstPauseMs: Int64
    package let longestPauseMs: Int64
    /// Milliseconds after which an attempt that has not been settled counts as lost with its server. Longer than any
    /// attempt takes, for nobody else sends the entry meanwhile.
    package let leaseMs: Int64
    /// Milliseconds after which an entry is deleted, whatever became of it.
    package let keptMs: Int64

    package init(attempts: Int, firstPauseMs: Int64, longestPauseMs: Int64, leaseMs: Int64, keptMs: Int64) {
        self.attempts = attempts
        self.firstPauseMs = firstPauseMs
        self.longestPauseMs = longestPauseMs
        self.leaseMs = leaseMs
        self.keptMs = keptMs
    }

    /// The pause before the next attempt, in milliseconds: between half of the full pause and all of it, so that what
    /// failed together is not tried again together.
    /// - Parameters:
    ///   - attempts: made so far, 1 or more.
    ///   - chance: any number; equal numbers give equal pauses.
    /// - Returns: nil after the last attempt.
    package func pauseMs(after attempts: Int, chance: UInt64) -> Int64? {
        guard attempts < self.attempts else { return nil }
        var full = firstPauseMs
        for _ in 1..<max(1, attempts) where full < longestPauseMs { full *= 4 }
        full = min(full, longestPauseMs)
        return full - Int64(chance % UInt64(max(1, full / 2 + 1)))
    }
}

/// ACC-4d: the text messages that carry codes.
package enum TextDelivery {
    /// A request to the gateway ends within 60 s.
    package static let limits = DeliveryLimits(
        attempts: 5, firstPauseMs: 1000, longestPauseMs: 64_000, leaseMs: 90_000, keptMs: 86_400_000)
}

/// ORD-5: calls of who issues invoices, each of which ends within 50 s. Their payloads name buyers.
package enum InvoiceDelivery {
    package static let limits = DeliveryLimits(
        attempts: 8, firstPauseMs: 1000, longestPauseMs: 3_600_000, leaseMs: 90_000, keptMs: 7 * 86_400_000)
}

/// ORD-2: calls of payment gateways, each of which ends within 20 s.
package enum GatewayDelivery {
    package static let limits = DeliveryLimits(
        attempts: 12, firstPauseMs: 1000, longestPauseMs: 600_000, leaseMs: 60_000, keptMs: 90 * 86_400_000)
}
