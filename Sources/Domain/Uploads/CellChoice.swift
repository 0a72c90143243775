/// Parses a cell that has one of a few values, in either language.
func oneChoice<Value: Sendable>(_ text: String, of choices: [(Phrase, Value)]) throws(Refusal) -> Value {
    let typed = trimmed(halfWidth(text)).lowercased()
    for (wording, value) in choices where [wording.en, wording.zh].contains(typed) { return value }
    let english = choices.map(\.0.en).joined(separator: ", ")
    let chinese = choices.map(\.0.zh).joined(separator: "、")
    throw Refusal(.invalid, "may be \(english)", zh: "可填：\(chinese)")
}
