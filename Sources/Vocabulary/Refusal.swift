/// Why a rule or a request is refused: a stable number for programs, the field for forms, a sentence for people.
package struct Refusal: Error, Equatable, Sendable {
    package let code: ErrorCode
    /// The field's name in the request's message (`hours_tenths`), `"row 12"` of an upload; empty if no single field is at
    /// fault.
    package let field: String
    /// Adds to the code's text; nil if that suffices. Never contains personal data.
    package let wording: Phrase?
    /// Milliseconds until another attempt may succeed; 0 if time alone does not help.
    package let retryAfterMs: UInt32

    package init(_ code: ErrorCode, field: String = "", _ wording: Phrase? = nil, retryAfterMs: UInt32 = 0) {
        self.code = code
        self.field = field
        self.wording = wording
        self.retryAfterMs = retryAfterMs
    }

    package init(_ code: ErrorCode, field: String = "", _ english: String, zh chinese: String) {
        self.init(code, field: field, Phrase(english, chinese))
    }

    /// The sentence alone, where nothing shows the code.
    package var reason: Phrase { wording ?? code.rule.text }

    /// Returns the same refusal with a retry time.
    package func after(milliseconds: Int64) -> Refusal {
        Refusal(code, field: field, wording, retryAfterMs: UInt32(clamping: milliseconds))
    }

    /// Returns the same refusal of another field.
    package func about(_ field: String) -> Refusal {
        Refusal(code, field: field, wording, retryAfterMs: retryAfterMs)
    }
}
