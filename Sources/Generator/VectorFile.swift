/// The golden bytes of one message type: a file of blocks, `text:` in protobuf's text format and `hex:`.
///
/// A block never changes. When the message gains a field, a block is added, and the tests still decode the older ones.
struct VectorFile {
    private(set) var content: String

    /// - Parameter content: the existing file's content; nil if there is none.
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
    /// The string without a trailing blank.
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
