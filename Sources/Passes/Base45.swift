/// Base45 (RFC 9285): the densest text for the alphanumeric mode of a QR code.
package enum Base45 {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2 * 3 + 2)
        for start in stride(from: 0, to: bytes.count, by: 2) {
            let isPair = start + 1 < bytes.count
            var number = isPair ? Int(bytes[start]) << 8 | Int(bytes[start + 1]) : Int(bytes[start])
            for _ in 0..<(isPair ? 3 : 2) {
                text.append(alphabet[number % 45])
                number /= 45
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Decodes strictly: throws for lower case, other symbols and triples above 65535. The caller bounds the length.
    package static func decode(_ text: some Collection<UInt8>) throws(PassError) -> [UInt8] {
        guard text.count % 3 != 1 else { throw .wrongLength }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 3 * 2 + 1)
        var number = 0
        var weight = 1
        var position = 0
        for symbol in text {
            guard let digit = digit(of: symbol) else { throw .badSymbol(at: position) }
            number += digit * weight
            weight *= 45
            position += 1
            if weight == 45 * 45 * 45 {
                guard number <= 0xFFFF else { throw .badSymbol(at: position - 1) }
                bytes.append(UInt8(number >> 8))
                bytes.append(UInt8(number & 0xFF))
                (number, weight) = (0, 1)
            }
        }
        if weight > 1 {
            guard number <= 0xFF else { throw .badSymbol(at: position - 1) }
            bytes.append(UInt8(number))
        }
        return bytes
    }

    private static func digit(of symbol: UInt8) -> Int? {
        switch symbol {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(symbol - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(symbol - UInt8(ascii: "A")) + 10
        default: alphabet[36...].firstIndex(of: symbol)
        }
    }
}
