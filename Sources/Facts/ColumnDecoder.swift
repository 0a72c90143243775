internal import Wire

extension Column {
    /// Decodes one number a row. Memory is at most 8 bytes a row, whatever the bytes claim.
    init(encoding: UInt8, _ bytes: Span<UInt8>, count: Int) throws(DecodeError) {
        switch encoding {
        case ColumnEncoding.constant:
            var reader = ByteReader(bytes)
            self.init(constant: try reader.readVarint())
            try reader.finish()
        case ColumnEncoding.runs: self = try Self.runs(bytes, count: count)
        case ColumnEncoding.packed: self.init(values: try Self.packed(bytes, count: count))
        case ColumnEncoding.rice: self.init(values: try Self.rice(bytes, count: count))
        case ColumnEncoding.golomb: self.init(values: try Self.golomb(bytes, count: count))
        default: throw .badValue("column encoding")
        }
    }

    /// `(uv value, uv run length)*`, the lengths summing to the count.
    private static func runs(_ bytes: Span<UInt8>, count: Int) throws(DecodeError) -> Column {
        var reader = ByteReader(bytes)
        var values: [UInt64] = []
        values.reserveCapacity(count)
        while !reader.isAtEnd {
            let value = try reader.readVarint()
            let length = try reader.readVarint()
            guard length > 0, length <= UInt64(count &- values.count) else { throw .badValue("run length") }
            values.append(contentsOf: repeatElement(value, count: Int(length)))
        }
        guard values.count == count else { throw .truncated }
        return Column(values: values)
    }

    /// `u8 width 0…64`, then count × width bits.
    private static func packed(_ bytes: Span<UInt8>, count: Int) throws(DecodeError) -> [UInt64] {
        guard bytes.count > 0 else { throw .truncated }
        let width = Int(bytes[0])
        guard width <= 64 else { throw .badValue("packed width") }
        guard bytes.count &- 1 == (count &* width &+ 7) >> 3 else { throw .badValue("column length") }
        var values = [UInt64](repeating: 0, count: count)
        var bits = BitReader(bytes.extracting(1...))
        var out = values.mutableSpan
        for row in 0..<count { out[row] = bits.read(width) }
        guard bits.finish() else { throw .badValue("padding") }
        return values
    }

    /// `u8 k 0…40`, then a Rice code a row.
    private static func rice(_ bytes: Span<UInt8>, count: Int) throws(DecodeError) -> [UInt64] {
        guard bytes.count > 0 else { throw .truncated }
        let order = Int(bytes[0])
        guard RiceCode.orders.contains(order) else { throw .badValue("Rice order") }
        var values = [UInt64](repeating: 0, count: count)
        var bits = BitReader(bytes.extracting(1...))
        var out = values.mutableSpan
        for row in 0..<count {
            guard let value = bits.readRice(order) else { throw .badValue("Rice value") }
            out[row] = value
        }
        guard bits.finish() else { throw .badValue("column length") }
        return values
    }

    /// `u8 k 0…40`, then an exponential Golomb code a row.
    private static func golomb(_ bytes: Span<UInt8>, count: Int) throws(DecodeError) -> [UInt64] {
        guard bytes.count > 0 else { throw .truncated }
        let order = Int(bytes[0])
        guard GolombCode.orders.contains(order) else { throw .badValue("Golomb order") }
        var values = [UInt64](repeating: 0, count: count)
        var bits = BitReader(bytes.extracting(1...))
        var out = values.mutableSpan
        for row in 0..<count {
            guard let value = bits.readGolomb(order) else { throw .badValue("Golomb value") }
            out[row] = value
        }
        guard bits.finish() else { throw .badValue("column length") }
        return values
    }
}
