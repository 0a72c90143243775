/// A period over which a site's text messages are counted.
package enum SmsSpan: Sendable {
    case hour, day

    package var milliseconds: Int64 {
        switch self {
        case .hour: 3_600_000
        case .day: 86_400_000
        }
    }
}

/// ACC-4b: the messages the site has sent since a period began, with its first message.
package struct SmsSiteTally: Equatable, Sendable {
    package let began: Instant
    package let sent: Int

    package init(began: Instant, sent: Int) {
        self.began = began
        self.sent = sent
    }

    /// Returns the tally with one more message. A clock that was set back starts a new period.
    package static func sending(_ tally: SmsSiteTally?, in span: SmsSpan, at now: Instant) -> SmsSiteTally {
        guard let tally, now >= tally.began, now < tally.began.adding(milliseconds: span.milliseconds) else {
            return SmsSiteTally(began: now, sent: 1)
        }
        return SmsSiteTally(began: tally.began, sent: tally.sent + 1)
    }

    /// The refusal of anonymous requests once the period's messages are used up.
    package func refusal(of span: SmsSpan, at now: Instant) -> Refusal {
        let wait = began.milliseconds + span.milliseconds - now.milliseconds
        let minutes = (wait + 59_999) / 60_000
        return Refusal(
            .smsTooOften, "the site has sent as many as it may; try again in \(minutes) min",
            zh: "本站短信发送量已达上限，请 \(minutes) 分钟后再试"
        ).after(milliseconds: wait)
    }
}
