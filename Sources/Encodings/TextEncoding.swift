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
        var probe = EncodingProbe()
        try probe.look(at: bytes)
        let converter = TextConverter(probe.finish())
        return (try converter.convert(bytes, isLast: true), converter.encoding)
    }

    fileprivate static func refusal(_ english: String, zh chinese: String) -> Refusal {
        Refusal(.invalid, field: "file", english, zh: chinese)
    }

    /// Names a kind of file that is often sent in place of text.
    fileprivate static func notText(_ bytes: [UInt8]) -> Phrase? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return Phrase("an Excel workbook (.xlsx)", " Excel 工作簿（.xlsx）")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return Phrase("an Excel workbook (.xls, or one with a password)", " Excel 工作簿（.xls 或加密文件）")
        }
        if bytes.starts(with: "%PDF".utf8) { return Phrase("a PDF document", " PDF 文档") }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return Phrase("a JPEG picture", " JPEG 图片") }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return Phrase("a PNG picture", " PNG 图片") }
        let start = bytes.prefix(64).drop {
            $0 == 0x20 || $0 == 0x0D || $0 == 0x0A || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
        }
        let isPage = start.first == UInt8(ascii: "<")
        return isPage ? Phrase("a web page or XML saved under another name", "另存为其他扩展名的网页或 XML ") : nil
    }
}

/// Tells the encoding of text that comes in pieces.
package struct EncodingProbe {
    private var isBegun = false
    private var isUTF16 = false
    /// The end of the last piece, which may be the beginning of a character.
    private var tail: [UInt8] = []
    private var lines = 1
    private var wrongLine: Int?

    package init() {}

    /// - Throws: a refusal of what is no text, from its first piece.
    package mutating func look(at piece: [UInt8]) throws(Refusal) {
        if !isBegun {
            isBegun = true
            if let kind = TextEncoding.notText(piece) {
                throw TextEncoding.refusal(
                    "this is \(kind.en), no text; open it and save it as “CSV UTF-8”",
                    zh: "这是\(kind.zh)，不是文本文件；请打开后另存为“CSV UTF-8”")
            }
            isUTF16 = piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF])
        }
        guard wrongLine == nil, !isUTF16 else { return }
        let bytes = tail + piece
        let wrong = Self.firstWrongByte(bytes) ?? bytes.count
        lines += bytes[..<wrong].count { $0 == 0x0A }
        tail = Array(bytes[wrong...])
        if tail.count > 3 { (wrongLine, tail) = (lines, []) }
    }

    /// Call it once, after the last piece.
    package func finish() -> (encoding: TextEncoding, wrongLine: Int) {
        if isUTF16 { return (.utf16, 0) }
        let isValid = wrongLine == nil && tail.isEmpty
        return isValid ? (.utf8, 0) : (.gb18030, wrongLine ?? lines)
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
}

/// Turns text that comes in pieces into UTF-8.
@safe package final class TextConverter {
    package let encoding: TextEncoding
    /// The first line that is not UTF-8.
    private let wrongLine: Int
    // Opened by the initialiser, closed by the deinitialiser, and used by its one owner between.
    private let descriptor: iconv_t?
    /// The beginning of a character whose end is in the next piece.
    private var tail: [UInt8] = []

    package init(_ found: (encoding: TextEncoding, wrongLine: Int)) {
        (encoding, wrongLine) = found
        let isPlain = found.encoding == .utf8
        unsafe descriptor = isPlain ? nil : unsafe iconv_open("UTF-8", found.encoding.rawValue)
    }

    deinit {
        if let descriptor = unsafe descriptor, unsafe descriptor != iconv_t(bitPattern: -1) {
            unsafe iconv_close(descriptor)
        }
    }

    /// - Throws: a refusal that says in which line bytes are no text.
    package func convert(_ piece: [UInt8], isLast: Bool) throws(Refusal) -> [UInt8] {
        guard let descriptor = unsafe descriptor else { return piece }
        guard unsafe descriptor != iconv_t(bitPattern: -1) else { throw refusal }
        var input = (tail + piece).map { CChar(bitPattern: $0) }
        // Two bytes become at most three of UTF-8; one stays one.
        var output = [CChar](repeating: 0, count: input.count * 2 + 4)
        var (left, room) = (input.count, output.count)
        let isConverted = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                // A character that is cut may go on in the next piece.
                return unsafe iconv(descriptor, &from, &left, &to, &room) != -1 || errno == EINVAL
            }
        }
        guard isConverted, left == 0 || !isLast else { throw refusal }
        tail = input.suffix(left).map { UInt8(bitPattern: $0) }
        return output.dropLast(room).map { UInt8(bitPattern: $0) }
    }

    private var refusal: Refusal {
        encoding == .utf16
            ? TextEncoding.refusal(
                "UTF-16 text that is cut or damaged; save it as “CSV UTF-8”", zh: "UTF-16 文本不完整或已损坏，请另存为“CSV UTF-8”")
            : TextEncoding.refusal(
                "neither UTF-8 nor GB18030 text: line \(wrongLine) has bytes of no character; save it as “CSV UTF-8”",
                zh: "文件编码既不是 UTF-8 也不是 GB18030：第 \(wrongLine) 行含无法识别的字节，请另存为“CSV UTF-8”")
    }
}
