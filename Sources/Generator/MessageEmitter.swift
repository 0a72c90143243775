/// Writes the Swift of one message: a struct, its decoding by tag and its encoding by field number.
struct MessageEmitter {
    let message: Schema.Message
    let enums: [String: Schema.Enumeration]

    func text() -> String {
        var out = comment(message.comment, "")
        out += "package struct \(message.name): Message {\n"
        out += "    package static let typeName = \"rollcall.\(message.name)\"\n\n"
        for field in message.fields {
            out += comment(field.comment, "    ")
            out += "    package var \(Naming.property(field.name)): \(declared(field))\n"
        }
        let parameters = message.fields.map { "\(Naming.property($0.name)): \(declared($0)) = \(initial($0))" }
        out += "\n    package init() {\n"
        for field in message.fields where !isOptional(field) {
            out += "        \(Naming.property(field.name)) = \(initial(field))\n"
        }
        out += "    }\n"
        if !parameters.isEmpty {
            out += "\n    package init(\(parameters.joined(separator: ", "))) {\n"
            for field in message.fields {
                let name = Naming.property(field.name)
                out += "        self.\(name) = \(name)\n"
            }
            out += "    }\n"
        }
        out += decoding() + encoding() + "}\n"
        return out
    }

    private func decoding() -> String {
        var out = """

                package mutating func take(
                    _ tag: UInt64, _ reader: inout ByteReader, depth: Int
                ) throws(DecodeError) -> Bool {
                    switch tag {

            """
        for field in message.fields {
            let name = Naming.property(field.name)
            let key = field.number << 3
            let read = read(field)
            if field.isRepeated {
                out += "        case \(key | wireType(field.type)): \(name).append(\(read))\n"
                if wireType(field.type) != 2 {
                    out +=
                        "        case \(key | 2):\n            try reader.readPacked(into: &\(name)) { reader throws(DecodeError) in \(read) }\n"
                }
            } else {
                out += "        case \(key | wireType(field.type)): \(name) = \(read)\n"
            }
        }
        out +=
            "        default: return false\n        }\n" + (message.fields.isEmpty ? "" : "        return true\n")
            + "    }\n"
        return message.fields.isEmpty
            ? """

                package mutating func take(
                    _ tag: UInt64, _ reader: inout ByteReader, depth: Int
                ) throws(DecodeError) -> Bool { false }

            """ : out
    }

    private func encoding() -> String {
        guard !message.fields.isEmpty else { return "\n    package func serialize(into writer: inout ByteWriter) {}\n" }
        var out = "\n    package func serialize(into writer: inout ByteWriter) {\n"
        for field in message.fields.sorted(by: { $0.number < $1.number }) {
            let name = Naming.property(field.name)
            let tag = field.number << 3 | (field.isRepeated ? 2 : wireType(field.type))
            if field.isRepeated {
                if wireType(field.type) == 2 {
                    out += "        for value in \(name) { \(write(field.type, tag, "value")) }\n"
                } else {
                    out +=
                        "        writer.writeField(\(tag), packed: \(name)) { writer, value in \(writeBare(field.type)) }\n"
                }
            } else if isOptional(field) {
                out += "        if let \(name) { \(write(field.type, tag, name)) }\n"
            } else {
                out += "        if \(isSet(field, name)) { \(write(field.type, tag, name)) }\n"
            }
        }
        return out + "    }\n"
    }

    private func isOptional(_ field: Schema.Field) -> Bool {
        if case .message = field.type { return !field.isRepeated }
        return field.isOptional
    }

    private func declared(_ field: Schema.Field) -> String {
        let type = swiftType(field.type)
        return field.isRepeated ? "[\(type)]" : isOptional(field) ? type + "?" : type
    }

    private func swiftType(_ type: Schema.FieldType) -> String {
        switch type {
        case .uint32, .fixed32: "UInt32"
        case .uint64, .fixed64: "UInt64"
        case .int32: "Int32"
        case .int64: "Int64"
        case .bool: "Bool"
        case .string: "String"
        case .bytes: "[UInt8]"
        case .message(let name), .enumeration(let name): name
        }
    }

