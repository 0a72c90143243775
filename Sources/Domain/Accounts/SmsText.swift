/// The texts of messages.
package enum SmsText {
    package static func code(_ code: String, for english: String, zh chinese: String) -> Phrase {
        Phrase(
            "Rollcall: \(code) is your code \(english). It lasts 5 minutes; tell nobody.",
            "【Rollcall】验证码 \(code)，用于\(chinese)，5 分钟内有效，请勿告诉他人。")
    }
}
