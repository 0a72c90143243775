/// NOT-1: the public support contact of a programme: a service line, not a person's phone.
package struct SupportLine: Equatable, Sendable {
    package static let hoursLimit = 100

    /// 3–20 digits, with `+`, `-`, spaces and brackets between them: `028-85061735`.
    package let phone: String
    /// The service hours in words; may be empty.
    package let hours: String

    package init(phone: String, hours: String) throws(Refusal) {
        let phone = trimmed(halfWidth(phone))
        let allowed = phone.unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || "+-() ".unicodeScalars.contains($0)
        }
        let digits = phone.unicodeScalars.count { ("0"..."9").contains($0) }
        guard allowed, (3...20).contains(digits), phone.unicodeScalars.count <= 30 else {
            throw Refusal(.invalid, field: "phone", "a telephone number of 3 to 20 digits", zh: "请填写 3 至 20 位数字的电话")
        }
        self.phone = phone
        self.hours = trimmed(hours).isEmpty ? "" : try checkedTitle(hours, field: "hours", limit: Self.hoursLimit)
    }
}
