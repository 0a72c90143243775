import Testing

@Suite struct AreaTests {
    private static let shared = "Shared"
    /// Lists what ids may name, which is not the same as knowing it.
    private static let namesEverything = ["Shared/Identifier.swift"]

    @Test("no area of the domain names a type or function of another; nor does what is shared name any")
    func areasDoNotKnowEachOther() throws {
        let files = try Fixture.sources("Sources/Domain")
        var owner: [Substring: String] = [:]
        for (path, text) in files {
            for match in text.matches(
                of: /(?m)^(?:package |private |fileprivate )?(?:struct|enum|func|typealias|let|protocol) ([A-Za-z]+)/)
            {
                owner[match.1] = area(path)
            }
        }
        try #require(owner.count > 20)
        for (path, text) in files where !Self.namesEverything.contains(path) {
            let code = text.split(separator: "\n").map {
                $0.split(separator: "//", omittingEmptySubsequences: false)[0]
            }
            .joined(separator: "\n")
            for word in Set(code.matches(of: /[A-Za-z_][A-Za-z0-9_]*/).map(\.output)) {
                guard let other = owner[word], other != area(path), other != Self.shared else { continue }
                Issue.record("\(path) names \(word) of \(other)")
            }
        }
    }

    @Test("every file of the domain stands in an area or among what is shared")
    func places() throws {
        #expect(try Fixture.sources("Sources/Domain").keys.allSatisfy { $0.split(separator: "/").count == 2 })
    }

    @Test("the domain imports only facts and causality")
    func imports() throws {
        for (path, text) in try Fixture.sources("Sources/Domain") {
            for match in text.matches(of: /(?m)^(?:package |internal )?import ([A-Za-z]+)/) {
                #expect(["Causality", "Facts"].contains(String(match.1)), "\(path)")
            }
        }
    }

    private func area(_ path: String) -> String { String(path.prefix(while: { $0 != "/" })) }
}
