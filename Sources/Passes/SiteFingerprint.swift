/// The first 16 bytes of a site id: enough to identify a site, short enough to type.
package struct SiteFingerprint: Sendable, Hashable {
    package static let size = 16
    static let symbols = 26
    private static let group = 5

    package let bytes: [UInt8]

    /// - Parameter siteID: 32 bytes.
    package init(siteID: [UInt8]) throws(PassError) {
        guard siteID.count == 32 else { throw .wrongLength }
        bytes = Array(siteID[..<Self.size])
    }

    /// Reads the form that `text` has, in any case and grouping.
    package init(text: String) throws(PassError) {
        try self.init(checked: try Crockford.read(text, limit: Self.symbols + 1)[...])
    }

    /// - Parameter checked: 26 symbols and their check symbol.
    init(checked: ArraySlice<UInt8>) throws(PassError) {
        bytes = try Crockford.bytes(of: try CheckedText.verified(checked, count: Self.symbols))
    }

    /// 27 symbols in groups of five.
    package var text: String { CheckedText.text(of: Crockford.symbols(of: bytes), group: Self.group) }

    /// Returns whether the site id begins with the fingerprint.
    package func matches(siteID: [UInt8]) -> Bool { siteID.count == 32 && siteID.starts(with: bytes) }
}
