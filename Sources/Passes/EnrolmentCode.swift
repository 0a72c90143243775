/// What an administrator hands to a new terminal: a secret that is spent once, and the site that will take it.
///
/// `16 secret | 16 fingerprint of the site`, 53 symbols in groups of five.
package struct EnrolmentCode: Sendable, Equatable {
    package static let secretSize = 16

    package let secret: [UInt8]
    package let site: SiteFingerprint

    /// - Parameter secret: 16 random bytes.
    package init(secret: [UInt8], site: SiteFingerprint) throws(PassError) {
        guard secret.count == Self.secretSize else { throw .wrongLength }
        self.secret = secret
        self.site = site
    }

    /// Reads what `text` prints, in any case and grouping.
    package init(text: String) throws(PassError) {
        let bytes = try CheckedText.decode(text, count: Self.secretSize + SiteFingerprint.size)
        secret = Array(bytes[..<Self.secretSize])
        site = SiteFingerprint(prefix: Array(bytes[Self.secretSize...]))
    }

    package var text: String { CheckedText.encode(secret + site.bytes) }
}
