import Testing

/// The promise of `Crypto.Context`: bytes made for one use are refused in every other.
@Suite struct ContextTests {
    private struct Use: Hashable {
        /// `hash`, `mac` …; a key is for one operation.
        let operation: String
        let opening: String
        let file: String
        /// The key of the encrypted columns, under which several contexts are used.
        let isAtRest: Bool
        let isKey: Bool
    }

    /// Prefixes of calls whose argument is a context.
    private static let calls = [
        "Digest.hash(": "hash", "DigestStream(": "hash", "Digest.hash16(": "hash16", ".mac(": "mac",
        "macKey(for:": "mac",
        ".sign(": "sign", ".verifies(": "sign", "Preimage(": "sign", ".seal(": "seal", ".open(": "seal",
        "SealingKeyring(": "seal", "sealingKey(for:": "seal",
    ]

    private static func names() throws -> [(name: String, text: String)] {
        let file = try Repository.files(under: "Sources/Crypto", kind: "swift").first {
            $0.path.hasSuffix("/Context.swift")
        }
        return (file?.text ?? "").split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            guard line.contains("static let"), line.contains("= Context(\""), parts.count > 5 else { return nil }
            return (String(parts[3]), String(line.split(separator: "\"")[1]))
        }
    }

    /// Returns the argument texts of a call that starts at `start`, without those of nested calls.
    private static func arguments(_ text: Substring) -> Substring {
        var depth = 1
        var kept = Substring()
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 { break }
            if depth == 1 { kept.append(character) }
        }
        return kept
    }

    private static func uses(of names: Set<String>) throws -> [String: Set<Use>] {
        var uses: [String: Set<Use>] = [:]
        let files = try ["Sources", "Clients"].flatMap { try Repository.files(under: $0, kind: "swift") }
        for file in files where !file.path.hasSuffix("Crypto/Context.swift") {
            for (opening, operation) in calls {
                for range in file.text.ranges(of: opening) {
                    let arguments = arguments(file.text[range.upperBound...])
                    let words = arguments.split { !$0.isLetter && $0 != "." && !$0.isNumber }
                    for word in words where word.first == "." && names.contains(String(word.dropFirst())) {
                        let before = file.text[..<range.lowerBound].suffix(8)
                        uses[String(word.dropFirst()), default: []].insert(
                            Use(
                                operation: operation, opening: opening, file: file.path,
                                isAtRest: before.hasSuffix("atRest"),
                                isKey: opening.hasSuffix("for:") || opening == "SealingKeyring("))
                    }
                }
            }
        }
        return uses
    }

    @Test("a context is for one operation, in one part of a program, and encrypts under a key made for it")
    func unique() throws {
        let names = try Self.names()
        #expect(names.count > 30)
        #expect(Set(names.map(\.text)).count == names.count)
        let uses = try Self.uses(of: Set(names.map(\.name)))
        for (name, uses) in uses.sorted(by: { $0.key < $1.key }) {
            let operations = Set(uses.map(\.operation))
            #expect(operations.count == 1, "\(name): \(operations.sorted())")
            // Server, terminal and clients each do it in one place; keys are made in another, and the check reads all.
            for (opening, uses) in Dictionary(grouping: uses.filter { !$0.isKey }, by: \.opening) {
                let places = Set(uses.map { $0.file.split(separator: "/").dropLast().joined(separator: "/") })
                let ofServer = places.filter {
                    !$0.contains("Clients/") && !$0.hasSuffix("/Terminal") && !$0.contains("ClientKit")
                        && !$0.hasSuffix("Service/Check")
                }
                if name != "atRest" { #expect(ofServer.count <= 1, "\(name) \(opening): \(ofServer.sorted())") }
            }
            if operations == ["seal"], !uses.contains(where: \.isKey) {
                // Terminals get one key of their base: what is sealed under it is told apart by its context alone.
                let isForTerminals = ["rosterName", "examinerPIN", "walkIn"].contains(name)
                #expect(uses.allSatisfy(\.isAtRest) || isForTerminals, "\(name) has no key of its own")
            }
        }
    }
}
