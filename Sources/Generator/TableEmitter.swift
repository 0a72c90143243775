/// Writes enums, the method table and the rules of errors.
struct TableEmitter {
    let schema: Schema

    func enumeration(_ type: Schema.Enumeration) -> String {
        var out = comment(type.comment, "")
        out += "package enum \(type.name): Int32, CaseIterable, Sendable {\n"
        for value in type.values {
            out += comment(value.comment, "    ")
            out += "    case \(Naming.enumCase(value.name, of: type.name)) = \(value.number)\n"
        }
        out += "}\n"
        guard type.values.contains(where: { $0.error != nil }) else { return out }
        out +=
            "\nextension \(type.name) {\n    /// The stable name.\n    package var name: String {\n        switch self {\n"
        for value in type.values {
            let name = Naming.snake(value.name, of: type.name)
            out += "        case .\(Naming.enumCase(value.name, of: type.name)): \"\(name)\"\n"
        }
        out += "        }\n    }\n\n    package var rule: ErrorRule {\n        switch self {\n"
        for value in type.values {
            let error = value.error ?? (false, "", "")
            out += "        case .\(Naming.enumCase(value.name, of: type.name)):\n"
            out += "            ErrorRule(retryable: \(error.retryable), en: \"\(error.en)\", zh: \"\(error.zh)\")\n"
        }
        return out + "        }\n    }\n}\n"
    }

    func methods() -> String {
        let methods = schema.files.flatMap(\.methods).sorted { $0.number < $1.number }
        let roles = Dictionary(
            uniqueKeysWithValues: (schema.files.flatMap(\.enums).first { $0.name == "Role" }?.values ?? []).map {
                (UInt64($0.number), Naming.enumCase($0.name, of: "Role"))
            })
        var out = "/// Every method of the protocol, by its number on the wire.\n"
        out += "package enum Method: UInt16, CaseIterable, Sendable {\n"
        for method in methods {
            out += comment(method.comment, "    ")
            out += "    case \(Naming.method(method.service, method.name)) = 0x\(hex(method.number))\n"
        }
        out += "}\n\nextension Method {\n    package var rule: MethodRule {\n        switch self {\n"
        for method in methods {
            let allows = method.allows.compactMap { roles[$0] }.map { ".\($0)" }.joined(separator: ", ")
            let effect = [0: "reads", 1: "mutates", 2: "merges"][method.effect] ?? "reads"
            out += "        case .\(Naming.method(method.service, method.name)):\n"
            out += "            MethodRule(name: \"\(method.service).\(method.name)\", allows: [\(allows)], "
            out += "effect: .\(effect), audited: \(method.audited))\n"
        }
        out += "        }\n    }\n\n"
        out += shape("requestType", "any Message.Type", methods) { "\($0.request).self" }
        out += shape("replyType", "any Message.Type", methods) { "\($0.reply).self" }
        out += shape("itemType", "(any Message.Type)?", methods) { $0.item.isEmpty ? "nil" : "\($0.item).self" }
        out += shape("repliesStream", "Bool", methods) { "\($0.repliesStream)" }
        return out.replacingSuffix("\n") + "}\n"
    }

    private func shape(
        _ name: String, _ type: String, _ methods: [Schema.Method], _ value: (Schema.Method) -> String
    ) -> String {
        var out = "    package var \(name): \(type) {\n        switch self {\n"
        for method in methods {
            out += "        case .\(Naming.method(method.service, method.name)): \(value(method))\n"
        }
        return out + "        }\n    }\n\n"
    }

    private func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
