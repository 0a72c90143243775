import Wire

enum Hex {
    static func bytes(_ text: some StringProtocol) throws -> [UInt8] {
        let digits = text.filter { $0 != " " }
        guard digits.count.isMultiple(of: 2) else { throw BadHex(text: String(text)) }
        var bytes: [UInt8] = []
        var rest = digits[...]
        while !rest.isEmpty {
            guard let byte = UInt8(String(rest.prefix(2)), radix: 16) else { throw BadHex(text: String(text)) }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Formats frames with a space between header and payload and two between frames.
    static func frames(_ bytes: [UInt8]) -> String {
        var parts: [String] = []
        var rest = bytes[...]
        if rest.starts(with: Preface.bytes) {
            parts.append(text(Preface.bytes))
            rest = rest.dropFirst(Preface.bytes.count)
        }
        while rest.count >= FrameHeader.size {
            let frame = Array(rest)
            let size = FrameHeader.size + FrameHeader(frame.span, at: 0).length
            let head = text(rest.prefix(FrameHeader.size))
            let payload = text(rest.prefix(size).dropFirst(FrameHeader.size))
            parts.append(payload.isEmpty ? head : "\(head) \(payload)")
            rest = rest.dropFirst(size)
        }
        if !rest.isEmpty { parts.append(text(rest)) }
        return parts.joined(separator: "  ")
    }

    struct BadHex: Error {
        let text: String
    }
}
