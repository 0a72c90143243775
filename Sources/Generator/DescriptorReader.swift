import Wire

/// Reads the schema from the descriptor set that protoc writes with `--include_source_info`. Field numbers are those
/// of google/protobuf/descriptor.proto.
struct DescriptorReader {
    /// The number of our extensions of MethodOptions and EnumValueOptions in Protocol/options.proto.
    private static let option: UInt64 = 50700
    /// That of the words that people read.
    private static let words: UInt64 = 50701
    private static let package = "rollcall"

    private let file: RawMessage
    private let comments: [[UInt64]: String]

    static func schema(_ descriptorSet: [UInt8]) throws -> ProtocolSchema {
        let files = try RawMessage(descriptorSet).messages(1).filter { $0.text(2) == package }
        let schema = ProtocolSchema(
            files: try files.map { try DescriptorReader($0).read() }.sorted { $0.area < $1.area })
        try SchemaRules.check(schema)
        return schema
    }

    private init(_ file: RawMessage) throws {
        self.file = file
        var comments: [[UInt64]: String] = [:]
        for location in try file.message(9)?.messages(1) ?? [] {
            let lines = [location.text(3), location.text(4)].filter { !$0.isEmpty }
            comments[try location.numbers(1)] = lines.joined()
        }
        self.comments = comments
    }

    private var area: String { String(file.text(1).dropLast(".proto".count)) }

    private func read() throws -> ProtocolSchema.File {
        ProtocolSchema.File(
            area: area,
            comment: comments[[12]] ?? "",
            messages: try file.messages(4).enumerated().map { try message($1, at: [4, UInt64($0)]) },
            enums: try file.messages(5).enumerated().map { try enumeration($1, at: [5, UInt64($0)]) },
            methods: try file.messages(6).enumerated().flatMap { place, service in
                try service.messages(2).enumerated().map {
                    try method($1, of: service.text(1), at: [6, UInt64(place), 2, UInt64($0)])
                }
            })
    }

    private func message(_ raw: RawMessage, at path: [UInt64]) throws -> ProtocolSchema.Message {
        let name = raw.text(1)
        guard !raw.has(3), !raw.has(4) else { throw SchemaMistake("\(name): declare nested types beside it") }
        guard !raw.has(8) else { throw SchemaMistake("\(name): the generator knows neither oneof nor optional") }
        let fields = try raw.messages(2).enumerated().map { place, field in
            ProtocolSchema.Field(
                name: field.text(1), number: field.number(3), kind: try kind(of: field, in: name),
                isRepeated: field.number(4) == 3, comment: comments[path + [2, UInt64(place)]] ?? "")
        }
        return ProtocolSchema.Message(
            name: name, comment: comments[path] ?? "", fields: fields.sorted { $0.number < $1.number })
    }

    private func kind(of field: RawMessage, in message: String) throws -> ProtocolSchema.Kind {
        switch field.number(5) {
        case 3: .int64
        case 4: .uint64
        case 5: .int32
        case 6: .fixed64
        case 8: .bool
        case 9: .string
        case 11: .message(Self.local(field.text(6)))
        case 12: .bytes
        case 13: .uint32
        case 14: .enumeration(Self.local(field.text(6)))
        default: throw SchemaMistake("\(message).\(field.text(1)): the generator does not know this type")
        }
    }

    private func enumeration(_ raw: RawMessage, at path: [UInt64]) throws -> ProtocolSchema.Enumeration {
        ProtocolSchema.Enumeration(
            name: raw.text(1), comment: comments[path] ?? "",
            values: try raw.messages(2).enumerated().map { place, value in
                let rule = try value.message(3)?.message(Self.option)
                let words = try value.message(3)?.message(Self.words)
                return ProtocolSchema.Enumeration.Value(
                    name: value.text(1), number: value.number(2),
                    comment: comments[path + [2, UInt64(place)]] ?? "",
                    error: rule.map { .init(retryable: $0.flag(1), en: $0.text(2), zh: $0.text(3)) },
                    words: words.map { .init(en: $0.text(1), zh: $0.text(2)) })
            })
    }

    private func method(_ raw: RawMessage, of service: String, at path: [UInt64]) throws -> ProtocolSchema.Method {
        let name = raw.text(1)
        guard let rule = try raw.message(4)?.message(Self.option) else {
            throw SchemaMistake("\(service).\(name): an rpc needs the option (rule)")
        }
        guard !raw.flag(5) else { throw SchemaMistake("\(service).\(name): name the caller's items in the rule") }
        return ProtocolSchema.Method(
            area: area, service: service, name: name, comment: comments[path] ?? "", request: Self.local(raw.text(2)),
            reply: Self.local(raw.text(3)), repliesStream: raw.flag(6), number: rule.number(1),
            allows: try rule.numbers(2), effect: rule.number(3), audited: rule.flag(4),
            item: rule.has(5) ? rule.text(5) : nil, isPlain: rule.flag(6))
    }

    /// `.rollcall.Person` → `Person`.
    private static func local(_ name: String) -> String { String(name.dropFirst(package.count + 2)) }
}
