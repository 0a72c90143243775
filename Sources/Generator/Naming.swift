/// Swift names from the names of the `.proto` files.
enum Naming {
    private static let reserved: Set<String> = [
        "internal", "repeat", "default", "public", "case", "init", "self", "in",
    ]

    /// `time_ms` → `timeMs`.
    static func property(_ name: String) -> String { escaped(camel(name)) }

    /// `ERROR_CODE_BAD_FRAME` of `ErrorCode` → `badFrame`.
    static func enumCase(_ name: String, of type: String) -> String {
        escaped(camel(name.replacingPrefix(screaming(type) + "_").lowercased()))
    }

    /// `ERROR_CODE_BAD_FRAME` of `ErrorCode` → `bad_frame`, the stable name of the error.
    static func snake(_ name: String, of type: String) -> String {
        name.replacingPrefix(screaming(type) + "_").lowercased()
    }

    /// `Accounts`, `WhoAmI` → `accountsWhoAmI`.
    static func method(_ service: String, _ name: String) -> String {
        service.prefix(1).lowercased() + service.dropFirst() + name
    }

    static func typeFile(_ proto: String) -> String { proto.prefix(1).uppercased() + proto.dropFirst() }

    private static func escaped(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }

    private static func camel(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func screaming(_ type: String) -> String {
        var result = ""
        for character in type {
            if character.isUppercase, !result.isEmpty { result += "_" }
            result += character.uppercased()
        }
        return result
    }
}
