/// The code of a certificate: with its number it is verified by anybody; a secret of 55 bits, short enough to type.
///
/// 11 symbols and a check symbol, in groups of four.
package struct CertificateCode: Sendable, Equatable {
    package static let secretSize = 7
    private static let symbols = 11
    private static let group = 4

    package let text: String

    /// - Parameter random: 7 bytes; the last bit is ignored.
    package init(random: [UInt8]) throws(PassError) {
        guard random.count == Self.secretSize else { throw .wrongLength }
        text = CheckedText.text(of: Crockford.symbols(of: random).prefix(Self.symbols), group: Self.group)
    }

    /// Reads the form that `text` has, in any case and grouping.
    package init(text: String) throws(PassError) {
        let checked = try Crockford.read(text, limit: Self.symbols + 1)
        let symbols = try CheckedText.verified(checked[...], count: Self.symbols)
        self.text = CheckedText.text(of: symbols, group: Self.group)
    }
}
