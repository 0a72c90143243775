import Testing
import Wire

struct MessageReaderTests {
    @Test("a tag of field 0, a group's end alone, an unknown wire type or a tag beyond 32 bits is refused")
    func badTags() {
        let tags: [[UInt8]] = [
            [0x00, 0x00], [0x02, 0x00], [0x0C], [0x0B, 0x14], [0x0B, 0x03, 0x0C], [0x0E, 0x00], [0x0F, 0x00],
            [0x80, 0x80, 0x80, 0x80, 0x10, 0x00],
        ]
        for bytes in tags { #expect(throws: DecodeError.badTag, "\(bytes)") { try Tree(serialized: bytes) } }
    }

    @Test("unknown fields, and known ones of another wire type, are passed over")
    func unknownFields() throws {
        // 15: varint, fixed64, bytes, fixed32; then field 1 as bytes, as fixed32 and at last as a varint.
        let bytes: [UInt8] = [
            0x78, 0x96, 0x01, 0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7A, 2, 9, 9, 0x7D, 1, 2, 3, 4, 0x0A, 1, 7, 0x0D, 1, 2, 3,
            4,
            0x08, 5,
        ]
        #expect(try Tree(serialized: bytes) == Tree(id: 5))
        for length in [2, 10, 13, 20] {
            #expect(throws: DecodeError.truncated) { try Tree(serialized: Array(bytes[..<length])) }
        }
    }

    @Test("groups that nobody knows are passed over whole, as deep as messages nest and no deeper")
    func groups() throws {
        // 15: a group with a varint, some bytes and a group of its own; then field 1.
        let group: [UInt8] = [0x7B, 0x08, 7, 0x12, 2, 9, 9, 0x0B, 0x08, 1, 0x0C, 0x7C]
        #expect(try Tree(serialized: group + [0x08, 5]) == Tree(id: 5))
        #expect(try Tree(serialized: [0x0B, 0x0C, 0x08, 5]) == Tree(id: 5))
        for length in 1..<group.count {
            #expect(throws: DecodeError.truncated, "\(length)") { try Tree(serialized: Array(group[..<length])) }
        }
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 0x0B, count: depth) + [UInt8](repeating: 0x0C, count: depth)
        }
        #expect(try Tree(serialized: nested(Limits.nesting - 1)) == Tree())
        #expect(throws: DecodeError.tooDeep) { try Tree(serialized: nested(Limits.nesting)) }
        #expect(throws: DecodeError.tooDeep) { try Tree(serialized: nested(100_000)) }
    }

    @Test("repeated numbers are read packed and unpacked, mixed and in order, and written packed")
    func packedAndUnpacked() throws {
        let tree = try Tree(serialized: [0x10, 1, 0x12, 3, 2, 0xAC, 0x02, 0x10, 4, 0x12, 0])
        #expect(tree.numbers == [1, 2, 300, 4])
        #expect(tree.serialized() == [0x12, 5, 1, 2, 0xAC, 0x02, 4])
    }

    @Test("a packed number that runs over the end of its field is refused")
    func packedOverrun() {
        #expect(throws: DecodeError.truncated) { try Tree(serialized: [0x12, 1, 0x80, 0x01]) }
    }

    @Test("a field within a message cannot reach beyond it")
    func nestedOverrun() {
        #expect(throws: DecodeError.truncated) { try Tree(serialized: [0x1A, 2, 0x22, 4, 65, 65, 65, 65]) }
        #expect(throws: DecodeError.truncated) { try Tree(serialized: [0x1A, 5, 0x08, 1]) }
    }

    @Test("varints need not be in their shortest form, but must fit 64 bits")
    func looseVarints() throws {
        #expect(try Tree(serialized: [0x88, 0x00, 0x85, 0x80, 0x00]) == Tree(id: 5))
        let nine = [UInt8](repeating: 0xFF, count: 9)
        #expect(try Tree(serialized: [0x08] + nine + [0x01]).id == .max)
        #expect(throws: DecodeError.overlongVarint) { try Tree(serialized: [0x08] + nine + [0x02]) }
        #expect(throws: DecodeError.overlongVarint) { try Tree(serialized: [0x08] + nine + [0x81, 0x00]) }
    }

    @Test("the last of a repeated single field counts, and messages merge")
    func lastCountsAndMessagesMerge() throws {
        #expect(try Tree(serialized: [0x08, 1, 0x08, 2]).id == 2)
        let pot = try Pot(serialized: [0x0A, 2, 0x08, 1, 0x0A, 3, 0x22, 1, 65, 0x0A, 2, 0x10, 9])
        #expect(pot.tree == Tree(id: 1, numbers: [9], name: "A"))
    }

    @Test("a message that is present but empty stays present")
    func emptyPresence() throws {
        #expect(Pot(tree: Tree()).serialized() == [0x0A, 0])
        #expect(try Pot(serialized: [0x0A, 0]) == Pot(tree: Tree()))
        #expect(try Pot(serialized: [] as [UInt8]) == Pot())
    }

    @Test("strings that are not UTF-8 are refused, also where only the checks for shortest form and surrogates find it")
    func badStrings() throws {
        for text: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE7, 0xAC]] {
            #expect(throws: DecodeError.badUTF8) { try Tree(serialized: [0x22, UInt8(text.count)] + text) }
        }
        #expect(try Tree(serialized: [0x22, 4, 0, 0xE7, 0xAC, 0xAC]).name == "\0第")
    }

    @Test("messages nest sixteen deep and no deeper")
    func nesting() throws {
        var tree = Tree(id: 1)
        for _ in 1..<Limits.nesting { tree = Tree(branches: [tree]) }
        #expect(try Tree(serialized: tree.serialized()) == tree)
        let deeper = Tree(branches: [tree])
        #expect(throws: DecodeError.tooDeep) { try Tree(serialized: deeper.serialized()) }
        // Depth is released: two deep branches side by side are fine.
        let wide = Tree(branches: [tree.branches[0], tree.branches[0]])
        #expect(try Tree(serialized: wide.serialized()) == wide)
    }

    @Test("elements are counted over all depths, so that two bytes each cannot fill the memory")
    func elements() throws {
        let empty: [UInt8] = [0x1A, 0x00]
        let most = [[UInt8]](repeating: empty, count: Limits.elements).flatMap { $0 }
        #expect(try Tree(serialized: most).branches.count == Limits.elements)
        #expect(throws: DecodeError.tooLarge) { try Tree(serialized: most + empty) }
        let half = [[UInt8]](repeating: empty, count: Limits.elements / 2).flatMap { $0 }
        var nested = ByteWriter()
        nested.element(42, half)
        let branch = [0x1A] + nested.bytes.dropFirst()
        #expect(throws: DecodeError.tooLarge) { try Tree(serialized: branch + branch) }
    }

    @Test("a length beyond the bytes is refused before anything is allocated")
    func hugeLengths() {
        for length: [UInt8] in [[0x7F], [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [UInt8](repeating: 0xFF, count: 9) + [0x01]] {
            for tag: UInt8 in [0x12, 0x1A, 0x22, 0x2A, 0x7A] {
                #expect(throws: DecodeError.truncated) { try Tree(serialized: [tag] + length) }
            }
        }
    }

    @Test("lengths of one, two and three bytes are written and read")
    func longMessages() throws {
        for count in [0, 1, 120, 127, 128, 129, 16_383, 16_384, 70_000] {
            let tree = Tree(branches: [Tree(branches: [Tree(raw: [UInt8](repeating: 7, count: count))]), Tree(id: 1)])
            #expect(try Tree(serialized: tree.serialized()) == tree, "\(count)")
        }
    }
}
