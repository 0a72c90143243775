import Wire

/// Makes a message with every field set, from the schema alone, in three forms: bytes, Swift, and protobuf's text
/// format. This code writes the bytes independently of the generated code, so that a test of one against the other is
/// meaningful; protoc can verify both from the text.
struct SampleWriter {
    private let messages: [String: ProtocolSchema.Message]
    private let enums: [String: ProtocolSchema.Enumeration]

    init(_ schema: ProtocolSchema) {
        messages = schema.messages
        enums = schema.enums
    }

    struct Sample {
        var bytes: [UInt8]
        var swift: String
        var text: String
    }

    /// - Parameter turn: distinguishes the elements of a repeated field.
    func sample(of name: String, turn: UInt64 = 0) -> Sample {
        var bytes = ByteWriter()
        var arguments: [String] = []
        var text: [String] = []
        for field in messages[name]?.fields ?? [] {
            let values = (0..<(field.isRepeated ? 2 : 1)).map { value(of: field, turn: turn * 2 + $0) }
            write(values, of: field, to: &bytes)
            let swift = values.map(\.swift).joined(separator: ", ")
            arguments.append("\(field.property): \(field.isRepeated ? "[\(swift)]" : swift)")
            text += values.map { "\(field.name)\($0.text.hasPrefix("{") ? " " : ": ")\($0.text)" }
        }
        return Sample(
            bytes: bytes.bytes, swift: "\(name)(\(arguments.joined(separator: ", ")))",
            text: text.joined(separator: " "))
    }

    private struct Value {
        var wireType: UInt64
        var bytes: [UInt8]
        var swift: String
        var text: String
    }

    private func write(_ values: [Value], of field: ProtocolSchema.Field, to writer: inout ByteWriter) {
        let wireType = values.first?.wireType ?? 0
        if field.isRepeated, wireType != 2 {
            writer.writeVarint(field.number << 3 | 2)
            writer.writeVarint(UInt64(values.map(\.bytes.count).reduce(0, +)))
            for value in values { writer.writeBytes(value.bytes) }
        } else {
            for value in values {
                writer.writeVarint(field.number << 3 | wireType)
                if wireType == 2 { writer.writeVarint(UInt64(value.bytes.count)) }
                writer.writeBytes(value.bytes)
            }
        }
    }

    private func value(of field: ProtocolSchema.Field, turn: UInt64) -> Value {
        let seed = field.number + turn
        switch field.kind {
        case .uint32: return varint(seed &* 12_345)
        case .uint64: return varint(seed &* 1_234_567_890_123)
        // Negative numbers of either width take ten bytes.
        case .int32: return varint(UInt64(bitPattern: -Int64(seed)), "\(-Int64(seed))")
        case .int64: return varint(UInt64(bitPattern: -Int64(seed) * 1_234_567), "\(-Int64(seed) * 1_234_567)")
        case .bool: return varint(1, "true")
        case .fixed64:
            var bytes = ByteWriter()
            bytes.writeFixed64(seed &* 0x0102_0304_0506_0708)
            let number = "\(seed &* 0x0102_0304_0506_0708)"
            return Value(wireType: 1, bytes: bytes.bytes, swift: number, text: number)
        case .string:
            let string = "\(field.name) 第\(seed)"
            return Value(wireType: 2, bytes: [UInt8](string.utf8), swift: "\"\(string)\"", text: "\"\(string)\"")
        case .bytes:
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: seed &* 16 &+ $0 &* 83) }
            let octal = bytes.map { byte in
                "\\" + String(repeating: "0", count: 3 - String(byte, radix: 8).count) + String(byte, radix: 8)
            }
            return Value(wireType: 2, bytes: bytes, swift: "\(bytes)", text: "\"\(octal.joined())\"")
        case .enumeration(let name):
            // One of the first two, so that a new value of the enum changes no sample.
            let values = Array((enums[name]?.values ?? []).dropFirst().prefix(2))
            let value = values[Int(seed) % values.count]
            return varint(value.number, "\(name).\(Naming.enumCase(value.name, of: name))", text: value.name)
        case .message(let name):
            let nested = sample(of: name, turn: turn)
            return Value(wireType: 2, bytes: nested.bytes, swift: nested.swift, text: "{ \(nested.text) }")
        }
    }

    private func varint(_ value: UInt64, _ swift: String? = nil, text: String? = nil) -> Value {
        var bytes = ByteWriter()
        bytes.writeVarint(value)
        let number = swift ?? "\(value)"
        return Value(wireType: 0, bytes: bytes.bytes, swift: number, text: text ?? number)
    }
}
