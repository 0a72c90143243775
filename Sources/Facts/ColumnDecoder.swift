internal import Wire

extension Column {
    /// Decodes one number per row. Checks all rows and keeps the first `kept`: 8 bytes of memory for each of those,
    /// whatever the input.
    init(encoding: UInt8, _ bytes: Span<UInt8>, count: Int, kept: Int) throws(DecodeError) {
        switch encoding {
        case ColumnEncoding.constant:
            var reader = ByteReader(bytes)
            self.init(constant: try reader.readVarint())
            try reader.finish()
        case ColumnEncoding.runs: self = try Self.runs(bytes, count: count, kept: kept)
        case ColumnEncoding.packed: self = try Self.packed(bytes, count: count, kept: kept)
        case ColumnEncoding.rice: self.init(values: try Self.rice(bytes, count: count, kept: kept))
        case ColumnEncoding.golomb: self.init(values: try Self.golomb(bytes, count: count, kept: kept))
        default: throw .badValue("column encoding")
        }
    }

    /// `(uv value, uv run length)*`; the lengths sum to the count.
    private static func runs(_ bytes: Span<UInt8>, count: Int, kept: Int) throws(DecodeError) -> Column {
        var reader = ByteReader(bytes)
        var values: [UInt64] = []
        values.reserveCapacity(kept)
        var rows = 0
        while !reader.isAtEnd {
            let value = try reader.readVarint()
            let length = try reader.readVarint()
            guard length > 0, length <= UInt64(count &- rows) else { throw .badValue("run length") }
            rows &+= Int(length)
            let room = min(Int(length), kept &- values.count)
            values.append(contentsOf: repeatElement(value, count: room))
        }
        guard rows == count else { throw .truncated }
        return Column(values: values)
    }

    /// `u8 width 0…64`, then count × width bits.
    private static func packed(_ bytes: Span<UInt8>, count: Int, kept: Int) throws(DecodeError) -> Column {
        guard bytes.count > 0 else { throw .truncated }
        let width = Int(bytes[0])
        guard width <= 64 else { throw .badValue("packed width") }
        guard bytes.count &- 1 == (count &* width &+ 7) >> 3 else { throw .badValue("column length") }
        guard width > 0 else { return Column(constant: 0) }
        var values = [UInt64](repeating: 0, count: kept)
        var bits = BitReader(bytes.extracting(1...))
        var out = values.mutableSpan
        for row in 0..<kept { out[row] = bits.read(width) }
        for _ in kept..<count { _ = bits.read(width) }
        guard bits.finish() else { throw .badValue("padding") }
        return Column(values: values)
    }

    /// `u8 k 0…40`, then one Rice code per row.
    private static func rice(_ bytes: Span<UInt8>, count: Int, kept: Int) throws(DecodeError) -> [UInt64] {
        guard bytes.count > 0 else { throw .truncated }
        let order = Int(bytes[0])
        guard RiceCode.orders.contains(order) else { throw .badValue("Rice order") }
        // A code takes at least one bit, so the bytes bound the rows.
        guard count <= (bytes.count &- 1) &* 8 else { throw .badValue("column length") }
        var values = [UInt64](repeating: 0, count: kept)
        var bits = BitReader(bytes.extracting(1...))
        var out = values.mutableSpan
        for row in 0..<count {
            guard let value = bits.readRice(order) else { throw .badValue("Rice value") }
            if row < kept { out[row] = value }
        }
        guard bits.finish() else { throw .badValue("column length") }
        return values
    }

    /// `u8 k 0…40`, then one exponential Golomb code per row.
    private static func golomb(_ bytes: Span<UInt8>, count: Int, kept: Int) throws(DecodeError) -> [UInt64] {
        guard bytes.count > 0 else { throw .truncated }
        let order = Int(bytes[0])
        guard GolombCode.orders.contains(order) else { throw .badValue("Golomb order") }
        guard count <= (bytes.count &- 1) &* 8 else { throw .badValue("column length") }
        var values = [UInt64](repeating: 0, count: kept)
        var bits = BitReader(bytes.extracting(1...))
        var out = values.mutableSpan
        for row in 0..<count {
            guard let value = bits.readGolomb(order) else { throw .badValue("Golomb value") }
            if row < kept { out[row] = value }
        }
        guard bits.finish() else { throw .badValue("column length") }
        return values
    }
}
