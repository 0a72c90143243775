/// Returns the number of a service line, trimmed and in half width: 3–20 digits, with `+`, `-`, spaces and brackets
/// between them: `028-85061735`.
/// - Throws: `invalid` for anything else.
package func checkedServicePhone(_ text: String) throws(Refusal) -> String {
    let phone = trimmed(halfWidth(text))
    let allowed = phone.unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) || "+-() ".unicodeScalars.contains($0)
    }
    let digits = phone.unicodeScalars.count { ("0"..."9").contains($0) }
    guard allowed, (3...20).contains(digits), phone.unicodeScalars.count <= 30 else {
        throw Refusal(.invalid, field: "phone", "a telephone number of 3 to 20 digits", zh: "请填写 3 至 20 位数字的电话")
    }
    return phone
}
