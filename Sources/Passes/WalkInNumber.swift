import Wire

/// ATT-6: the number that a walk-in gets: W and eight symbols that can be read aloud and typed.
package enum WalkInNumber {
    package static let secretSize = 5

    /// - Parameter secret: 5 random bytes.
    package static func text(_ secret: [UInt8]) -> String { "W" + Crockford.text(of: Crockford.symbols(of: secret)) }

    package static func isOne(_ number: String) -> Bool {
        number.utf8.count == 9 && number.utf8.first == UInt8(ascii: "W")
            && number.utf8.dropFirst().allSatisfy(Crockford.alphabet.contains)
    }

    /// The associated data of what a walk-in says of themselves: `u64 offering ‖ number`.
    package static func place(_ number: String, in offering: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeFixed64(offering)
        writer.writeBytes(Array(number.utf8))
        return writer.bytes
    }
}
