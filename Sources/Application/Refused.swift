package import Domain
package import Messages

/// What a caller is told instead of a reply: a number of the error table, the field it is about, and text for a person.
package struct Refused: Error, Equatable {
    package var code: ErrorCode
    /// The field of the request, `"row 12"` of an upload, or empty.
    package var field: String
    /// Adds to the table's text; `nil` when that says enough. Never holds personal data.
    package var wording: Wording?
    /// 0 unless the caller should wait.
    package var retryAfterMs: UInt32

    package init(_ code: ErrorCode, field: String = "", _ wording: Wording? = nil, retryAfterMs: UInt32 = 0) {
        self.code = code
        self.field = field
        self.wording = wording
        self.retryAfterMs = retryAfterMs
    }

    package init(_ refusal: Refusal) {
        self.init(
            ErrorCode(rawValue: Int32(refusal.code.rawValue)) ?? .invalid, field: refusal.field, refusal.wording,
            retryAfterMs: UInt32(clamping: refusal.retryAfterMs))
    }

    /// The message of an error frame in the caller's language; Chinese for `zh…`, English otherwise.
    package func message(locale: String) -> Failure {
        let rule = code.rule
        let language = Language(locale: locale)
        let general = Wording(rule.en, zh: rule.zh).text(in: language)
        let text = wording.map { general + (language == .chinese ? "：" : ": ") + $0.text(in: language) } ?? general
        return Failure(
            code: code, name: code.name, retryable: rule.retryable, retryAfterMs: retryAfterMs, field: field, text: text
        )
    }
}
