import Foundation
import Testing

@Suite struct WordTests {
    private static func product() throws -> [Repository.File] {
        try Repository.files(under: "Sources", "Clients", kind: "swift")
    }

    /// The 1-based numbers of the lines that match the pattern.
    private static func hits(_ pattern: Regex<Substring>, in lines: [some StringProtocol]) -> [Int] {
        lines.indices.filter { String(lines[$0]).firstMatch(of: pattern) != nil }.map { $0 + 1 }
    }

    private static var vagueName: Regex<Substring> {
        /\b(?:class|struct|enum|actor|protocol|typealias) \w*(?:Manager|Helper|Utils|Util)\b/
    }
    private static var giveUp: Regex<Substring> { /\btry!|\bfatalError\(/ }
    private static var unfinished: Regex<Substring> { /\bTODO\b|\bFIXME\b|\bXXX\b/ }
    private static var sleep: Regex<Substring> { /\b(?:u|nano)?sleep\(|\bTask\.sleep|\btime\.sleep|\basyncio\.sleep/ }

    @Test("no product source has vague type names, gives up by trap, or says it is unfinished")
    func words() throws {
        let files = try Self.product()
        #expect(files.count > 150)
        for file in files
        where file.mentions("Manager", "Helper", "Util", "try!", "fatalError", "TO" + "DO", "FIX" + "ME", "XXX") {
            let code = codeAlone(file.text)
            for (what, lines) in [
                ("a type name that says nothing", Self.hits(Self.vagueName, in: code)),
                ("a trap in place of an error", Self.hits(Self.giveUp, in: code)),
                ("unfinished", Self.hits(Self.unfinished, in: file.lines)),
            ] {
                #expect(lines.isEmpty, "\(file.path):\(lines): \(what)")
            }
        }
    }

    @Test("no test sleeps")
    func sleeps() throws {
        for file in try Repository.files(under: "Tests", kind: "swift") where file.mentions("sleep") {
            let lines = Self.hits(Self.sleep, in: codeAlone(file.text))
            #expect(lines.isEmpty, "\(file.path):\(lines): waits for time instead of an outcome")
        }
        for file in try Repository.files(under: "Clients/Python/tests", kind: "py") {
            #expect(Self.hits(Self.sleep, in: file.lines).isEmpty, "\(file.path): waits for time instead of an outcome")
        }
    }

    @Test("whatever the compiler is told not to check says why above it")
    func unchecked() throws {
        for file in try Repository.files(under: "Sources", "Clients", "Tests", kind: "swift")
        where file.mentions("@unchecked Sendable", "nonisolated(unsafe)") {
            for number in Self.unexplained(file.text) {
                Issue.record("\(file.path):\(number): does not say why that is safe")
            }
        }
    }

    /// Returns lines with `@unchecked Sendable` without a comment as their first line inside or "Unchecked: …" above
    /// them, and lines with `nonisolated(unsafe)` without a comment above.
    private static func unexplained(_ source: String) -> [Int] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let code = codeAlone(source)
        return code.indices.filter { index in
            let isUnchecked = code[index].contains("@unchecked Sendable")
            guard isUnchecked || code[index].contains("nonisolated(unsafe)") else { return false }
            var comment = ""
            var above = index - 1
            while above >= 0 {
                let line = lines[above].drop { $0 == " " }
                // One comment may cover several such lines, and precede attributes.
                let isPassed = line.hasPrefix("@") || code[above].contains("nonisolated(unsafe)")
                guard line.hasPrefix("//") || isPassed else { break }
                if line.hasPrefix("//") { comment += line }
                above -= 1
            }
            guard isUnchecked else { return comment.isEmpty }
            let isExplainedInside = index + 1 < lines.count && lines[index + 1].drop { $0 == " " }.hasPrefix("//")
            return !isExplainedInside && !comment.contains("Unchecked: ")
        }.map { $0 + 1 }
    }

    @Test("files of product code are short enough to be read in one sitting: 400 lines, generated ones aside")
    func lengths() throws {
        for file in try Self.product() where !file.isGenerated {
            #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test("no file names a place of one machine")
    func places() throws {
        // Spelled in parts, so that this file passes too.
        let places = ["/wo" + "rk/", "/tmp/" + "rc", "/ho" + "me/", "/ro" + "ot/"]
        let files = try Repository.files(under: "")
        #expect(files.count > 300)
        for file in files {
            for place in places where file.mentions(place) {
                let lines = file.lines.indices.filter { file.lines[$0].contains(place) }.map { $0 + 1 }
                Issue.record("\(file.path):\(lines): \(place)")
            }
        }
    }

    @Test("what the words look for is found, and not in comments and literals")
    func found() {
        let source = """
            final class PageManager {} // a Helper
            let a = try! b() // try!
            let c = "try! fatalError(" + "sleep(1)"
            fatalError("no")
            usleep(5)
            nonisolated(unsafe) var d = 0
            // It is confined.
            nonisolated(unsafe) var e = 0
            nonisolated(unsafe) var f = 0
            // For some reason.
            struct G: @unchecked Sendable {}
            let g = G()
            /// Unchecked: never changes.
            @safe
            struct H: @unchecked Sendable {}
            struct I: @unchecked Sendable {
                // Sendable by hand: never changes.
            }
            """
        let code = codeAlone(source)
        #expect(Self.hits(Self.vagueName, in: code) == [1])
        #expect(Self.hits(Self.giveUp, in: code) == [2, 4])
        #expect(Self.hits(Self.sleep, in: code) == [5])
        #expect(Self.unexplained(source) == [6, 11])
    }
}
