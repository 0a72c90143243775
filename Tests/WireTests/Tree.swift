import Wire

/// A message that contains itself, unlike any `.proto` of ours: { uint64 id = 1; repeated uint64 numbers = 2; repeated
/// Tree branches = 3; string name = 4; bytes raw = 5; }
struct Tree: Message {
    static var typeName: String { "Tree" }

    var id: UInt64 = 0
    var numbers: [UInt64] = []
    var branches: [Tree] = []
    var name = ""
    var raw: [UInt8] = []

    mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: numbers.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &numbers) { reader throws(DecodeError) in try reader.readUInt64() }
            case 26: try reader.readMessage(appendingTo: &branches)
            case 34: name = try reader.readString()
            case 42: raw = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.packed(18, numbers) { $0.writeVarint($1) }
        for value in branches { writer.element(26, value) }
        writer.field(34, name)
        writer.field(42, raw)
    }
}

/// { Tree tree = 1; }
struct Pot: Message {
    static var typeName: String { "Pot" }

    var tree: Tree?

    mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &tree)
            default: try reader.skip(tag)
            }
        }
    }

    func serialize(into writer: inout ByteWriter) { writer.field(10, tree) }
}
