/// The rules of a person's name.
package enum PersonName {
    package static let limit = 64

    /// Returns the trimmed name, 1–64 characters. Throws `invalid` for NUL, control, zero-width and direction
    /// characters, and for what a spreadsheet takes for a formula.
    package static func checked(_ typed: String, field: String = "name") throws(Refusal) -> String {
        let name = try checkedTitle(typed, field: field, limit: limit)
        if let sign = name.first, "=+-@＝＋－＠".contains(sign) {
            throw Refusal(
                .invalid, field: field, "a name does not begin with “\(sign)”, which makes it a formula",
                zh: "姓名不能以“\(sign)”开头：表格软件会视为公式")
        }
        return name
    }

    /// ACC-11c: `张*`, `欧**`: the first character stays.
    package static func masked(_ name: String) -> String { mask(name, first: 1, last: 0) }
}
