/// Why a rule says no: a stable number for programs, the field for forms, a sentence for people.
package struct Refusal: Error, Equatable, Sendable {
    package let code: RefusalCode
    /// The field's name as in the request's message (`hours_tenths`), or empty where no single field is at fault.
    package let field: String
    package let wording: Wording

    package init(_ code: RefusalCode, field: String = "", _ wording: Wording) {
        self.code = code
        self.field = field
        self.wording = wording
    }

    package init(_ code: RefusalCode, field: String = "", _ english: String, zh chinese: String) {
        self.init(code, field: field, Wording(english, zh: chinese))
    }

    /// The English sentence.
    package var text: String { wording.english }
}
