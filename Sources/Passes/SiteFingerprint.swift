/// The first 16 bytes of a site id: enough to know a site by, short enough to type.
package struct SiteFingerprint: Sendable, Hashable {
    package static let size = 16

    package let bytes: [UInt8]

    /// - Parameter siteID: 32 bytes.
    package init(siteID: [UInt8]) throws(PassError) {
        guard siteID.count == 32 else { throw .wrongLength }
        bytes = Array(siteID[..<Self.size])
    }

    init(prefix: [UInt8]) { bytes = prefix }

    /// Reads what `text` prints, in any case and grouping.
    package init(text: String) throws(PassError) {
        bytes = try CheckedText.decode(text, count: Self.size)
    }

    /// 27 symbols in groups of five.
    package var text: String { CheckedText.encode(bytes) }

    /// Whether this site is the one meant.
    package func matches(siteID: [UInt8]) -> Bool { siteID.count == 32 && siteID.starts(with: bytes) }
}
