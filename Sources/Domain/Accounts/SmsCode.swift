/// ACC-4: codes sent by text message.
package enum SmsCode {
    package static let digits = 6
    package static let lifeMs: Int64 = 5 * 60_000
    /// The wrong attempt that invalidates a code.
    package static let burningTries = 5

    /// ACC-4a: makes six digits, each of the million codes equally likely but for one part in 10¹³.
    /// - Parameter random: at least eight random bytes; returns nil with fewer.
    package static func make(random: [UInt8]) -> String? {
        guard random.count >= 8 else { return nil }
        let number = random.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let text = String(number)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// Normalises a typed code; returns nil for a text that cannot be one.
    package static func read(_ typed: String) -> String? {
        guard typed.utf8.count <= 64 else { return nil }
        let code = halfWidth(trimmed(typed))
        return code.utf8.count == digits && decimal(Array(code.utf8)) != nil ? code : nil
    }

    /// ACC-4a: throws `smsCodeSpent` for an expired or invalidated code.
    package static func check(sent: Instant, failures: Int, at now: Instant) throws(Refusal) {
        guard now < sent.adding(milliseconds: lifeMs), failures < burningTries else { throw spent }
    }

    /// There is no code, or it is expired, used, or invalidated by wrong attempts.
    package static var spent: Refusal {
        Refusal(.smsCodeSpent, field: "code", "codes last 5 minutes", zh: "验证码 5 分钟内有效")
    }
}

/// ACC-4b: the codes one phone was sent for one purpose: at most one a minute, and ten a day of China's calendar.
package struct SmsTally: Equatable, Sendable {
    package let day: Day
    package let sent: Int
    package let last: Instant

    package static let pauseMs: Int64 = 60_000
    package static let aDay = 10

    package init(day: Day, sent: Int, last: Instant) {
        self.day = day
        self.sent = sent
        self.last = last
    }

    /// Returns the tally with one more code; throws if it comes too soon or exceeds the day's limit.
    /// - Parameter tally: nil for a phone without recent codes.
    package static func sending(_ tally: SmsTally?, at now: Instant) throws(Refusal) -> SmsTally {
        let today = ZoneRule.china.day(of: now)
        guard let tally else { return SmsTally(day: today, sent: 1, last: now) }
        // After a clock was set back the pause counts from now, never longer than its rule.
        let pause = min(pauseMs, tally.last.milliseconds + pauseMs - now.milliseconds)
        guard pause <= 0 else {
            let seconds = (pause + 999) / 1000
            throw Refusal(.smsTooOften, field: "phone", "try again in \(seconds) s", zh: "请 \(seconds) 秒后再试")
                .after(milliseconds: pause)
        }
        let sent = tally.day == today ? tally.sent : 0
        guard sent < aDay else {
            throw Refusal(.smsTooOften, field: "phone", "\(aDay) a day; try again tomorrow", zh: "每天最多 \(aDay) 条，请明天再试")
        }
        return SmsTally(day: today, sent: sent + 1, last: now)
    }
}
