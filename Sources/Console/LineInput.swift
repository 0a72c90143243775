import Glibc

/// Reads lines from a descriptor: answers, a piped password, a scanner's input.
final class LineInput {
    /// The most bytes of a line.
    private static let limit = 1 << 16

    let descriptor: Int32
    private var waiting: [UInt8] = []
    private var isAtEnd = false
    /// The last line ended with `\r`, after which a `\n` is no line of its own.
    private var isBehindReturn = false
    private var lines = 0

    init(descriptor: Int32) { self.descriptor = descriptor }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Returns the next line without its end (`\n`, `\r\n` or `\r`, as scanners send them) and without a byte order mark;
    /// nil after the last. Waits for input.
    /// - Throws: a failure named `encoding` for a line that is not UTF-8, `too_long` for one beyond the limit, of which no more than
    ///   that is kept. Either is passed over: the next call goes on behind it.
    func next() throws -> String? {
        var (searched, isTooLong) = (0, false)
        while true {
            if isBehindReturn, let first = waiting.first {
                isBehindReturn = false
                if first == 0x0A { waiting.removeFirst() }
            }
            if let end = waiting[searched...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
                isBehindReturn = waiting[end] == 0x0D
                if isTooLong { throw passOver(end + 1) }
                return try take(end, skipping: 1)
            }
            if isAtEnd, isTooLong { throw passOver(waiting.count) }
            if isAtEnd { return waiting.isEmpty ? nil : try take(waiting.count, skipping: 0) }
            if waiting.count >= Self.limit {
                isTooLong = true
                waiting.removeAll(keepingCapacity: true)
            }
            searched = waiting.count
            try readMore()
        }
    }

    private func passOver(_ count: Int) -> CommandFailure {
        waiting.removeFirst(count)
        lines += 1
        return CommandFailure(
            .usage, name: "too_long",
            Phrase(
                "line \(lines) has more than \(Self.limit >> 10) KiB; it is passed over",
                "第 \(lines) 行超过 \(Self.limit >> 10) KiB，已跳过"))
    }

    private func take(_ count: Int, skipping: Int) throws -> String {
        let line = Array(waiting[..<count])
        waiting.removeFirst(count + skipping)
        lines += 1
        guard let text = utf8Text(line) else {
            throw CommandFailure(
                .usage, name: "encoding",
                Phrase(
                    "line \(lines) is not UTF-8 text; save or send it as UTF-8",
                    "第 \(lines) 行不是 UTF-8 文本，请以 UTF-8 保存或发送"))
        }
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
