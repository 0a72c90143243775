/// The number under which an invoice is known to the tax authority: 20 digits, or 8 behind a code of 10 or 12.
package struct InvoiceNumber: Hashable, Sendable {
    /// Empty before a number of 20 digits.
    package let code: String
    package let number: String

    /// - Throws: `invalid` for any other number of digits.
    package init(code: String, number: String) throws(Refusal) {
        self.code = halfWidth(trimmed(withoutInvisible(code)))
        self.number = halfWidth(trimmed(withoutInvisible(number)))
        guard Self.isDigits(self.number, [8, 20]) else {
            throw Refusal(
                .invalid, field: "number", "an invoice's number has 20 digits, or 8 behind a code",
                zh: "发票号码应为 20 位数字，或发票代码加 8 位数字")
        }
        guard self.number.utf8.count == 20 ? self.code.isEmpty : Self.isDigits(self.code, [10, 12]) else {
            throw Refusal(
                .invalid, field: "code", "10 or 12 digits before a number of 8, and none before one of 20",
                zh: "8 位发票号码须有 10 或 12 位发票代码，20 位发票号码没有发票代码")
        }
    }

    /// The number of a red letter, which has no code of its own here.
    /// - Throws: `invalid` unless it is empty or has 8 or 20 digits.
    package static func checkedRed(_ text: String) throws(Refusal) -> String {
        let number = halfWidth(trimmed(withoutInvisible(text)))
        guard number.isEmpty || isDigits(number, [8, 20]) else {
            throw Refusal(
                .invalid, field: "red_number", "the number of a red letter has 20 or 8 digits",
                zh: "红字发票号码应为 20 位或 8 位数字")
        }
        return number
    }

    private static func isDigits(_ text: String, _ counts: Set<Int>) -> Bool {
        counts.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
