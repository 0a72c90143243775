/// ACC-4d: the retry rules of text messages.
package enum TextDelivery {
    package static let longestTries = 5
    /// How long the outbox keeps a message.
    package static let keptMs: Int64 = 86_400_000
    /// An attempt without an answer after this time was lost in a crash.
    package static let lostAfterMs: Int64 = 60_000

    /// Returns the pause after this many attempts: 1 s, 4 s, 16 s, 64 s; nil to give up.
    package static func pauseMs(after tries: Int) -> Int64? {
        tries < longestTries ? 1000 << Int64(2 * max(0, tries - 1)) : nil
    }

    /// Returns whether the message's code will still be valid.
    package static func isWorthSending(queued: Instant, at now: Instant) -> Bool {
        now < queued.adding(milliseconds: SmsCode.lifeMs)
    }
}
