/// The golden bytes of one message type: a file of blocks, `text:` in protobuf's text format and `hex:`.
///
/// A block that stands is never changed. When the message gains a field, a block is added, and the older ones go on
/// to be decoded by the tests.
struct VectorFile {
    private(set) var content: String

    /// - Parameter content: of the file as it stands; nil when there is none.
    init(_ content: String?, of message: String) {
        self.content = content ?? "# rollcall.\(message): golden bytes. A block is never changed; a new one is added.\n"
    }

    mutating func add(_ sample: SampleWriter.Sample) {
        let digits = sample.bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        let block = "\n" + "text: \(sample.text)".trimmed + "\n" + "hex: \(digits.joined())".trimmed + "\n"
        if !content.hasSuffix(block) { content += block }
    }
}

extension String {
    /// Without a blank at its end.
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
