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
            swift.line("")
            swift.comment("Its messages are never deflated: they carry secrets, or are dense already.")
            swift.block("package var isPlain: Bool") { swift in
                swift.line("switch self {")
                let plain = schema.methods.filter(\.isPlain).map { "." + Naming.method($0) }
                swift.line("case \(plain.joined(separator: ", ")): true")
                swift.line("default: false")
                swift.line("}")
            }
        }
        writeServices(to: &swift)
    }

    /// The same methods, an enumeration a service, so that a table over one service is exhaustive and short.
    private func writeServices(to swift: inout SwiftText) {
        let services = Dictionary(grouping: schema.methods, by: \.service).sorted { $0.key < $1.key }
        swift.line("")
        swift.line("/// A method as one of its service.")
        swift.block("package enum ServiceMethod: Sendable") { swift in
            for (service, _) in services { swift.line("case \(Naming.lowered(service))(\(service)Method)") }
        }
        for (service, methods) in services {
            swift.line("")
            swift.line("/// The methods of `\(service)`.")
            swift.block("package enum \(service)Method: Sendable") { swift in
                for method in methods { swift.line("case \(Naming.lowered(method.name))") }
            }
        }
        swift.line("")
        swift.block("extension Method") { swift in
            swift.block("package var inService: ServiceMethod") { swift in
                swift.line("switch self {")
                for method in schema.methods {
                    let service = Naming.lowered(method.service)
                    swift.line("case .\(Naming.method(method)): .\(service)(.\(Naming.lowered(method.name)))")
                }
                swift.line("}")
            }
        }
    }

    private func rule(_ method: ProtocolSchema.Method) -> String {
        let roles = method.allows.map { "." + enumCase($0, of: "Role") }.joined(separator: ", ")
        var parts = [
            "name: \"\(method.title)\"", "request: \(method.request).self",
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

    private func hex(_ number: UInt64) -> String { Naming.hex(number).uppercased() }
}
