/// The text form of codes that people type: Crockford's Base32 and one check symbol, in groups.
///
/// The check symbol is Σ αⁱ·symbolᵢ (i = 1, 2 …) in GF(32) with α = 2 and α⁵ = α² + 1. It detects every single wrong
/// symbol and every swap of two symbols less than 31 positions apart.
enum CheckedText {
    /// - Parameter symbols: without the check symbol.
    static func text(of symbols: some Collection<UInt8>, group: Int) -> String {
        let checked = symbols + [check(symbols)]
        return stride(from: 0, to: checked.count, by: group).map { start in
            Crockford.text(of: checked[start..<min(start + group, checked.count)])
        }.joined(separator: "-")
    }

    /// Returns the symbols without their check symbol. Throws `wrongLength` unless there are `count`, and `mistyped` if
    /// the check symbol differs.
    static func verified(_ symbols: ArraySlice<UInt8>, count: Int) throws(PassError) -> ArraySlice<UInt8> {
        guard symbols.count == count + 1, let last = symbols.last else { throw .wrongLength }
        let body = symbols.dropLast()
        guard check(body) == last else { throw .mistyped }
        return body
    }

    private static func check(_ symbols: some Sequence<UInt8>) -> UInt8 {
        var sum: UInt8 = 0
        var weight: UInt8 = 1
        for symbol in symbols {
            weight = doubled(weight)
            sum ^= product(symbol, weight)
        }
        return sum
    }

    private static func doubled(_ value: UInt8) -> UInt8 {
        value & 16 == 0 ? value << 1 : (value << 1 ^ 0b10_0101) & 31
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (sum, shifted) = (UInt8(0), left)
        for bit: UInt8 in 0..<5 {
            if right >> bit & 1 == 1 { sum ^= shifted }
            shifted = doubled(shifted)
        }
        return sum
    }
}
