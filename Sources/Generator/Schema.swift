import Wire

/// What the generator knows of `Protocol/*.proto`, read from the descriptor set that protoc wrote.
struct Schema {
    struct File {
        var name: String
        var messages: [Message]
        var enums: [Enumeration]
        var methods: [Method]
    }

    struct Message {
        var name: String
        var comment: String
        var fields: [Field]
    }

    struct Field {
        var name: String
        var number: UInt64
        var type: FieldType
        var isRepeated: Bool
        var isOptional: Bool
        var comment: String
    }

    enum FieldType: Equatable {
        case uint32, uint64, int32, int64, bool, fixed64, fixed32, string, bytes
        case message(String)
        case enumeration(String)
    }

    struct Enumeration {
        var name: String
        var comment: String
        var values: [Value]

        struct Value {
            var name: String
            var number: Int32
            var comment: String
            var error: (retryable: Bool, en: String, zh: String)?
        }
    }

    struct Method {
        var service: String
        var name: String
        var comment: String
        var request: String
        var reply: String
        var repliesStream: Bool
        var number: UInt64
        var allows: [UInt64]
        var effect: UInt64
        var audited: Bool
        var item: String
    }

    enum Mistake: Error { case unsupported(String) }

    var files: [File]

    /// Field number of our options in google.protobuf.MethodOptions and EnumValueOptions.
    private static let option: UInt64 = 50700

    init(descriptorSet: [UInt8]) throws {
        files = []
        for file in try RawMessage(descriptorSet).messages(1) where file.text(2) == "rollcall" {
            let comments = try Self.comments(file)
            files.append(
                File(
                    name: file.text(1).replacingSuffix(".proto"),
                    messages: try file.messages(4).enumerated().map {
                        try Self.message($1, [4, UInt64($0)], comments)
                    },
                    enums: try file.messages(5).enumerated().map {
                        try Self.enumeration($1, [5, UInt64($0)], comments)
                    },
                    methods: try file.messages(6).enumerated().flatMap { index, service in
                        try service.messages(2).enumerated().map { position, method in
                            let path = [6, UInt64(index), 2, UInt64(position)]
                            return try Self.method(method, of: service.text(1), comments[path] ?? "")
                        }
                    }))
        }
    }

    private static func comments(_ file: RawMessage) throws -> [[UInt64]: String] {
        var comments: [[UInt64]: String] = [:]
        for location in try file.message(9)?.messages(1) ?? [] {
            let comment = location.text(3) + location.text(4)
            if !comment.isEmpty { comments[try location.numbers(1)] = comment }
        }
        return comments
    }

    private static func message(_ raw: RawMessage, _ path: [UInt64], _ comments: [[UInt64]: String]) throws -> Message {
        guard try raw.messages(3).isEmpty else { throw Mistake.unsupported("nested type in \(raw.text(1))") }
        return Message(
            name: raw.text(1), comment: comments[path] ?? "",
            fields: try raw.messages(2).enumerated().map { index, field in
                Field(
                    name: field.text(1), number: field.number(3), type: try type(of: field),
                    isRepeated: field.number(4) == 3, isOptional: field.number(17) == 1,
                    comment: comments[path + [2, UInt64(index)]] ?? "")
            })
    }

    private static func type(of field: RawMessage) throws -> FieldType {
        let name = field.text(6).replacingPrefix(".rollcall.")
        switch field.number(5) {
        case 3: return .int64
        case 4: return .uint64
        case 5: return .int32
        case 6: return .fixed64
        case 7: return .fixed32
        case 8: return .bool
        case 9: return .string
        case 11: return .message(name)
        case 12: return .bytes
        case 13: return .uint32
        case 14: return .enumeration(name)
        default: throw Mistake.unsupported("the type of \(field.text(1))")
        }
    }

    private static func enumeration(
        _ raw: RawMessage, _ path: [UInt64], _ comments: [[UInt64]: String]
    ) throws -> Enumeration {
        Enumeration(
            name: raw.text(1), comment: comments[path] ?? "",
            values: try raw.messages(2).enumerated().map { index, value in
                let rule = try value.message(3)?.message(option)
                return Enumeration.Value(
                    name: value.text(1), number: Int32(truncatingIfNeeded: value.number(2)),
                    comment: comments[path + [2, UInt64(index)]] ?? "",
                    error: rule.map { ($0.number(1) == 1, $0.text(2), $0.text(3)) })
            })
    }

    private static func method(_ raw: RawMessage, of service: String, _ comment: String) throws -> Method {
        guard let rule = try raw.message(4)?.message(option) else {
            throw Mistake.unsupported("\(service).\(raw.text(1)) without a rule")
        }
        return Method(
            service: service, name: raw.text(1), comment: comment,
            request: raw.text(2).replacingPrefix(".rollcall."), reply: raw.text(3).replacingPrefix(".rollcall."),
            repliesStream: raw.number(6) == 1, number: rule.number(1), allows: try rule.numbers(2),
            effect: rule.number(3), audited: rule.number(4) == 1, item: rule.text(5))
    }
}

extension String {
    func replacingPrefix(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
    func replacingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
