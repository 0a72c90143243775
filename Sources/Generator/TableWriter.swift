/// Writes the tables of Markdown pages that follow from the `.proto` files.
struct TableWriter {
    let schema: ProtocolSchema

    private static let effects = ["reads", "mutates", "merges"]
    /// The subjects of errors, one for each hundred of numbers.
    private static let hundreds = [
        "the connection", "the call", "the request", "accounts", "terminals and sync", "quarantined facts",
        "attendance",
        "recruitment, leave, notices",
    ]

    /// Section 7 of the specification.
    var methodsAndErrors: String {
        var lines: [String] = []
        var areas: [String] = []
        for method in schema.methods where !areas.contains(method.area) { areas.append(method.area) }
        for area in areas {
            lines += ["**`\(area).proto`**", ""]
            lines.append("| number | method | takes | gives | effect | audited | plain | who may call |")
            lines.append("|---|---|---|---|---|---|---|---|")
            lines += schema.methods.filter { $0.area == area }.map(row)
            lines.append("")
        }
        lines += ["**Errors** (`errors.proto`)", ""]
        lines += ["| number | name | about | retry | meaning |", "|---|---|---|---|---|"]
        lines += (schema.enums["ErrorCode"]?.stated ?? []).map(row)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The words that a command line takes for the values of an enumeration.
    func words(of name: String) -> String {
        var lines = ["", "| word | 中文 | |", "|---|---|---|"]
        for value in schema.enums[name]?.stated ?? [] {
            let word = Naming.snake(value.name, of: name).replacing("_", with: "-")
            let comment = value.comment.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            lines.append("| `\(word)` | \(value.words?.zh ?? "") | \(comment) |")
        }
        return (lines + ["", ""]).joined(separator: "\n")
    }

    private func row(_ method: ProtocolSchema.Method) -> String {
        let roles = method.allows.map { number in
            let role = schema.enums["Role"]?.values.first { $0.number == number }
            return role.map { Naming.snake($0.name, of: "Role").replacing("_", with: " ") } ?? ""
        }
        let cells = [
            "0x\(Naming.hex(method.number))", method.title,
            "`\(method.request)`" + (method.item.map { ", then items `\($0)`" } ?? ""),
            (method.repliesStream ? "items " : "") + "`\(method.reply)`", Self.effects[Int(method.effect)],
            method.audited ? "yes" : "", method.isPlain ? "yes" : "", roles.joined(separator: ", "),
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private func row(_ code: ProtocolSchema.Enumeration.Value) -> String {
        let (en, zh) = (code.error?.en ?? "", code.error?.zh ?? "")
        let cells = [
            "\(code.number)", Naming.snake(code.name, of: "ErrorCode"), Self.hundreds[Int(code.number / 100)],
            code.error?.retryable == true ? "yes" : "", "\(en) · \(zh)",
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }
}
