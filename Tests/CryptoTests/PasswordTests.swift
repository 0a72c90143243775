import Testing

@testable import Crypto

@Suite struct PasswordTests {
    private let cheap = PasswordHash.Cost(memoryKiB: 8, passes: 1)

    @Test("a record read back accepts its own password and no other")
    func recordRoundTrip() throws {
        let made = try PasswordHash(password: ascii("correct 马"), salt: [UInt8](0..<16), cost: #require(cheap))
        let read = try PasswordHash(record: made.record)
        #expect(read == made && made.record.count == PasswordHash.recordSize)
        #expect(try read.matches(ascii("correct 马")))
        for wrong in ["", "correct", "correct 马 ", "Correct 马"] { #expect(try !read.matches(ascii(wrong))) }
    }

    @Test("every truncation of a record, an unknown version and a cost that would exhaust the machine are refused")
    func badRecords() throws {
        let record = try PasswordHash(password: [1], salt: [UInt8](0..<16), cost: #require(cheap)).record
        var bad = (0..<record.count).map { Array(record[..<$0]) } + [record + [0]]
        bad.append([2] + record.dropFirst())
        for (index, value) in [(1, UInt8(7)), (4, 1), (5, 0), (5, 17), (8, 1)] {
            var changed = record
            changed[index] = value
            bad.append(changed)
        }
        for record in bad { #expect(throws: CryptoError.badPasswordRecord) { try PasswordHash(record: record) } }
        #expect(PasswordHash.Cost(memoryKiB: (1 << 20) + 1, passes: 1) == nil)
    }

    @Test("a salt of another size is refused")
    func salt() throws {
        #expect(throws: CryptoError.wrongLength(expected: 16, given: 15)) {
            try PasswordHash(password: [], salt: [UInt8](0..<15))
        }
    }

    @Test("comparison in constant time is still comparison")
    func equality() {
        #expect(equalInConstantTime([], []) && equalInConstantTime([1, 2], [1, 2]))
        #expect(!equalInConstantTime([1, 2], [1, 3]) && !equalInConstantTime([1], [1, 2]))
    }
}
