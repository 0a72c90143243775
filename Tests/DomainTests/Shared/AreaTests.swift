import Testing

@Suite struct AreaTests {
    private static let shared = "Shared"
    /// Lists the entities that ids may name, which is not the same as knowing them.
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

    @Test("what is shared is used by more than one area, of the domain or of the modules above it")
    func sharedIsShared() throws {
        let domain = try Fixture.sources("Sources/Domain")
        let service = try Fixture.sources("Sources/Service")
        var users: [Substring: Set<String>] = [:]
        for (path, text) in domain {
            // A shared file counts by itself: what others of them rest on is shared too.
            let user = area(path) == Self.shared ? path : area(path)
            for word in text.matches(of: /\w+/) { users[word.output, default: []].insert(user) }
        }
        for (path, text) in service {
            for word in text.matches(of: /\w+/) { users[word.output, default: []].insert(area(path)) }
        }
        for (path, text) in domain where area(path) == Self.shared && !Self.namesEverything.contains(path) {
            let names = text.matches(of: /(?m)^package (?:struct|enum|protocol|func) ([A-Za-z]+)/).map(\.output.1)
            for name in names where users[name, default: []].subtracting([path]).count < 2 {
                Issue.record("\(path) declares \(name), which only \(users[name, default: []]) use")
            }
        }
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
