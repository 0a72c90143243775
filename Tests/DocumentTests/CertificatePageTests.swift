import Documents
import Foundation
import QRCodes
import Signatures
import Testing

@Suite struct CertificatePageTests {
    @Test("CRT-1 a signed certificate has one page, one font and at most 40 KB, and its text can be searched")
    func small() throws {
        let file = try Paper.sign(Paper.page().pdf())
        #expect(file.count <= 40_000, "\(file.count) bytes")
        try Paper.onDisk(file) { path in
            #expect(try Tool.run("pdffonts", path).split(separator: "\n").count == 3, "a heading, a line and one font")
            #expect(try Tool.run("pdffonts", path).contains("RollcallSans"))
            #expect(try Tool.run("pdfinfo", path).contains("Pages:           1"))
            let text = try Tool.run("pdftotext", "-layout", path, "-")
            for field in Paper.page().fields { #expect(text.contains(field.label)) }
            #expect(text.contains("心血管疾病规范化诊疗新进展"))
        }
    }

    @Test("CRT-1 each of the 8,105 characters of the table of common characters has a glyph, in one font a file")
    func common() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/common-characters.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(Set(lines.joined().unicodeScalars).count == 8105)
        for start in stride(from: 0, to: lines.count, by: 6) {
            let part = lines[start..<min(start + 6, lines.count)]
            let page = Paper.page(fields: part.map { .init("字", $0) })
            try Paper.onDisk(try page.pdf()) { path in
                #expect(try Tool.run("pdffonts", path).split(separator: "\n").count == 3)
                let read = Set(try Tool.run("pdftotext", path, "-").unicodeScalars)
                let missing = part.joined().unicodeScalars.filter { !read.contains($0) }
                #expect(missing.isEmpty, "\(missing)")
            }
        }
    }

    @Test("a character that the font lacks is refused by name, and leaves no gap", arguments: ["𠮷", "😀", "\n", "ཀ"])
    func unprintable(character: Character) {
        #expect(throws: CertificatePage.Fault.unprintable(UnprintableCharacter(character: character))) {
            try Paper.page(fields: [.init("姓名", "王\(character)")]).pdf()
        }
    }

    @Test("long fields are set smaller and broken into lines; what fits no page is refused")
    func long() throws {
        let name = String(repeating: "心血管疾病规范化诊疗，", count: 20)
        try Paper.onDisk(try Paper.page(fields: (0..<4).map { .init("项目\($0)", name) }).pdf()) { path in
            let lines = try Tool.run("pdftotext", "-layout", path, "-").split(separator: "\n")
            #expect(lines.filter { $0.contains("心血管") }.count > 4)
            #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("，") }, "a line begins with a comma")
            #expect(lines.joined().filter { $0 == "，" }.count >= 80, "nothing was cut")
        }
        #expect(throws: CertificatePage.Fault.tooLong) {
            try Paper.page(fields: (0..<40).map { .init("项目\($0)", name) }).pdf()
        }
    }

    @Test("CRT-1 an independent reader reads the code from a picture of the page")
    func scanned() throws {
        try Paper.onDisk(try Paper.sign(Paper.page().pdf())) { path in
            _ = try Tool.run("pdftoppm", "-png", "-r", "150", "-singlefile", path, path)
            let read = try Tool.run(
                "zbarimg", "--quiet", "--raw", "--set", "*.enable=0", "--set", "qrcode.enable=1", path + ".png")
            #expect(read == Paper.code + "\n")
        }
    }

    @Test("the same page gives the same bytes, on any thread")
    func same() async throws {
        let first = try Paper.page().pdf()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try Paper.page().pdf() } }
            for try await other in group { #expect(other == first) }
        }
    }
}
