import Glibc

/// BAT-2: the text of an uploaded file as UTF-8. Told apart by content: what is valid UTF-8 is UTF-8, anything else is
/// GB18030, of which GBK and GB2312 are parts.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"

    /// The text as UTF-8; `nil` for bytes that are text in neither.
    package static func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
        guard !isUTF8(bytes) else { return (bytes, .utf8) }
        guard let text = fromGB18030(bytes) else { return nil }
        return (text, .gb18030)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
        let descriptor = unsafe iconv_open("UTF-8", "GB18030")
        guard unsafe descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { unsafe iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes of GB18030 become at most three of UTF-8; one stays one.
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
