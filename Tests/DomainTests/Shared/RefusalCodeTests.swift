import Domain
import Testing

@Suite struct RefusalCodeTests {
    @Test("every refusal has the number that the protocol's table of errors gives its name")
    func sameNumbers() throws {
        var numbers: [String: UInt16] = [:]
        for line in try Fixture.text("Protocol/errors.proto").split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 2, words[0].hasPrefix("ERROR_CODE_"), words[1] == "=" else { continue }
            let name = words[0].dropFirst("ERROR_CODE_".count).lowercased()
            let parts = name.split(separator: "_").map(String.init)
            let camel = parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            numbers[camel] = UInt16(words[2].prefix(while: \.isNumber))
        }
        try #require(numbers.count > 20)
        for code in RefusalCode.allCases {
            #expect(numbers["\(code)"] == code.rawValue, "\(code)")
        }
    }
}
