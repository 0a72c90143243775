package enum NoticeEvent: CaseIterable, Sendable {
    case withdraw
}

/// NOT-1: a notice is public from its publication until it is withdrawn, which is final.
package enum NoticeLifecycle {
    package static let table = Lifecycle<NoticeState, NoticeEvent>(
        name: "notice", initial: [.published], final: [.withdrawn],
        [.init(.published, .withdraw, .withdrawn)])
}

/// The validated text of a notice, plain text throughout.
package struct NoticeText: Equatable, Sendable {
    package static let titleLimit = 100
    package static let bodyLimit = 20_000
    package static let lineLimit = 1000

    package let title: String
    /// Paragraphs separated by one empty line; lines end with LF, and no line begins or ends with white space.
    package let body: String

    /// - Throws: `invalid` for a title or body that is empty, too long, or contains characters that hide or reorder
    ///   text.
    package init(title: String, body: String) throws(Refusal) {
        self.title = try checkedTitle(title, field: "title", limit: Self.titleLimit)
        self.body = try Self.paragraphs(body)
    }

    private static func paragraphs(_ text: String) throws(Refusal) -> String {
        guard text.unicodeScalars.count <= bodyLimit else {
            throw Refusal(.invalid, field: "body", "at most \(bodyLimit) characters", zh: "最多 \(bodyLimit) 个字符")
        }
        var lines: [String] = []
        for line in split(text) {
            let line = trimmed(line.replacing("\t", with: " "))
            guard !line.unicodeScalars.contains(where: isDeceptive) else {
                throw Refusal(
                    .invalid, field: "body", "control, zero-width and direction characters are not allowed",
                    zh: "不得包含控制字符、零宽字符或方向控制字符")
            }
            // One empty line separates paragraphs, however many were typed.
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard !lines.isEmpty else { throw Refusal(.invalid, field: "body", "must not be empty", zh: "不能为空") }
        guard lines.count <= lineLimit else {
            throw Refusal(.invalid, field: "body", "at most \(lineLimit) lines", zh: "最多 \(lineLimit) 行")
        }
        return lines.joined(separator: "\n")
    }

    /// Splits at the line ends of every system. Swift treats CR LF as one character.
    private static func split(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }.map(String.init)
    }
}
