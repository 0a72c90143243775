import Testing
import Wire

@testable import Facts

/// Bodies with one fault each, compared with the sound one.
@Suite struct MalformedBatchTests {
    struct Flaw: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: [UInt8]

        init(_ testDescription: String, _ body: [UInt8]) {
            self.testDescription = testDescription
            self.body = body
        }
    }

    /// Two facts: flags count; count 2; persons 5 and 9 (k 1, one code); no raw; columns kind, subject.
    static let sound: [UInt8] = [1, 2, 2, 2, 5, 1, 0b101, 0, 2, 0, 0, 1, 1, 1, 2, 2, 1, 0b10]

    static let flaws = [
        Flaw("another layout", replacing(0, with: 2)),
        Flaw("a count of zero", replacing(2, with: 0)),
        Flaw("a first sequence of zero", [1, 3, 0] + sound[2...]),
        Flaw("a flags varint longer than needed", [1, 0x82, 0] + sound[2...]),
        Flaw("a time of a boot and of a file at once", [1, 2 + 4 + 64, 2, 1, 1, 0, 0] + sound[3...]),
        Flaw("a tick of zero", [1, 0x82, 1, 2, 0] + sound[3...]),
        Flaw("more persons than facts", [1, 0] + sound[3...]),
        Flaw("a person of zero", replacing(4, with: 0)),
        Flaw("a Rice order beyond 40", replacing(5, with: 41)),
        Flaw("dictionary padding that is not zero", replacing(6, with: 0b1101)),
        Flaw("columns that do not ascend", replacing(13, with: 0)),
        Flaw("a subject index beyond the dictionary", [1, 2, 2, 1, 5, 1] + sound[7...]),
        Flaw("a packed width beyond 64", replacing(16, with: 65)),
        Flaw("packed padding that is not zero", replacing(17, with: 0b110)),
        Flaw("a column shorter than its rows", replacing(16, with: 5)),
        Flaw("runs that do not reach the count", Array(sound[..<13]) + [1, 1, 2, 1, 1]),
        Flaw("runs that pass the count", Array(sound[..<13]) + [1, 1, 2, 1, 3]),
        Flaw("a run of none", Array(sound[..<13]) + [1, 1, 4, 1, 0, 1, 2]),
        Flaw("numbers written sparsely", Array(sound[..<13]) + [1, 4, 1, 0]),
        Flaw("references written as numbers", Array(sound[..<13]) + [6, 0, 1, 1]),
        Flaw("a sparse row beyond the count", Array(sound[..<13]) + [7, 4, 4, 1, 2, 1, 9]),
        Flaw("a sparse row without bytes", Array(sound[..<13]) + [7, 4, 3, 1, 0, 0]),
        Flaw("a reference to nothing", Array(sound[..<13]) + [6, 4, 6, 1, 0, 3, 1, 0, 0]),
        Flaw("a reference of an unknown role", Array(sound[..<13]) + [6, 4, 6, 1, 0, 3, 1, 2, 7]),
        Flaw("raw codes out of order", [1, 2, 2, 0, 2, 1, 9, 1, 8] + sound[8...]),
        Flaw("the same raw code twice", [1, 2, 2, 0, 2, 1, 9, 1, 9] + sound[8...]),
        Flaw("nobody at all", [1, 2, 2, 0, 0] + sound[8...]),
    ]

    private static func replacing(_ index: Int, with byte: UInt8) -> [UInt8] {
        var body = sound
        body[index] = byte
        return body
    }

    @Test("the sound body beside the flawed ones decodes")
    func soundBody() throws {
        let batch = try Batch.decode(Self.sound)
        #expect(batch.subjects.persons == [5, 9])
        #expect(batch.facts.map(\.subject) == [.person(5), .person(9)])
    }

    @Test("is refused", arguments: flaws)
    func refused(flaw: Flaw) {
        #expect(throws: DecodeError.self) { try Batch.decode(flaw.body) }
    }

    @Test("elapsed times that leave the calendar are refused")
    func elapsedOverflow() throws {
        let column: [UInt8] = [2, 0, 8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]
        #expect(throws: DecodeError.self) {
            try Batch.decode(Array(Self.sound[..<8]) + [3, 0, 0, 1, 1, 1, 2, 2, 1, 2] + column)
        }
    }

    @Test("a body beyond 1 MiB is refused before it is read")
    func tooLarge() {
        #expect(throws: DecodeError.tooLarge) { try Batch.decode([UInt8](repeating: 1, count: 1 << 20 + 1)) }
    }
}
