/// Converts names of the `.proto` files to Swift names.
enum Naming {
    /// Swift keywords that need backticks as names.
    private static let reserved: Set<String> = [
        "as", "case", "class", "default", "do", "else", "enum", "false", "for", "func", "if", "import", "in", "init",
        "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat", "return", "self",
        "static", "struct", "switch", "throw", "true", "try", "var", "where", "while",
    ]

    /// `time_ms` → `timeMs`.
    static func property(_ name: String) -> String { escaped(camel(name)) }

    /// `ERROR_CODE_BAD_FRAME` of `ErrorCode` → `badFrame`.
    static func enumCase(_ name: String, of type: String) -> String { escaped(camel(snake(name, of: type))) }

    /// `ERROR_CODE_BAD_FRAME` of `ErrorCode` → `bad_frame`.
    static func snake(_ name: String, of type: String) -> String {
        name.dropFirst(screaming(type).count + 1).lowercased()
    }

    /// `Accounts`, `WhoAmI` → `accountsWhoAmI`.
    static func method(_ method: ProtocolSchema.Method) -> String { lowered(method.service) + method.name }

    /// `PostReports` → `postReports`, `WhoAmI` → `whoAmI`.
    static func lowered(_ name: String) -> String { escaped(name.prefix(1).lowercased() + name.dropFirst()) }

    /// `ErrorCode` → `ERROR_CODE`.
    static func screaming(_ type: String) -> String {
        var words = ""
        for character in type {
            if character.isUppercase, !words.isEmpty { words += "_" }
            words += character.uppercased()
        }
        return words
    }

    /// A method's number: 0x1D06 → `1d06`.
    static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func camel(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func escaped(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }
}
