/// Why a rule refuses: a stable number for programs, the field for forms, a sentence for people.
package struct Refusal: Error, Equatable, Sendable {
    package let code: RefusalCode
    /// The field's name in the request's message (`hours_tenths`); empty if no single field is at fault.
    package let field: String
    package let wording: Wording
    /// Milliseconds until another attempt may succeed; 0 if time alone does not help.
    package private(set) var retryAfterMs: Int64 = 0

    package init(_ code: RefusalCode, field: String = "", _ wording: Wording) {
        self.code = code
        self.field = field
        self.wording = wording
    }

    package init(_ code: RefusalCode, field: String = "", _ english: String, zh chinese: String) {
        self.init(code, field: field, Wording(english, zh: chinese))
    }

    /// Returns the same refusal with a retry time.
    package func after(milliseconds: Int64) -> Refusal {
        var refusal = self
        refusal.retryAfterMs = milliseconds
        return refusal
    }

    /// The English sentence.
    package var text: String { wording.english }
}
