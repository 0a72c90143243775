package import Domain
import Glibc

/// BAT-2: the text of an uploaded file as UTF-8. Told apart by content: a byte order mark names UTF-16, valid UTF-8 is
/// UTF-8, anything else is GB18030, of which GBK and GB2312 are parts. Workbooks and web pages are refused by name.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16 = "UTF-16"

    /// - Returns: the text as UTF-8.
    /// - Throws: a refusal that says what the file is, or in which line its bytes are no text.
    package static func decode(_ bytes: [UInt8]) throws(Refusal) -> (text: [UInt8], encoding: TextEncoding) {
        if let kind = notText(bytes) {
            throw refusal(
                "this is \(kind.en), no text; open it and save it as “CSV UTF-8”",
                zh: "这是\(kind.zh)，不是文本文件；请打开后另存为“CSV UTF-8”")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            guard let text = convert(bytes, from: .utf16) else {
                throw refusal(
                    "UTF-16 text that is cut or damaged; save it as “CSV UTF-8”", zh: "UTF-16 文本不完整或已损坏，请另存为“CSV UTF-8”"
                )
            }
            return (text, .utf16)
        }
        guard let wrong = firstWrongByte(bytes) else { return (bytes, .utf8) }
        guard let text = convert(bytes, from: .gb18030) else {
            let line = 1 + bytes[..<wrong].count { $0 == 0x0A }
            throw refusal(
                "neither UTF-8 nor GB18030 text: line \(line) has bytes of no character; save it as “CSV UTF-8”",
                zh: "文件编码既不是 UTF-8 也不是 GB18030：第 \(line) 行含无法识别的字节，请另存为“CSV UTF-8”")
        }
        return (text, .gb18030)
    }

    private static func refusal(_ english: String, zh chinese: String) -> Refusal {
        Refusal(.invalid, field: "file", english, zh: chinese)
    }

    /// Names a kind of file that is often sent in place of text.
    private static func notText(_ bytes: [UInt8]) -> Phrase? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return Phrase("an Excel workbook (.xlsx)", " Excel 工作簿（.xlsx）")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return Phrase("an Excel workbook (.xls, or one with a password)", " Excel 工作簿（.xls 或加密文件）")
        }
        if bytes.starts(with: "%PDF".utf8) { return Phrase("a PDF document", " PDF 文档") }
        let start = bytes.prefix(64).drop {
            $0 == 0x20 || $0 == 0x0D || $0 == 0x0A || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
        }
        let isPage = start.first == UInt8(ascii: "<")
        return isPage ? Phrase("a web page or XML saved under another name", "另存为其他扩展名的网页或 XML ") : nil
    }

    /// The place of the first byte that is not UTF-8; nil for UTF-8.
    private static func firstWrongByte(_ bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func convert(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
        let descriptor = unsafe iconv_open("UTF-8", encoding.rawValue)
        guard unsafe descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { unsafe iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes become at most three of UTF-8; one stays one.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
        var (left, room) = (input.count, output.count)
        let isConverted = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                return unsafe iconv(descriptor, &from, &left, &to, &room) != -1
            }
        }
        guard isConverted, left == 0 else { return nil }
        return output.dropLast(room).map { UInt8(bitPattern: $0) }
    }
}
