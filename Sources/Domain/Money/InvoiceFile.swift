/// The file of an invoice as the tax authority made it.
package struct InvoiceFile: Equatable, Sendable {
    package static let sizeLimit = 2 << 20

    package let bytes: [UInt8]

    /// ORD-5b: detects the type by content: PDF, or OFD, which is a ZIP that holds an `OFD.xml`.
    /// - Throws: `invalid` for another type, or a file that is cut short.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        let end = bytes.suffix(1024)
        let isPDF = bytes.starts(with: "%PDF-".utf8) && Self.holds("%%EOF", end)
        let isOFD =
            bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) && Self.holds("PK\u{5}\u{6}", end)
            && Self.holds("OFD.xml", bytes[...])
        guard isPDF || isOFD else {
            throw Refusal(.invalid, field: "file", "a whole PDF or OFD file is expected", zh: "须为完整的 PDF 或 OFD 文件")
        }
        self.bytes = bytes
    }

    private static func holds(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (bytes.startIndex...bytes.endIndex - wanted.count).contains { bytes[$0...].starts(with: wanted) }
    }
}
