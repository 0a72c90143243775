/// Parses a cell that has one of a few values, in either language.
func oneChoice<Value: Sendable>(_ text: String, of choices: [(Wording, Value)]) throws(Refusal) -> Value {
    let typed = trimmed(halfWidth(text)).lowercased()
    for (wording, value) in choices where [wording.english, wording.chinese].contains(typed) { return value }
    let english = choices.map(\.0.english).joined(separator: ", ")
    let chinese = choices.map(\.0.chinese).joined(separator: "、")
    throw Refusal(.invalid, "may be \(english)", zh: "可填：\(chinese)")
}
