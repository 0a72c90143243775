import Foundation
import Testing

@Suite struct ImportTests {
    /// Modules without files, clocks and randomness, which can be tested and simulated deterministically.
    private static let pure: Set<String> = [
        "Vocabulary", "Wire", "Causality", "Crypto", "Facts", "Journal", "Passes", "Messages", "Deflate", "Connection",
        "Domain", "Application", "Terminal",
    ]

    /// The modules that may use a system library.
    private static let ofSystem: [String: Set<String>] = [
        "FoundationNetworking": [],
        "Synchronization": ["Threads"],
        "Foundation": [
            "Server", "Gateways", "Generator", "TimeZones", "ClientKit", "Demo", "TerminalCommand", "Bench",
            "GatewaySimulator", "GatewayCommand",
        ],
        "Glibc": [
            "Threads", "Storage", "Network", "HTTP", "Console", "ClientKit", "Encodings", "AdminCommand",
            "TerminalCommand",
            "TraineeCommand", "Demo", "Bench", "Server", "GatewaySimulator", "Sheets",
        ],
    ]

    private struct Target {
        let name: String
        let path: String
        let imports: Set<String>
        let isTest: Bool
    }

    /// `module("A", ["B"])`, `program("A", path: "P", ["B"])` and `tests("A", ["B"])` of the manifest.
    private static func targets() throws -> [Target] {
        let manifest = try String(contentsOf: Repository.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let pattern = /\b(module|program|support|tests)\(\s*"(\w+)",(?:\s*path:\s*"([^"]+)",)?\s*\[([^\]]*)\]/
        return manifest.matches(of: pattern).map { match in
            let (_, kind, name, path, list) = match.output
            let above = ["support": "Tests/Support", "tests": "Tests"][kind] ?? "Sources"
            return Target(
                name: String(name), path: path.map(String.init) ?? "\(above)/\(name)",
                imports: Set(list.matches(of: /"(\w+)"/).map { String($0.output.1) }), isTest: above != "Sources")
        }
    }

    private static let modifiers: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]

    private static func imports(of file: Repository.File) -> Set<String> {
        Set(
            codeAlone(file.text).compactMap { line in
                var words = line.split(separator: " ")[...]
                while let word = words.first, modifiers.contains(word) || word.hasPrefix("@") { words.removeFirst() }
                guard words.popFirst() == "import", let path = words.last else { return nil }
                return path.split(separator: ".").first.map(String.init)
            })
    }

    @Test("a module imports what the manifest gives it, all of that, and of the system only what it may")
    func declared() throws {
        let targets = try Self.targets()
        #expect(targets.count > 25)
        let ours = Set(targets.map(\.name))
        for target in targets {
            let files = try Repository.files(under: target.path, kind: "swift")
            let used = files.map(Self.imports).reduce(into: Set<String>()) { $0.formUnion($1) }
            for name in used.subtracting(target.imports).sorted() {
                guard !target.isTest || ours.contains(name) else { continue }
                let isGiven = Self.ofSystem[name]?.contains(target.name) == true || name.hasPrefix("C")
                #expect(
                    isGiven && !ours.contains(name),
                    "\(target.name) imports \(name), which Package.swift does not give it")
            }
            guard !target.isTest, !files.isEmpty else { continue }
            for name in target.imports.subtracting(used).sorted() {
                Issue.record("Package.swift gives \(name) to \(target.name), which does not import it")
            }
        }
    }

    @Test("pure modules import nothing of the system")
    func purity() throws {
        for target in try Self.targets() where Self.pure.contains(target.name) {
            for file in try Repository.files(under: target.path, kind: "swift") {
                let found = Self.imports(of: file).intersection(Self.ofSystem.keys)
                #expect(found.isEmpty, "\(file.path) imports \(found)")
            }
        }
        let granted = Self.ofSystem.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        #expect(granted.isDisjoint(with: Self.pure))
    }

    /// Clocks and randomness for which Swift asks no import.
    private static let impure = [
        "Date()", "UUID()", "Date.now", ".random()", ".random(in:", ".shuffled()", ".shuffle()", ".randomElement()",
        "SystemRandomNumberGenerator", "ContinuousClock", "SuspendingClock", "randombytes_", "clock_gettime",
        "getentropy",
    ]

    /// Returns what a line of code asks for; nil where a generator is given.
    private static func impurity(of line: String) -> String? {
        impure.first { word in line.contains(word) && !(word == ".random(in:" && line.contains("using:")) }
    }

    @Test("pure modules and the use cases ask no clock and draw no chance but what they are given")
    func given() throws {
        for target in try Self.targets() where Self.pure.contains(target.name) || target.name == "Service" {
            for file in try Repository.files(under: target.path, kind: "swift")
            where Self.impure.contains(where: { file.mentions($0) }) {
                for (index, line) in codeAlone(file.text).enumerated() {
                    let word = Self.impurity(of: String(line))
                    #expect(word == nil, "\(file.path):\(index + 1): \(word ?? ""): take it from the ports")
                }
            }
        }
        #expect(["let a = Date()", "Int.random(in: 1...6)"].allSatisfy { Self.impurity(of: $0) != nil })
        #expect(
            ["Int.random(in: 1...6, using: &chance)", "context.random(32)"].allSatisfy { Self.impurity(of: $0) == nil })
    }

    @Test("nothing sends HTTP by FoundationNetworking, whose redirections end the process")
    func noFoundationNetworking() throws {
        for file in try ["Sources", "Clients", "Tests"].flatMap({ try Repository.files(under: $0, kind: "swift") }) {
            #expect(!Self.imports(of: file).contains("FoundationNetworking"), "\(file.path)")
        }
    }

    @Test("a target of the manifest depends only on what stands above it")
    func order() throws {
        var above: Set<String> = [
            "CSodium", "CSQLite", "COpenSSL", "CCurl", "CQRCode", "CZlib", "CMicroHTTPD", "CXlsxWriter", "CExpat",
            "CCairo",
            "CLinux", "CFont", "CPages",
        ]
        for target in try Self.targets() {
            let below = target.imports.subtracting(above)
            #expect(below.isEmpty, "\(target.name) depends on \(below), which stand below it")
            above.insert(target.name)
        }
    }

    @Test("imports are found in every form they have, and not in comments and literals")
    func found() {
        let file = Repository.File(
            path: "A.swift",
            text: """
                import One
                package import Two
                @testable import Three
                internal import struct Four.Value
                // import Five
                let text = "import Six"
                """)
        #expect(Self.imports(of: file) == ["One", "Two", "Three", "Four"])
    }
}
