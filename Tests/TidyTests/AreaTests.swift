import Foundation
import Testing

/// The areas of the service and who uses whom, compared with the map in `Docs/Architecture.md`.
@Suite struct AreaTests {
    /// One row of the map.
    private struct Area {
        let folder: String
        let type: String
        let uses: [String]
    }

    private static let sources = "Sources/Service"
    /// Folders that every area may use; the first extends the caller's rights, the second holds tables.
    private static let everybodys: Set<String> = ["Authority", "Schema"]
    /// The folder of the tables of handlers, which composes the areas as the files directly in the module's folder do.
    private static let composition = "Routes"

    private static func map() throws -> [Area] {
        let text = try String(
            contentsOf: Repository.root.appendingPathComponent("Docs/Architecture.md"), encoding: .utf8)
        return text.matches(of: /(?m)^\| ([A-Z]\w+) \| `(\w+)` \|([^|]*)\|[^|]+\|$/).map { match in
            Area(
                folder: String(match.output.1), type: String(match.output.2),
                uses: match.output.3.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty })
        }
    }

    /// The code of an area's files, by folder; what stands directly in the module's folder composes them.
    private static func code() throws -> [String: [(path: String, lines: [String])]] {
        var found: [String: [(path: String, lines: [String])]] = [:]
        for file in try Repository.files(under: sources, kind: "swift") {
            let parts = file.path.dropFirst(sources.count + 1).split(separator: "/")
            let folder = parts.count > 1 && parts[0] != composition ? String(parts[0]) : ""
            found[folder, default: []].append((file.path, codeAlone(file.text)))
        }
        return found
    }

    private static func words(_ line: String) -> [Substring] { line.matches(of: /\w+/).map(\.output) }

    @Test("every area stands in the map, and uses only what stands above it there")
    func order() throws {
        let map = try Self.map()
        #expect(map.count > 15)
        #expect(Set(map.map(\.folder)) == Set(try Self.code().keys).subtracting(Self.everybodys).subtracting([""]))
        var above: Set<String> = []
        for area in map {
            #expect(above.isSuperset(of: area.uses), "\(area.folder) uses what stands below it in the map")
            above.insert(area.folder)
        }
    }

    @Test("an area names the types and functions of exactly those areas that the map says it uses")
    func edges() throws {
        let code = try Self.code()
        let declaration = /^(?:package |final |indirect )*(?:struct|enum|class|func|typealias|let|protocol) (\w+)/
        var owner: [Substring: String] = [:]
        for (folder, files) in code where !folder.isEmpty && !Self.everybodys.contains(folder) {
            for line in files.flatMap(\.lines) {
                guard let name = line.prefixMatch(of: declaration)?.output.1 else { continue }
                owner[Substring(String(name))] = folder
            }
        }
        #expect(owner.count > 80)
        for area in try Self.map() {
            var used: [String: String] = [:]
            for file in code[area.folder] ?? [] {
                for word in file.lines.flatMap(Self.words) {
                    guard let other = owner[word], other != area.folder else { continue }
                    used[other] = "\(file.path) names \(word)"
                }
            }
            for (other, place) in used where !area.uses.contains(other) {
                Issue.record("\(place) of \(other), which the map does not let \(area.folder) use")
            }
            for other in area.uses where used[other] == nil {
                Issue.record("the map lets \(area.folder) use \(other), which it does not")
            }
        }
    }

    @Test("each area declares the type that the map names, and only what composes the areas extends Service")
    func types() throws {
        let code = try Self.code()
        for area in try Self.map() {
            let lines = (code[area.folder] ?? []).flatMap(\.lines)
            #expect(lines.contains { $0.contains("final class \(area.type): Sendable {") }, "\(area.folder)")
        }
        for (folder, files) in code where !folder.isEmpty {
            for file in files where file.lines.contains(where: { Self.words($0).contains("Service") }) {
                Issue.record("\(file.path) of \(folder) names Service")
            }
        }
    }

    @Test("a method that another area calls has a doc comment: it is part of its area's face")
    func faces() throws {
        let map = try Self.map()
        let code = try Self.code()
        /// Of the type of an area, the name under which others hold it.
        var holders: [String: String] = [:]
        for area in map {
            for line in (code[area.folder] ?? []).flatMap(\.lines) {
                guard let match = line.firstMatch(of: /^    let (\w+): (\w+)$/) else { continue }
                if let held = map.first(where: { $0.type == match.output.2 }) {
                    holders[String(match.output.1)] = held.folder
                }
            }
        }
        #expect(holders.count > 12)
        var called: [String: Set<String>] = [:]
        for area in map {
            for line in (code[area.folder] ?? []).flatMap(\.lines) {
                for match in line.matches(of: /\b(\w+)\.(\w+)\(/) {
                    guard let other = holders[String(match.output.1)], other != area.folder else { continue }
                    called[other, default: []].insert(String(match.output.2))
                }
            }
        }
        for file in try Repository.files(under: Self.sources, kind: "swift") {
            let folder = String(file.path.dropFirst(Self.sources.count + 1).prefix { $0 != "/" })
            guard let names = called[folder] else { continue }
            let lines = file.lines.filter { !$0.hasPrefix("    @") }
            for (before, line) in zip(lines, lines.dropFirst()) {
                guard let match = line.firstMatch(of: /^    (?:package |static )*func (\w+)/) else { continue }
                guard names.contains(String(match.output.1)) else { continue }
                let above = before.trimmingCharacters(in: .whitespaces)
                #expect(above.hasPrefix("///"), "\(file.path): others call \(match.output.1)")
            }
        }
    }
}
