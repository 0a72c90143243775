/// ACC-4: the codes sent to phones.
package enum SmsCode {
    package static let digits = 6
    package static let lifeMs: Int64 = 5 * 60_000
    /// The wrong try that burns a code.
    package static let burningTries = 5

    /// ACC-4a: six digits, every one of the million as likely as any other but for one part in ten to the thirteenth.
    /// - Parameter random: at least eight random bytes; `nil` with fewer.
    package static func make(random: [UInt8]) -> String? {
        guard random.count >= 8 else { return nil }
        let number = random.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let text = String(number)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// What was typed for a code, as it was sent; `nil` when it can be none.
    package static func read(_ typed: String) -> String? {
        guard typed.utf8.count <= 64 else { return nil }
        let code = halfWidth(trimmed(typed))
        return code.utf8.count == digits && decimal(Array(code.utf8)) != nil ? code : nil
    }

    /// ACC-4a: refuses a code whose five minutes are over.
    package static func check(sent: Instant, failures: Int, at now: Instant) throws(Refusal) {
        guard now < sent.adding(milliseconds: lifeMs), failures < burningTries else { throw spent }
    }

    /// There is none, it is too old, it was used, or it was tried wrongly too often.
    package static var spent: Refusal {
        Refusal(.smsCodeSpent, field: "code", "codes last 5 minutes", zh: "验证码 5 分钟内有效")
    }
}

/// ACC-4b: what one phone has been sent for one purpose: at most one code a minute, and ten a day of China's calendar.
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

    /// - Parameter tally: `nil` for a phone that was sent nothing lately.
    package static func sending(_ tally: SmsTally?, at now: Instant) throws(Refusal) -> SmsTally {
        let today = ZoneRule.china.day(of: now)
        guard let tally else { return SmsTally(day: today, sent: 1, last: now) }
        // After a clock was set back the pause is counted from now on, never longer than its rule.
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
