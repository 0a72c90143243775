/// Crockford's Base32: symbols that can be read aloud, typed and pasted without ambiguity.
enum Crockford {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Returns one symbol per five bits, the first bit first; zero bits fill the last symbol.
    static func symbols(of bytes: [UInt8]) -> [UInt8] {
        var symbols: [UInt8] = []
        symbols.reserveCapacity((bytes.count * 8 + 4) / 5)
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFF
            count += 8
            while count >= 5 {
                count -= 5
                symbols.append(UInt8(bits >> count & 31))
            }
        }
        if count > 0 { symbols.append(UInt8(bits << (5 - count) & 31)) }
        return symbols
    }

    /// Throws for a superfluous last symbol, and for fill bits that are not zero.
    static func bytes(of symbols: some Collection<UInt8>) throws(PassError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(symbols.count * 5 / 8)
        var (bits, count) = (0, 0)
        for symbol in symbols {
            bits = (bits << 5 | Int(symbol)) & 0xFFF
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 0xFF))
            }
        }
        guard count < 5 else { throw .wrongLength }
        guard bits & ((1 << count) - 1) == 0 else { throw .badSymbol(at: symbols.count - 1) }
        return bytes
    }

    static func text(of symbols: some Sequence<UInt8>) -> String {
        String(decoding: symbols.map { alphabet[Int($0)] }, as: UTF8.self)
    }

    /// Reads the symbols of a text in any case and grouping. O is read as 0, I and L as 1, and the full-width forms
    /// that a Chinese input method produces as the plain ones.
    static func read(_ text: String, limit: Int) throws(PassError) -> [UInt8] {
        // A full-width letter takes three bytes, and a separator may follow each.
        guard text.utf8.count <= limit * 6 else { throw .tooLong }
        if let symbols = plain(text, limit: limit) { return symbols }
        var symbols: [UInt8] = []
        for scalar in text.unicodeScalars where !isSeparator(scalar) {
            guard symbols.count < limit else { throw .tooLong }
            guard let symbol = value(of: narrowed(scalar)) else { throw .badSymbol(at: symbols.count) }
            symbols.append(symbol)
        }
        return symbols
    }

    /// Reads a text of plain symbols and separators, the usual case, by its bytes; nil for any other.
    private static func plain(_ text: String, limit: Int) -> [UInt8]? {
        var symbols: [UInt8] = []
        symbols.reserveCapacity(min(limit, text.utf8.count))
        for byte in text.utf8 {
            let value = values[Int(byte)]
            if value == separator { continue }
            guard value < 32, symbols.count < limit else { return nil }
            symbols.append(value)
        }
        return symbols
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDash
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> UInt32 {
        (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    }

    private static func value(of scalar: UInt32) -> UInt8? {
        guard let byte = UInt8(exactly: scalar), values[Int(byte)] < 32 else { return nil }
        return values[Int(byte)]
    }

    private static let separator: UInt8 = 254

    /// By byte: the symbol's value, 254 for a separator, 255 for anything else.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() {
            values[Int(byte)] = UInt8(value)
            if byte >= UInt8(ascii: "A") { values[Int(byte) + 32] = UInt8(value) }
        }
        for letter in [UInt8(ascii: "O"), UInt8(ascii: "o")] { values[Int(letter)] = 0 }
        for letter in Array("ILil".utf8) { values[Int(letter)] = 1 }
        for blank in Array(" -\t\n\u{B}\u{C}\r".utf8) { values[Int(blank)] = separator }
        return values
    }()
}
