/// The number by which an organisation is taxed: its unified social credit code of GB 32100. One character each of the
/// registry and the kind, six digits of a region, nine characters of the organisation, and one that checks the others.
package struct TaxNumber: Hashable, Sendable {
    /// 18 characters of `0–9A–Z` without I, O, S, V and Z.
    package let text: String

    private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// ORD-5a: parses a number; accepts surrounding blanks, invisible characters, full-width and lower-case ones.
    /// - Throws: `invalid`.
    package init(_ typed: String, field: String = "tax_number") throws(Refusal) {
        func refusal(_ english: String, zh chinese: String) -> Refusal {
            Refusal(.invalid, field: field, english, zh: chinese)
        }
        let plain = halfWidth(trimmed(withoutInvisible(typed))).uppercased()
        guard plain.unicodeScalars.count == 18 else {
            throw refusal(
                "a tax number has 18 characters, this has \(plain.unicodeScalars.count)",
                zh: "税号应为 18 位统一社会信用代码，实为 \(plain.unicodeScalars.count) 位")
        }
        let values = plain.utf8.compactMap { Self.characters.firstIndex(of: $0) }
        guard values.count == 18, values[2..<8].allSatisfy({ $0 < 10 }) else {
            throw refusal(
                "digits and capital letters without I, O, S, V and Z are expected, and digits in places 3 to 8",
                zh: "税号应由数字和大写字母（不含 I、O、S、V、Z）组成，第 3 至 8 位为数字")
        }
        // The weights are the powers of 3 modulo 31.
        var (sum, weight) = (0, 1)
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        guard values[17] == (31 - sum % 31) % 31 else {
            throw refusal("the check character is wrong: a character is mistyped", zh: "税号校验位错误，请核对")
        }
        text = plain
    }
}

/// ORD-5a: whom an invoice is issued to.
package struct InvoiceBuyer: Equatable, Sendable {
    package let kind: BuyerKind
    package let title: String
    /// nil for a person.
    package let taxNumber: TaxNumber?

    /// - Throws: `invalid` with the field that is missing or wrong.
    package init(kind: BuyerKind?, title: String, taxNumber: String) throws(Refusal) {
        guard let kind else {
            throw Refusal(.invalid, field: "kind", "a person or an organisation", zh: "请选择抬头类型：个人或单位")
        }
        self.kind = kind
        self.title = try checkedTitle(title, field: "title", limit: 100)
        switch kind {
        case .organisation: self.taxNumber = try TaxNumber(taxNumber)
        case .person:
            guard trimmed(taxNumber).isEmpty else {
                throw Refusal(.invalid, field: "tax_number", "a person has none", zh: "个人抬头无需税号")
            }
            self.taxNumber = nil
        }
    }
}
