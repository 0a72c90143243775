/// Writes the struct of one message: its fields, their decoding by tag and their encoding by number.
struct MessageWriter {
    let message: ProtocolSchema.Message

    func write(to swift: inout SwiftText) {
        swift.comment(message.comment)
        swift.block("package struct \(message.name): Message") { swift in
            swift.line("package static var typeName: String { \(SwiftText.literal(message.name)) }")
            swift.line("")
            for field in message.fields {
                swift.comment(field.comment)
                swift.line("package var \(field.property)\(field.isBare ? " =" : ": \(field.type) =") \(field.initial)")
            }
            if !message.fields.isEmpty { swift.line("") }
            swift.line("package init() {}")
            writeInitialiser(to: &swift)
            writeDecoding(to: &swift)
            writeEncoding(to: &swift)
        }
    }

    private func writeInitialiser(to swift: inout SwiftText) {
        guard !message.fields.isEmpty else { return }
        let parameters = message.fields.map { "\($0.property): \($0.type) = \($0.initial)" }
        swift.line("")
        swift.block("package init(\(parameters.joined(separator: ", ")))") { swift in
            for field in message.fields { swift.line("self.\(field.property) = \(field.property)") }
        }
    }

    private func writeDecoding(to swift: inout SwiftText) {
        swift.line("")
        swift.block("package mutating func merge(from reader: inout MessageReader) throws(DecodeError)") { swift in
            guard !message.fields.isEmpty else {
                return swift.line("while let tag = try reader.nextTag() { try reader.skip(tag) }")
            }
            swift.block("while let tag = try reader.nextTag()") { swift in
                swift.line("switch tag {")
                for field in message.fields {
                    for (tag, statement) in field.decoding { swift.line("case \(tag): \(statement)") }
                }
                swift.line("default: try reader.skip(tag)")
                swift.line("}")
            }
        }
    }

    private func writeEncoding(to swift: inout SwiftText) {
        swift.line("")
        let opening = "package func serialize(into writer: inout ByteWriter)"
        guard !message.fields.isEmpty else { return swift.line(opening + " {}") }
        swift.block(opening) { swift in
            for field in message.fields { swift.line(field.encoding) }
        }
    }
}

extension ProtocolSchema.Field {
    var property: String { Naming.property(name) }

    var type: String { isRepeated ? "[\(element)]" : isMessage ? element + "?" : element }

    /// Whether Swift infers the type from the initial value.
    fileprivate var isBare: Bool {
        switch kind {
        case .bool, .string: !isRepeated
        case .uint32, .uint64, .int32, .int64, .fixed64, .bytes, .message, .enumeration: false
        }
    }

    fileprivate var initial: String {
        if isRepeated { return "[]" }
        return switch kind {
        case .uint32, .uint64, .int32, .int64, .fixed64: "0"
        case .bool: "false"
        case .string: "\"\""
        case .bytes: "[]"
        case .message, .enumeration: "nil"
        }
    }

    private var element: String {
        switch kind {
        case .uint32: "UInt32"
        case .uint64, .fixed64: "UInt64"
        case .int32: "Int32"
        case .int64: "Int64"
        case .bool: "Bool"
        case .string: "String"
        case .bytes: "[UInt8]"
        case .message(let name): name
        case .enumeration(let name): name + "?"
        }
    }

    private var isMessage: Bool {
        switch kind {
        case .message: true
        case .uint32, .uint64, .int32, .int64, .bool, .fixed64, .string, .bytes, .enumeration: false
        }
    }

    private var wireType: UInt64 {
        switch kind {
        case .uint32, .uint64, .int32, .int64, .bool, .enumeration: 0
        case .fixed64: 1
        case .string, .bytes, .message: 2
        }
    }

    private var tag: UInt64 { number << 3 | wireType }

    /// A statement for each tag of the field: repeated numbers may be packed or not.
    fileprivate var decoding: [(tag: UInt64, statement: String)] {
        guard let reading else {
            return [(tag, "try reader.readMessage(\(isRepeated ? "appendingTo" : "into"): &\(property))")]
        }
        guard isRepeated else { return [(tag, "\(property) = \(reading)")] }
        let single = (tag, "\(property).append(\(reading))")
        if wireType == 2 { return [single] }
        let packed = "try reader.readPacked(into: &\(property)) { reader throws(DecodeError) in \(reading) }"
        return [single, (number << 3 | 2, packed)]
    }

    /// The expression that reads one value; nil for a message, which is read in place.
    private var reading: String? {
        switch kind {
        case .uint32: "try reader.readUInt32()"
        case .uint64: "try reader.readUInt64()"
        case .int32: "try reader.readInt32()"
        case .int64: "try reader.readInt64()"
        case .fixed64: "try reader.readFixed64()"
        case .bool: "try reader.readBool()"
        case .string: "try reader.readString()"
        case .bytes: "try reader.readBytes()"
        case .message: nil
        case .enumeration(let name): "\(name)(rawValue: try reader.readInt32())"
        }
    }

    fileprivate var encoding: String {
        guard isRepeated else {
            return switch kind {
            case .uint32, .uint64, .int32, .int64, .bool, .string, .bytes, .message:
                "writer.field(\(tag), \(property))"
            case .fixed64: "writer.field(\(tag), fixed: \(property))"
            case .enumeration: "writer.field(\(tag), \(property)?.rawValue ?? 0)"
            }
        }
        let packed = "writer.packed(\(number << 3 | 2), \(property))"
        return switch kind {
        case .string, .bytes, .message: "for value in \(property) { writer.element(\(tag), value) }"
        case .uint32: "\(packed) { $0.writeVarint(UInt64($1)) }"
        case .uint64: "\(packed) { $0.writeVarint($1) }"
        case .int32: "\(packed) { $0.writeVarint(UInt64(bitPattern: Int64($1))) }"
        case .int64: "\(packed) { $0.writeVarint(UInt64(bitPattern: $1)) }"
        case .fixed64: "\(packed) { $0.writeFixed64($1) }"
        case .bool: "\(packed) { $0.writeByte($1 ? 1 : 0) }"
        case .enumeration: "\(packed) { $0.writeVarint(UInt64(bitPattern: Int64($1?.rawValue ?? 0))) }"
        }
    }
}
