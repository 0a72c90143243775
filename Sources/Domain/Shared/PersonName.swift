/// The rules of a person's name.
package enum PersonName {
    package static let limit = 64

    /// Returns the trimmed name, 1–64 characters. Throws `invalid` for NUL, control, zero-width and direction
    /// characters.
    package static func checked(_ typed: String, field: String = "name") throws(Refusal) -> String {
        try checkedTitle(typed, field: field, limit: limit)
    }

    /// ACC-11c: `张*`, `欧**`: the first character stays.
    package static func masked(_ name: String) -> String { mask(name, first: 1, last: 0) }
}