    private func zero(_ name: String) -> String {
        Naming.enumCase(enums[name]?.values.first { $0.number == 0 }?.name ?? "", of: name)
    }

    private func initial(_ field: Schema.Field) -> String {
        if field.isRepeated { return "[]" }
        if isOptional(field) { return "nil" }
        return switch field.type {
        case .uint32, .uint64, .int32, .int64, .fixed32, .fixed64: "0"
        case .bool: "false"
        case .string: "\"\""
        case .bytes: "[]"
        case .enumeration(let name): ".\(zero(name))"
        case .message: "nil"
        }
    }

    private func wireType(_ type: Schema.FieldType) -> UInt64 {
        switch type {
        case .uint32, .uint64, .int32, .int64, .bool, .enumeration: 0
        case .fixed64: 1
        case .string, .bytes, .message: 2
        case .fixed32: 5
        }
    }

    private func read(_ field: Schema.Field) -> String {
        switch field.type {
        case .uint32: "try reader.readUInt32()"
        case .uint64: "try reader.readUInt64()"
        case .int32: "try reader.readInt32()"
        case .int64: "try reader.readInt64()"
        case .fixed32: "try reader.readFixed32()"
        case .fixed64: "try reader.readFixed64()"
        case .bool: "try reader.readBool()"
        case .string: "try reader.readString()"
        case .bytes: "try reader.readBytesField()"
        case .enumeration(let name): "try reader.readEnum(\(name).\(zero(name)))"
        case .message:
            "try reader.readMessage(into: \(field.isRepeated ? "nil" : Naming.property(field.name)), depth: depth)"
        }
    }

    private func isSet(_ field: Schema.Field, _ name: String) -> String {
        switch field.type {
        case .uint32, .uint64, .int32, .int64, .fixed32, .fixed64: "\(name) != 0"
        case .bool: name
        case .string, .bytes: "!\(name).isEmpty"
        case .enumeration, .message: "\(name).rawValue != 0"
        }
    }

    private func write(_ type: Schema.FieldType, _ tag: UInt64, _ value: String) -> String {
        switch type {
        case .uint32: "writer.writeField(\(tag), varint: UInt64(\(value)))"
        case .uint64: "writer.writeField(\(tag), varint: \(value))"
        case .int32: "writer.writeField(\(tag), varint: UInt64(bitPattern: Int64(\(value))))"
        case .int64: "writer.writeField(\(tag), varint: UInt64(bitPattern: \(value)))"
        case .bool: "writer.writeField(\(tag), varint: \(value) ? 1 : 0)"
        case .enumeration: "writer.writeField(\(tag), varint: UInt64(bitPattern: Int64(\(value).rawValue)))"
        case .fixed32: "writer.writeField(\(tag), fixed32: \(value))"
        case .fixed64: "writer.writeField(\(tag), fixed64: \(value))"
        case .string: "writer.writeField(\(tag), string: \(value))"
        case .bytes: "writer.writeField(\(tag), bytes: \(value))"
        case .message: "writer.writeField(\(tag), message: \(value))"
        }
    }

    private func writeBare(_ type: Schema.FieldType) -> String {
        switch type {
        case .uint32: "writer.writeVarint(UInt64(value))"
        case .uint64: "writer.writeVarint(value)"
        case .int32: "writer.writeVarint(UInt64(bitPattern: Int64(value)))"
        case .int64: "writer.writeVarint(UInt64(bitPattern: value))"
        case .bool: "writer.writeVarint(value ? 1 : 0)"
        case .enumeration: "writer.writeVarint(UInt64(bitPattern: Int64(value.rawValue)))"
        case .fixed32: "writer.writeFixed32(value)"
        case .fixed64: "writer.writeFixed64(value)"
        case .string, .bytes, .message: "writer.writeVarint(0)"
        }
    }
}

func comment(_ text: String, _ indent: String) -> String {
    guard !text.isEmpty else { return "" }
    return text.split(separator: "\n", omittingEmptySubsequences: true)
        .map { "\(indent)/// \($0.drop { $0 == " " })\n" }.joined()
}
