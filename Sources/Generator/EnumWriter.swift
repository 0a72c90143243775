/// Writes one enum, the words that people read for its values, and for the enum of errors their rules.
struct EnumWriter {
    let type: ProtocolSchema.Enumeration

    func write(to swift: inout SwiftText) {
        swift.comment(type.comment)
        swift.block("package enum \(type.name): Int32, Word") { swift in
            for value in type.stated {
                if let error = value.error {
                    // A comment above an error is the heading of its range.
                    swift.comment(value.comment, marker: "//")
                    swift.comment(error.en + (error.retryable ? " (retryable)" : ""))
                } else {
                    swift.comment(value.comment)
                }
                swift.line("case \(name(value)) = \(value.number)")
            }
        }
        if type.isRead { writeWords(to: &swift) }
        guard type.values.contains(where: { $0.error != nil }) else { return }
        swift.line("")
        swift.block("extension \(type.name)") { swift in
            swift.line("/// The stable name, for people and logs; programs go by the number.")
            swift.block("package var name: String") { swift in
                swift.line("switch self {")
                for value in type.stated {
                    swift.line("case .\(name(value)): \(SwiftText.literal(Naming.snake(value.name, of: type.name)))")
                }
                swift.line("}")
            }
            swift.line("")
            swift.block("package var rule: ErrorRule") { swift in
                swift.line("switch self {")
                for value in type.stated { swift.line("case .\(name(value)): \(rule(value.error))") }
                swift.line("}")
            }
        }
    }

    private func writeWords(to swift: inout SwiftText) {
        swift.line("")
        swift.block("extension \(type.name): Named") { swift in
            swift.block("package var phrase: Phrase") { swift in
                swift.line("switch self {")
                for value in type.stated {
                    let (en, zh) = (value.words?.en ?? "", value.words?.zh ?? "")
                    let phrase = "Phrase(\(SwiftText.literal(en))\(zh == en ? "" : ", " + SwiftText.literal(zh)))"
                    swift.line("case .\(name(value)): \(phrase)")
                }
                swift.line("}")
            }
        }
    }

    private func name(_ value: ProtocolSchema.Enumeration.Value) -> String {
        Naming.enumCase(value.name, of: type.name)
    }

    private func rule(_ rule: ProtocolSchema.ErrorRule?) -> String {
        let rule = rule ?? ProtocolSchema.ErrorRule(retryable: false, en: "", zh: "")
        let text = "Phrase(\(SwiftText.literal(rule.en)), \(SwiftText.literal(rule.zh)))"
        return "ErrorRule(retryable: \(rule.retryable), \(text))"
    }
}
