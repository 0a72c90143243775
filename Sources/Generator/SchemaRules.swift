/// Checks of a schema that protoc does not make.
enum SchemaRules {
    static func check(_ schema: ProtocolSchema) throws {
        for file in schema.files {
            try file.enums.forEach(check)
            try file.methods.forEach { try check($0, schema) }
        }
        for (one, next) in zip(schema.methods, schema.methods.dropFirst()) where one.number == next.number {
            throw SchemaMistake("\(next.title): number \(next.number) is that of \(one.name)")
        }
    }

    private static func check(_ type: ProtocolSchema.Enumeration) throws {
        let prefix = Naming.screaming(type.name) + "_"
        // An unknown number is read as zero. Only the generator reads an Effect.
        guard type.values.first?.name == prefix + "UNSPECIFIED" || type.name == "Effect" else {
            throw SchemaMistake("\(type.name): must begin with \(prefix)UNSPECIFIED = 0")
        }
        for value in type.values {
            guard value.name.hasPrefix(prefix) else { throw SchemaMistake("\(value.name): must begin with \(prefix)") }
            guard value.number <= UInt64(Int32.max) else { throw SchemaMistake("\(value.name): must not be negative") }
        }
        for value in type.stated where type.isRead {
            guard let words = value.words, !words.en.isEmpty, !words.zh.isEmpty else {
                throw SchemaMistake("\(value.name): needs its words in both languages, as the other values have them")
            }
        }
        guard type.values.contains(where: { $0.error != nil }) else { return }
        for value in type.values.dropFirst() {
            guard let rule = value.error, !rule.en.isEmpty, !rule.zh.isEmpty else {
                throw SchemaMistake("\(value.name): an error needs its text in both languages")
            }
        }
    }

    private static func check(_ method: ProtocolSchema.Method, _ schema: ProtocolSchema) throws {
        let name = method.title
        guard method.number > 0, method.number <= UInt64(UInt16.max) else {
            throw SchemaMistake("\(name): the rule's number must be 1 to 65535")
        }
        // Role 0 is ROLE_UNSPECIFIED, which nobody has.
        guard !method.allows.isEmpty, !method.allows.contains(0) else {
            throw SchemaMistake("\(name): the rule must say whom it allows")
        }
        if let item = method.item, schema.messages[item] == nil {
            throw SchemaMistake("\(name): no message \(item) for its items")
        }
        guard !method.isPlain else { return }
        var seen: Set<String> = []
        for message in [method.request, method.reply, method.item].compactMap(\.self) {
            guard let secret = secret(in: message, schema, &seen) else { continue }
            throw SchemaMistake("\(name): carries \(secret), a secret: its rule must say plain")
        }
    }

    /// The names of fields that are secrets. What a secret is compressed with can tell it, so a method with one is plain.
    private static let secrets: Set = [
        "password", "initial_password", "old_password", "new_password", "secret", "pin", "roster_key", "ticket",
        "proof",
        "solution", "id_number", "old_code",
    ]

    /// Returns `Message.field` of the first secret that a message, or one within it, carries.
    private static func secret(in name: String, _ schema: ProtocolSchema, _ seen: inout Set<String>) -> String? {
        guard seen.insert(name).inserted, let message = schema.messages[name] else { return nil }
        for field in message.fields {
            if secrets.contains(field.name) { return "\(name).\(field.name)" }
            switch field.kind {
            case .bytes where field.name == "session": return "\(name).\(field.name)"
            case .message(let inner): if let found = secret(in: inner, schema, &seen) { return found }
            default: break
            }
        }
        return nil
    }
}
