/// Decodes the keys in a terminal's input; a key may take several bytes, which may arrive separately.
struct KeyReader {
    private var waiting: [UInt8] = []
    /// Whether letters are text, after the key that begins a search.
    private var isTyping = false

    /// Returns the keys completed by these bytes; unknown ones are dropped.
    mutating func take(_ bytes: [UInt8]) -> [Selection.Key] {
        waiting += bytes
        var keys: [Selection.Key] = []
        while let byte = waiting.first {
            guard byte == Self.escape else {
                guard let key = isTyping ? typed() : plain() else { break }
                if let key = key.key { keys.append(key) }
                continue
            }
            guard let length = Self.length(waiting) else { break }
            if let key = Self.sequence(waiting[..<length]) { keys.append(key) }
            if length == 1 { isTyping = false }
            waiting.removeFirst(length)
        }
        return keys
    }

    /// Handles a pause in the input: a pending escape was the key itself.
    mutating func pause() -> [Selection.Key] {
        let isEscape = waiting == [Self.escape]
        waiting = []
        if isEscape { isTyping = false }
        return isEscape ? [.cancel] : []
    }

    /// A key that was read, or bytes that are none.
    private struct Read {
        let key: Selection.Key?
    }

    private mutating func plain() -> Read? {
        let key = Self.plain(waiting.removeFirst())
        if key == .search { isTyping = true }
        return Read(key: key)
    }

    /// Reads one key of a text that is typed; nil while a character is incomplete.
    private mutating func typed() -> Read? {
        let byte = waiting[0]
        guard byte >= 0x20, byte != 0x7F else {
            waiting.removeFirst()
            switch byte {
            case 0x03, 0x04:
                isTyping = false
                return Read(key: .quit)
            case 0x0A, 0x0D:
                isTyping = false
                return Read(key: .accept)
            case 0x08, 0x7F: return Read(key: .erase)
            default: return Read(key: nil)
            }
        }
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard waiting.count >= length else { return nil }
        let text = String(decoding: waiting[..<length], as: UTF8.self)
        waiting.removeFirst(length)
        return Read(key: text.first.map { .typed($0) })
    }

    private static let escape: UInt8 = 0x1B

    private static func plain(_ byte: UInt8) -> Selection.Key? {
        switch byte {
        case 0x03, 0x04, UInt8(ascii: "q"): .quit
        case 0x0A, 0x0D: .accept
        case UInt8(ascii: " "), UInt8(ascii: "x"): .mark
        case UInt8(ascii: "k"): .up
        case UInt8(ascii: "j"): .down
        case UInt8(ascii: "a"): .all
        case UInt8(ascii: "n"): .clear
        case UInt8(ascii: "/"): .search
        case UInt8(ascii: "d"): .details
        default: nil
        }
    }

    /// Returns the length of the sequence at the start; nil if it is incomplete.
    private static func length(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 1 else { return nil }
        guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return 1 }
        return bytes.indices.dropFirst(2).first { (0x40...0x7E).contains(bytes[$0]) }.map { $0 + 1 }
    }

    private static func sequence(_ bytes: ArraySlice<UInt8>) -> Selection.Key? {
        switch String(decoding: bytes.dropFirst(), as: UTF8.self) {
        case "[A", "OA": .up
        case "[B", "OB": .down
        case "[H", "OH", "[1~": .home
        case "[F", "OF", "[4~": .end
        case "[5~": .pageUp
        case "[6~": .pageDown
        // An escape before an ordinary key is the escape key itself.
        case "": .cancel
        default: nil
        }
    }
}
