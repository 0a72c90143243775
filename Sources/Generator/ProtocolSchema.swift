/// The contents of `Protocol/*.proto`, in order.
struct ProtocolSchema {
    var files: [File]

    struct File {
        /// The file's name without its ending, such as `accounts`.
        var area: String
        /// The comment above `syntax`.
        var comment: String
        var messages: [Message]
        var enums: [Enumeration]
        var methods: [Method]

        /// `Accounts`.
        var title: String { area.prefix(1).uppercased() + area.dropFirst() }
    }

    struct Message {
        var name: String
        var comment: String
        /// Ordered by number.
        var fields: [Field]
    }

    struct Field {
        var name: String
        var number: UInt64
        var kind: Kind
        var isRepeated: Bool
        var comment: String
    }

    enum Kind {
        case uint32, uint64, int32, int64, bool, fixed64, string, bytes
        case message(String)
        case enumeration(String)
    }

    struct Enumeration {
        var name: String
        var comment: String
        var values: [Value]

        /// The values that say something. The zero of proto3 is none: a message without the field, or with a number that
        /// its reader does not know, has nil.
        var stated: [Value] { values.filter { $0.number != 0 } }

        /// Whether people read its values; else only programs do.
        var isRead: Bool { stated.contains { $0.words != nil } }

        struct Value {
            var name: String
            var number: UInt64
            var comment: String
            var error: ErrorRule?
            var words: Words?
        }
    }

    struct ErrorRule {
        var retryable: Bool
        var en: String
        var zh: String
    }

    /// The words that people read instead of a value.
    struct Words {
        var en: String
        var zh: String
    }

    struct Method {
        /// The file's name without its ending.
        var area: String
        var service: String
        var name: String
        var comment: String
        var request: String
        var reply: String
        var repliesStream: Bool
        var number: UInt64
        /// Numbers of `Role`.
        var allows: [UInt64]
        /// Number of `Effect`.
        var effect: UInt64
        var audited: Bool
        /// The message of the caller's items; nil if it sends none.
        var item: String?
        /// Its messages are never deflated.
        var isPlain: Bool
    }

    var messages: [String: Message] {
        Dictionary(uniqueKeysWithValues: files.flatMap(\.messages).map { ($0.name, $0) })
    }

    var enums: [String: Enumeration] {
        Dictionary(uniqueKeysWithValues: files.flatMap(\.enums).map { ($0.name, $0) })
    }

    /// Ordered by number.
    var methods: [Method] { files.flatMap(\.methods).sorted { $0.number < $1.number } }
}

extension ProtocolSchema.Method {
    /// `Accounts.Login`.
    var title: String { "\(service).\(name)" }
}

/// Why the schema is refused; the text is for the author of the `.proto`.
struct SchemaMistake: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
