import ClientKit
import Foundation
import QRCodes
import Testing

@Suite struct QRCodeTests {
    /// The modules of the lines on a terminal, true for dark.
    private func modules(_ lines: [String]) -> [[Bool]] {
        lines.flatMap { line -> [[Bool]] in
            let blocks = line.dropFirst("\u{1B}[38;5;16;48;5;231m".count).dropLast("\u{1B}[0m".count)
            return [blocks.map { $0 == "█" || $0 == "▀" }, blocks.map { $0 == "█" || $0 == "▄" }]
        }
    }

    @Test("ATT-1a a code on a terminal has three finders and a quiet zone of four modules")
    func finders() throws {
        let code = try #require(QRCode("RV1-0600P07ABCDEFGHJKMNPQRST"))
        let rows = modules(code.lines)
        #expect(code.columns == code.width + 8 && rows[0].count == code.columns)
        for edge in [0, 3, 4 + code.width, code.columns - 1] {
            #expect(rows.allSatisfy { !$0[edge] } && rows[edge].allSatisfy { !$0 })
        }
        let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        for (row, column) in [(4, 4), (4, code.width - 3), (code.width - 3, 4)] {
            let found = (0..<7).map { line in (0..<7).map { rows[row + line][column + $0] ? "1" : "0" }.joined() }
            #expect(found == finder)
        }
    }

    @Test("the smallest code that holds a text of capitals and digits fits on eighty columns and twenty-four lines")
    func fits() throws {
        for (count, width) in [(20, 21), (38, 25), (61, 29), (90, 33)] {
            let code = try #require(QRCode(String(repeating: "A", count: count)))
            #expect(code.width == width)
            #expect(code.columns <= 80 && code.lines.count <= 22)
        }
    }

    @Test("an empty text and one beyond the largest code have none")
    func none() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 3000)) == nil)
    }

    @Test("a picture is a PNG of the code's modules")
    func picture() throws {
        let code = try #require(QRCode("RV1"))
        let png = code.png(scale: 4)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(Array(png[16..<24]) == [0, 0, 0, UInt8(4 * code.columns), 0, 0, 0, UInt8(4 * code.columns)])
        #expect(png.count < 1000)
    }

    @Test("ATT-1a an independent reader reads from the picture what was written", arguments: [1, 40, 200, 900])
    func read(count: Int) throws {
        let text = "RV1-" + String(repeating: "0123456789ABCDEFGHJKMNPQRSTVWXYZ", count: 29).prefix(count)
        #expect(try Self.zbar(try #require(QRCode(text)).png(scale: 4)) == text + "\n")
    }

    /// A code as long as a venue's.
    private static let venue = "RV1-0600P07ABCDEFGHJKMNPQRSTVWXYZ01234"

    @Test("ATT-1b an independent decoder makes of the sixels a picture that is read", arguments: [1, 2, 5, 9])
    func sixels(scale: Int) throws {
        let code = try #require(QRCode(Self.venue))
        let picture = try Self.run(
            ["/usr/bin/sixel2png", "-i", "-", "-o", "-"], Array(code.sixel(scale: scale).utf8))
        #expect(picture[16..<20].reduce(0) { $0 << 8 | Int($1) } == scale * code.columns)
        #expect(try scale < 2 || Self.zbar(picture) == Self.venue + "\n")
    }

    @Test(
        "ATT-1b kitty gets a whole PNG in chunks of at most 4,096 characters, the last one marked", arguments: [2, 24])
    func kitty(scale: Int) throws {
        let code = try #require(QRCode(String(repeating: "RV1-0600P07ABC", count: 30)))
        let text = code.kitty(scale: scale)
        let chunks = text.split(separator: "\u{1B}\\").map { $0.split(separator: ";", maxSplits: 1) }
        #expect(chunks.allSatisfy { $0[0].hasPrefix("\u{1B}_G") && $0[1].utf8.count <= 4096 })
        #expect(chunks.dropLast().allSatisfy { $0[0].hasSuffix("m=1") } && chunks.last?[0].hasSuffix("m=0") == true)
        #expect(chunks.map { $0[0].contains("a=T,f=100") } == chunks.indices.map { $0 == 0 })
        let picture = try #require(Data(base64Encoded: chunks.map { String($0[1]) }.joined()))
        #expect(try Self.zbar(Array(picture)) == String(repeating: "RV1-0600P07ABC", count: 30) + "\n")
    }

    private static func zbar(_ picture: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID()).png")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(picture).write(to: file)
        return String(
            decoding: try run(
                [
                    "/usr/bin/zbarimg", "--quiet", "--raw", "--set", "*.enable=0", "--set", "qrcode.enable=1",
                    file.path,
                ], []), as: UTF8.self)
    }

    private static func run(_ command: [String], _ input: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID()).in")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(input).write(to: file)
        let (process, out) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = try FileHandle(forReadingFrom: file)
        (process.standardOutput, process.standardError) = (out, FileHandle.nullDevice)
        try process.run()
        let bytes = try out.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(bytes)
    }
}
