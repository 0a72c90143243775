/// The keys in what a terminal sends; a key may come in several bytes, and those in several pieces.
struct KeyReader {
    private var waiting: [UInt8] = []

    /// The keys complete with these bytes; bytes that are no key of ours are dropped.
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

    /// Nothing followed for a while: an escape that waits for more was the key itself.
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

    /// How long the sequence at the beginning is; nil while its end has not come.
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
        // An escape before an ordinary key is the key of its own name.
        case "": .cancel
        default: nil
        }
    }
}
