import Wire

/// A call of the yardstick `straight`: statements of its file, each with its parameters.
struct StraightCall {
    enum Value {
        case id(UInt64)
        case number(Int64)
        case text(String)
        case bytes([UInt8])
    }

    private var rows = ByteWriter()

    var bytes: [UInt8] { rows.bytes }

    /// - Parameter statement: its place in the file.
    mutating func add(_ statement: Int, _ values: [Value]) {
        rows.writeByte(UInt8(statement))
        rows.writeByte(UInt8(values.count))
        for value in values {
            switch value {
            case .id(let id): write(integer: id)
            case .number(let number): write(integer: UInt64(bitPattern: number))
            case .text(let text): write("t", Array(text.utf8))
            case .bytes(let bytes): write("b", bytes)
            }
        }
    }

    private mutating func write(integer bits: UInt64) {
        rows.writeByte(UInt8(ascii: "i"))
        rows.writeFixed64(bits)
    }

    private mutating func write(_ tag: Unicode.Scalar, _ bytes: [UInt8]) {
        rows.writeByte(UInt8(ascii: tag))
        rows.writeFixed32(UInt32(bytes.count))
        rows.writeBytes(bytes)
    }
}
