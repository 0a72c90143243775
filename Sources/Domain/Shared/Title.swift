/// A name or title that people read: trimmed, 1 … `limit` characters, without characters that hide or reorder text.
package func checkedTitle(_ text: String, field: String, limit: Int) throws(Refusal) -> String {
    let title = trimmed(text)
    guard !title.isEmpty else {
        throw Refusal(.invalid, field: field, "must not be empty", zh: "不能为空")
    }
    guard title.unicodeScalars.count <= limit else {
        throw Refusal(.invalid, field: field, "at most \(limit) characters", zh: "最多 \(limit) 个字符")
    }
    guard !title.unicodeScalars.contains(where: isDeceptive) else {
        throw Refusal(
            .invalid, field: field, "control, zero-width and direction characters are not allowed",
            zh: "不得包含控制字符、零宽字符或方向控制字符")
    }
    return title
}

/// Characters that are not seen or that change how others are shown: controls (NUL, line ends, tabs), format
/// characters (zero-width, bidirectional, byte order mark, tags), separators of lines and paragraphs, and five signs
/// that are letters or symbols by class but look like nothing. Private-use and unassigned characters stay: rare names
/// arrive as such from older encodings.
package func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800].contains(scalar.value)
    }
}
