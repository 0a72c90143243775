/// Returns a trimmed text of 1 … `limit` characters. Throws `invalid` if it contains characters that hide or reorder
/// text.
package func checkedTitle(_ text: String, field: String, limit: Int) throws(Refusal) -> String {
    let title = trimmed(text)
    guard !title.isEmpty else {
        throw Refusal(.invalid, field: field, "must not be empty", zh: "不能为空")
    }
    guard title.unicodeScalars.count <= limit else {
        throw Refusal(.invalid, field: field, "at most \(limit) characters", zh: "最多 \(limit) 个字符")
    }
    if let place = title.unicodeScalars.firstIndex(where: isDeceptive) {
        let number = title.unicodeScalars.distance(from: title.startIndex, to: place) + 1
        let hex = String(title.unicodeScalars[place].value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        throw Refusal(
            .invalid, field: field,
            "character \(number) is \(code), which is invisible or changes how the text is shown; delete it",
            zh: "第 \(number) 个字符为 \(code)，不可见或会改变文字显示，请删除")
    }
    return title
}

/// True for characters that are invisible or change how others are shown: controls (NUL, line ends, tabs), format
/// characters (zero-width, bidirectional, byte order mark, tags), line and paragraph separators, and five blank letters
/// and symbols. Private-use and unassigned characters are allowed: rare names arrive as such from older encodings.
package func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    // The controls are all that hides among ASCII; the table of categories is slow.
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800].contains(scalar.value)
    }
}

/// Replaces everything between the first and the last characters by stars; of a shorter text, all but the first
/// character.
func mask(_ text: String, first: Int, last: Int) -> String {
    let characters = Array(text)
    guard characters.count > first + last else {
        return String(characters.prefix(1)) + String(repeating: "*", count: max(0, characters.count - 1))
    }
    return String(characters.prefix(first)) + String(repeating: "*", count: characters.count - first - last)
        + String(characters.suffix(last))
}

/// Converts full-width ASCII (`１３８`, `Ｘ`, `＋`), which Chinese input methods produce, to its ordinary form.
func halfWidth(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
        result.append(plain ?? (scalar.value == 0x3000 ? " " : scalar))
    }
    return String(result)
}
