/// Decodes the keys in a terminal's input; a key may take several bytes, which may arrive separately.
struct KeyReader {
    private var waiting: [UInt8] = []

    /// Returns the keys completed by these bytes; unknown ones are dropped.
    mutating func take(_ bytes: [UInt8]) -> [Selection.Key] {
        waiting += bytes
        var keys: [Selection.Key] = []
        while let byte = waiting.first {
            guard byte == Self.escape else {
                waiting.removeFirst()
                if let key = Self.plain(byte) { keys.append(key) }
                continue
            }
            guard let length = Self.length(waiting) else { break }
            if let key = Self.sequence(waiting[..<length]) { keys.append(key) }
            waiting.removeFirst(length)
        }
        return keys
    }

    /// Handles a pause in the input: a pending escape was the key itself.
    mutating func pause() -> [Selection.Key] {
        defer { waiting = [] }
        return waiting == [Self.escape] ? [.cancel] : []
    }

    private static let escape: UInt8 = 0x1B

    private static func plain(_ byte: UInt8) -> Selection.Key? {
        switch byte {
        case 0x03, 0x04, UInt8(ascii: "q"): .cancel
        case 0x0A, 0x0D: .accept
        case UInt8(ascii: " "), UInt8(ascii: "x"): .mark
        case UInt8(ascii: "k"): .up
        case UInt8(ascii: "j"): .down
        case UInt8(ascii: "a"): .all
        case UInt8(ascii: "n"): .clear
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
