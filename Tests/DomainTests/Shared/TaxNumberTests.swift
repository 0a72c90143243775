import Domain
import Testing

@Suite struct TaxNumberTests {
    /// GB 32100-2015 has the first as its example; the others follow its rule.
    @Test(
        "ORD-5a a tax number with the right check character is taken, however it was typed",
        arguments: [
            ("91350100M000100Y43", "91350100M000100Y43"), (" 91350100m000100y43 ", "91350100M000100Y43"),
            ("９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
        ])
    func right(typed: String, text: String) throws {
        #expect(try TaxNumber(typed).text == text)
    }

    @Test("ORD-5a every single mistyped character of a tax number is found, and so are neighbours that changed places")
    func wrong() throws {
        let right = Array("91350100M000100Y43")
        for place in right.indices {
            for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" where character != right[place] {
                var typed = right
                typed[place] = character
                #expect(refusal { () throws(Refusal) in try TaxNumber(String(typed)) }?.field == "tax_number")
            }
            guard place + 1 < right.count, right[place] != right[place + 1] else { continue }
            var typed = right
            typed.swapAt(place, place + 1)
            #expect(refusal { () throws(Refusal) in try TaxNumber(String(typed)) } != nil, "\(String(typed))")
        }
    }

    @Test(
        "ORD-5a a number that is none is refused",
        arguments: ["", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "9135010AM000100Y43", "税号"])
    func none(typed: String) {
        #expect(refusal { () throws(Refusal) in try TaxNumber(typed) }?.code == .invalid)
    }

    @Test("ORD-5b an invoice's number has 20 digits without a code, or 8 behind one of 10 or 12")
    func numbers() throws {
        #expect(try InvoiceNumber(code: "", number: "25117000000012345678").code.isEmpty)
        #expect(try InvoiceNumber(code: "011002100111", number: "12345678").number == "12345678")
        for (code, number, field) in [
            ("", "12345678", "code"), ("011002100111", "25117000000012345678", "code"), ("1", "12345678", "code"),
            ("", "1234567", "number"), ("", "2511700000001234567X", "number"), ("", "", "number"),
        ] {
            let refused = refusal { () throws(Refusal) in try InvoiceNumber(code: code, number: number) }
            #expect(refused?.field == field, "\(code) \(number)")
        }
    }
}
