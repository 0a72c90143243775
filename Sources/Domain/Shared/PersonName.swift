/// A person's name as it is kept and shown.
package enum PersonName {
    package static let limit = 64

    /// Trimmed, 1–64 characters; NUL, controls, zero-width and direction characters are refused.
    package static func checked(_ typed: String, field: String = "name") throws(Refusal) -> String {
        try checkedTitle(typed, field: field, limit: limit)
    }

    /// ACC-11c: `张*`, `欧**`: the first character stays.
    package static func masked(_ name: String) -> String { mask(name, first: 1, last: 0) }
}
