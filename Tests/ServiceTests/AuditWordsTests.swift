import Application
import ClientKit
import Foundation
import Messages
import Testing

/// ACC-10: what audit entries say, in both languages.
@Suite struct AuditWordsTests {
    @Test("a literal is put into Chinese word by word, signs too; values stay, and enumerations have their names")
    func detail() {
        let (person, reason) = (12, "base moved: 调离")
        let detail: AuditDetail = "person \(person): \(Role.examiner)@\(7) taken: \(reason)"
        #expect(detail.en == "person 12: examiner@7 taken: base moved: 调离")
        #expect(detail.zh == "人员 12：考官@7 撤销：base moved: 调离")
        let both = detail + ", " + ["a \(1)", "b \(2)"].joined(separator: "; ")
        #expect(both.en.hasSuffix(", a 1; b 2") && both.zh.hasSuffix("，a 1；b 2"))
        let none: Role? = nil
        #expect(("→ \(none)" as AuditDetail).zh == "→ ")
    }

    @Test("every word of an audit detail in the sources has a Chinese one")
    func words() throws {
        var count = 0
        for (path, statement) in try Self.statements() {
            for segment in Self.segments(of: statement) {
                count += 1
                let missing = AuditWords.missing(in: segment)
                #expect(missing.isEmpty, "\(path): \(missing) in “\(segment)”")
            }
        }
        #expect(count > 300)
    }

    @Test("every method of the protocol has a name in both languages for lists of what was done")
    func methods() {
        for method in Method.allCases {
            #expect(AuditedNames.missing(in: method.name).isEmpty, "\(method.name)")
            let phrase = AuditedNames.phrase(method.name)
            #expect(!phrase.zh.contains { $0.isASCII && $0.isLetter }, "\(phrase.zh)")
        }
        #expect(
            AuditedNames.phrase("Projects.ChangeOffering").en == "projects: change offering"
                && AuditedNames.phrase("Projects.ChangeOffering").zh == "项目：变更期次")
        // Leave from a class is no leaving of a unit.
        #expect(AuditedNames.phrase("Leaves.RequestLeave").zh == "请假：申请请假")
        #expect(AuditedNames.phrase("Members.Leave").zh == "人员：退出")
        for method in Method.allCases where method.name.hasPrefix("Leaves.") {
            #expect(!AuditedNames.phrase(method.name).zh.contains("退出"), "\(method.name)")
        }
        #expect(AuditedNames.named.allSatisfy { name in Method.allCases.contains { $0.name == name } })
    }

    @Test("ACC-10 a place in an audit detail is named by what it is")
    func places() {
        #expect(("certificate \(3) at base \(7)" as AuditDetail).zh == "证书 3 基地 7")
        #expect(AuditWords.missing(in: " at ") == ["at"])
    }

    /// The statements that set a detail, and the bodies that make one.
    private static func statements() throws -> [(path: String, text: String)] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Service")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            return lines.indices.filter { index in
                let line = lines[index]
                return line.contains("auditDetail = ") || line.contains("auditDetail += ")
                    || line.contains("-> AuditDetail {") || line.contains(": AuditDetail {")
                    || line.contains(": AuditDetail = ")
            }.map { start in
                let indent = lines[start].prefix { $0 == " " }.count
                let rest = lines[(start + 1)...].prefix { $0.prefix { $0 == " " }.count > indent }
                return (
                    "\(file.lastPathComponent):\(start + 1)",
                    ([lines[start]] + rest).joined(separator: "\n")
                )
            }
        }
    }

    /// The texts of the literals of a statement, those within interpolations too, without the interpolations.
    private static func segments(of statement: String) -> [String] {
        var rest = Substring(statement)
        var found: [String] = []

        func expression(until end: Character?) {
            while let character = rest.popFirst() {
                if character == end { return }
                if character == "(" { expression(until: ")") }
                if character == "\"" { literal() }
            }
        }
        func literal() {
            var text = ""
            while let character = rest.popFirst(), character != "\"" {
                if character == "\\", rest.first == "(" {
                    rest.removeFirst()
                    found.append(text)
                    text = ""
                    expression(until: ")")
                } else {
                    text.append(character)
                }
            }
            found.append(text)
        }
        expression(until: nil)
        return found.filter { !$0.isEmpty }
    }
}
