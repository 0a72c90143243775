// The width of text in a terminal, and the removal of characters that control it.

extension Unicode.Scalar {
    /// True for control characters, invisible marks, and characters that change the direction of text: names come from
    /// uploads by strangers.
    var steersTerminal: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        // Letters and a symbol by class that display as nothing.
        default: return [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800].contains(value)
        }
    }

    fileprivate static let joiner: Unicode.Scalar = "\u{200D}"

    /// True if a joiner may follow this scalar: they form one emoji.
    fileprivate var isJoined: Bool { properties.isEmojiPresentation || properties.isEmojiModifier || value == 0xFE0F }

    /// Columns in a terminal: 2 for East Asian wide and full-width forms and emoji, 0 for combining marks and joiners,
    /// else 1.
    fileprivate var columns: Int {
        // Fast path: nothing below the combining marks is wide or zero.
        if value < 0x300 { return 1 }
        if properties.isEmojiPresentation || Self.wide.contains(where: { $0.contains(value) }) { return 2 }
        // Vowels and finals of Korean syllables combine with their initial.
        if (0x1160...0x11FF).contains(value) { return 0 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    /// East_Asian_Width W and F without the emoji, with the unassigned gaps between them.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}

extension Character {
    var columns: Int {
        let scalars = unicodeScalars
        // A family, a flag or a skin tone is one character of several scalars; so is a letter with an emoji selector.
        let isEmoji = scalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
        return isEmoji ? 2 : scalars.reduce(0) { $0 + $1.columns }
    }
}

extension StringProtocol {
    /// The columns this text takes in a terminal.
    package var columns: Int { reduce(0) { $0 + $1.columns } }

    /// This text with control characters and invisible marks escaped.
    package var harmless: String {
        guard unicodeScalars.contains(where: \.steersTerminal) else { return String(self) }
        var text = ""
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            let isJoiner = scalar == .joiner && previous?.isJoined == true
            let shown: Unicode.Scalar? =
                switch scalar.value {
                case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
                case 0x7F: "\u{2421}"
                default: scalar.steersTerminal && !isJoiner ? "\u{FFFD}" : scalar
                }
            text.unicodeScalars.append(shown ?? "\u{FFFD}")
            previous = scalar
        }
        return text
    }

    /// Cuts the text to at most `limit` columns; an ellipsis replaces what was cut.
    func cut(to limit: Int) -> String {
        guard columns > limit else { return String(self) }
        var (text, used) = ("", 0)
        for character in self {
            guard used + character.columns < limit else { break }
            text.append(character)
            used += character.columns
        }
        return limit > 0 ? text + "…" : ""
    }

    /// Breaks the text into lines of at most `limit` columns, at spaces and between Chinese characters; a longer word
    /// stays whole.
    func wrapped(to limit: Int) -> [String] {
        var (lines, line, word) = ([String](), "", "")
        func place(_ word: String) {
            if !line.isEmpty && line.columns + word.columns > limit {
                lines.append(line.trimmingSpaces)
                line = ""
            }
            line += word
        }
        for character in self {
            let isWide = character.columns == 2
            // Closing punctuation never starts a line.
            if isWide && !"，。、；：！？）」』》】".contains(character) {
                place(word)
                word = ""
            }
            word.append(character)
            if character == " " {
                // A space at the end of a line takes no columns.
                let bare = word.trimmingSpaces
                place(bare)
                if !line.isEmpty { line += " " }
                word = ""
            }
        }
        place(word)
        lines.append(line.trimmingSpaces)
        return lines
    }

    private var trimmingSpaces: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
