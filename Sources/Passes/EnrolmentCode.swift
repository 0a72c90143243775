/// The code with which an administrator enrols a new terminal: a secret of 75 bits, usable once, short enough to type.
///
/// 15 symbols and a check symbol, in groups of four. As bytes: 10, the last five bits zero.
package struct EnrolmentCode: Sendable, Equatable {
    package static let secretSize = 10
    static let symbols = 15
    private static let group = 4

    package let secret: [UInt8]

    /// - Parameter random: 10 bytes; the last five bits are ignored.
    package init(random: [UInt8]) throws(PassError) {
        guard random.count == Self.secretSize, let last = random.last else { throw .wrongLength }
        secret = random.dropLast() + [last & 0xE0]
    }

    /// Reads the form that `text` has, in any case and grouping.
    package init(text: String) throws(PassError) {
        try self.init(checked: try Crockford.read(text, limit: Self.symbols + 1)[...])
    }

    /// - Parameter checked: 15 symbols and their check symbol.
    init(checked: ArraySlice<UInt8>) throws(PassError) {
        let symbols = try CheckedText.verified(checked, count: Self.symbols)
        secret = try Crockford.bytes(of: symbols + [0])
    }

    package var text: String {
        CheckedText.text(of: Crockford.symbols(of: secret).prefix(Self.symbols), group: Self.group)
    }
}

/// An enrolment code and the fingerprint of its site, for a machine to read from a QR code or a file.
///
/// `RE1-` and the two texts, joined by `-`.
package struct EnrolmentCard: Sendable, Equatable {
    private static let prefix = "RE1-"

    package let code: EnrolmentCode
    package let site: SiteFingerprint

    package init(code: EnrolmentCode, site: SiteFingerprint) {
        self.code = code
        self.site = site
    }

    /// Reads the form that `text` has, in any case and grouping. Throws `notOurs` for another prefix.
    package init(text: String) throws(PassError) {
        let length = EnrolmentCode.symbols + 1 + SiteFingerprint.symbols + 1
        let symbols = try TextPrefix.symbols(of: text, prefix: Self.prefix, limit: length)
        guard symbols.count == length else { throw .wrongLength }
        code = try EnrolmentCode(checked: symbols.prefix(EnrolmentCode.symbols + 1))
        site = try SiteFingerprint(checked: symbols.dropFirst(EnrolmentCode.symbols + 1))
    }

    package var text: String { Self.prefix + code.text + "-" + site.text }
}
