import Passes
import Seeded
import Testing

@Suite struct PaperCodeTests {
    private let secret: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]

    @Test(
        "EXM-6 the code of a paper is read as it is written, in any case and grouping, and opens with its secret alone")
    func written() throws {
        for opening: UInt64 in [1, 127, 128, 9_007_199_254_740_991] {
            let code = try PaperCode(opening: opening, secret: secret)
            #expect(code.text.hasPrefix("RX1-"))
            let read = try PaperCode(text: " " + code.text.lowercased().replacing("-", with: " - "))
            #expect(read == code)
            #expect(read.opens(secret))
            #expect(!read.opens(secret.reversed()))
            #expect(!read.opens([]))
        }
    }

    @Test("a text that is no code of a paper is refused, whatever was done to one")
    func hostile() throws {
        let text = try PaperCode(opening: 77, secret: secret).text
        var random = SeededRandom(seed: 5)
        for wrong in [
            "", "RX1-", "RX2-" + text.dropFirst(4), "RV1-" + text.dropFirst(4), text + "0", String(text.dropLast(1)),
        ] {
            #expect(throws: PassError.self, "\(wrong)") { try PaperCode(text: wrong) }
        }
        for _ in 0..<2000 {
            var bytes = Array(text.utf8)
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            // Damaged, it is refused or has another secret or opening; it never traps.
            if let read = try? PaperCode(text: String(decoding: bytes, as: UTF8.self)), read.text != text {
                #expect(read.opening != 77 || !read.opens(secret))
            }
        }
    }
}
