import Glibc

/// Reads lines from a descriptor: answers, a piped password, a scanner's input.
final class LineInput {
    /// A longer line is returned in pieces of this size.
    private static let limit = 1 << 16

    let descriptor: Int32
    private var waiting: [UInt8] = []
    private var isAtEnd = false

    init(descriptor: Int32) { self.descriptor = descriptor }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Returns the next line without its end (`\n` or `\r\n`); nil after the last. Waits for input.
    func next() throws -> String? {
        var searched = 0
        while true {
            if let end = waiting[searched...].firstIndex(of: 0x0A) { return take(end, skipping: 1) }
            if waiting.count >= Self.limit { return take(Self.limit, skipping: 0) }
            if isAtEnd { return waiting.isEmpty ? nil : take(waiting.count, skipping: 0) }
            searched = waiting.count
            try readMore()
        }
    }

    private func take(_ count: Int, skipping: Int) -> String {
        var line = waiting[..<count]
        if line.last == 0x0D { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        waiting.removeFirst(count + skipping)
        return text
    }

    private func readMore() throws {
        var piece = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(descriptor, &piece, piece.count)
        if count > 0 {
            waiting += piece[..<count]
        } else if count == 0 {
            isAtEnd = true
        } else if errno != EINTR {
            throw CommandFailure(
                .failure, name: "input", Phrase("cannot read the input: error \(errno)", "无法读取输入：错误 \(errno)"))
        }
    }
}
