import Crypto
import Passes
import Testing

@Suite struct CertificateCardTests {
    private static let content = CertificateCard.Content(
        kind: 1, category: 1, creditsTenths: 60, hoursTenths: 180, firstDay: 20_728, lastDay: 20_734, issuedDay: 20_762,
        number: "湘规培(2019)0017", code: "7KQ4-M2XP-9DTA", name: "欧阳娜娜",
        title: String(repeating: "心血管疾病规范化诊疗", count: 6))

    @Test("CRT-1 a code says what the certificate says, under an address, and verifies at its site without a network")
    func genuine() throws {
        let key = try SigningKey(seed: [UInt8](repeating: 5, count: 32))
        let text = CertificateCard(Self.content, signedBy: key).text(address: "https://rollcall.example")
        #expect(text.hasPrefix("https://rollcall.example/c/%E6%B9%98%E8%A7%84%E5%9F%B9%282019%290017/7KQ4-M2XP-9DTA#"))
        #expect(text.utf8.count < 800)
        let card = try CertificateCard(text: text)
        #expect(card.content.name == "欧阳娜娜" && card.content.title.count == CertificateCard.titleLimit)
        #expect(card.isGenuine(at: try SiteFingerprint(siteID: key.publicKey.siteID)))
        let other = try SigningKey(seed: [UInt8](repeating: 6, count: 32))
        #expect(!card.isGenuine(at: try SiteFingerprint(siteID: other.publicKey.siteID)))
    }

    @Test("CRT-1 a changed symbol makes a code unreadable or not genuine, wherever it is")
    func changed() throws {
        let key = try SigningKey(seed: [UInt8](repeating: 5, count: 32))
        let site = try SiteFingerprint(siteID: key.publicKey.siteID)
        let text = Array(CertificateCard(Self.content, signedBy: key).text(address: "").utf8)
        let start = try #require(text.firstIndex(of: UInt8(ascii: "#"))) + 1
        for place in start..<text.count {
            var bytes = text
            bytes[place] = bytes[place] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
            let card = try? CertificateCard(text: String(decoding: bytes, as: UTF8.self))
            #expect(card.map { !$0.isGenuine(at: site) } ?? true, "symbol \(place)")
        }
        for text in ["", "#", "a#b", "https://x/c/1/2#", String(repeating: "#7", count: 5000)] {
            #expect(throws: PassError.self) { try CertificateCard(text: text) }
        }
    }

    @Test("CRT-2c a code is typed in any case and grouping, and a mistyped symbol is noticed")
    func typed() throws {
        let code = try CertificateCode(random: [1, 2, 3, 4, 5, 6, 254])
        #expect(code.text.utf8.count == 14)
        #expect(try CertificateCode(text: code.text.lowercased().replacing("-", with: " ")) == code)
        #expect(throws: PassError.mistyped) {
            try CertificateCode(text: (code.text.first == "7" ? "8" : "7") + code.text.dropFirst())
        }
        #expect(throws: PassError.wrongLength) { try CertificateCode(random: [1]) }
    }
}
