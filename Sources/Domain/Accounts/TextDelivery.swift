/// ACC-4d: when a text message that could not be sent is tried again.
package enum TextDelivery {
    package static let longestTries = 5
    /// The outbox forgets a message after this long.
    package static let keptMs: Int64 = 86_400_000
    /// A try that has not come back after this long was lost with its server.
    package static let lostAfterMs: Int64 = 60_000

    /// The pause after this many tries: 1 s, 4 s, 16 s, 64 s; `nil` to give up.
    package static func pauseMs(after tries: Int) -> Int64? {
        tries < longestTries ? 1000 << Int64(2 * max(0, tries - 1)) : nil
    }

    /// A code that would come when it is good no more is not sent.
    package static func isWorthSending(queued: Instant, at now: Instant) -> Bool {
        now < queued.adding(milliseconds: SmsCode.lifeMs)
    }
}
