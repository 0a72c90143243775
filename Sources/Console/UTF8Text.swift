/// Decodes text from outside, without the byte order mark that some editors put in front; nil unless it is UTF-8. Nothing is
/// replaced: whoever typed it is told instead.
package func utf8Text(_ bytes: [UInt8]) -> String? {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return String(validating: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
}
