/// Writes the table of methods, one row each.
struct MethodTableWriter {
    let schema: ProtocolSchema

    func write(to swift: inout SwiftText) {
        swift.line("/// Every method of the protocol, by its number on the wire.")
        swift.block("package enum Method: UInt16, CaseIterable, Sendable") { swift in
            for method in schema.methods {
                swift.comment(method.comment)
                swift.line("case \(Naming.method(method)) = 0x\(hex(method.number))")
            }
            swift.line("")
            swift.block("package var rule: MethodRule") { swift in
                swift.line("switch self {")
                for method in schema.methods { swift.line("case .\(Naming.method(method)): \(rule(method))") }
                swift.line("}")
            }
        }
    }

    private func rule(_ method: ProtocolSchema.Method) -> String {
        let roles = method.allows.map { "." + enumCase($0, of: "Role") }.joined(separator: ", ")
        var parts = [
            "name: \"\(method.service).\(method.name)\"", "request: \(method.request).self",
            "reply: \(method.reply).self", "allows: [\(roles)]", "effect: .\(enumCase(method.effect, of: "Effect"))",
        ]
        if method.audited { parts.append("audited: true") }
        if method.repliesStream { parts.append("repliesStream: true") }
        if let item = method.item { parts.append("item: \(item).self") }
        return "MethodRule(\(parts.joined(separator: ", ")))"
    }

    /// protoc has checked that the number belongs to the enum.
    private func enumCase(_ number: UInt64, of type: String) -> String {
        let value = schema.enums[type]?.values.first { $0.number == number }
        return value.map { Naming.enumCase($0.name, of: type) } ?? "unspecified"
    }

    private func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
