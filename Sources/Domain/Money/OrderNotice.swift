/// BKG-5: the notice that is read before an order.
package enum OrderNotice {
    package static let limit = 2000

    /// - Returns: the text without blanks around it.
    /// - Throws: `invalid` unless it has 1 … 2,000 characters.
    package static func checked(_ text: String) throws(Refusal) -> String {
        let text = trimmed(text)
        guard (1...limit).contains(text.unicodeScalars.count) else {
            throw Refusal(.invalid, field: "text", "1 to \(limit) characters", zh: "须为 1 至 \(limit) 个字符")
        }
        return text
    }
}
