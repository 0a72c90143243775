internal import Wire

/// Values for the few rows that have one, ascending by row.
struct SparseColumn<Value: Sendable & Equatable>: Sendable, Equatable {
    private(set) var rows: [Int] = []
    private(set) var values: [Value] = []

    init() {}

    /// Appends a value; rows must ascend.
    mutating func append(_ value: Value, row: Int) {
        rows.append(row)
        values.append(value)
    }

    var isEmpty: Bool { rows.isEmpty }

    subscript(row: Int) -> Value? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low] == row ? values[low] : nil
    }
}

extension SparseColumn {
    /// `uv n, n × (uv rows skipped, uv length 1…, bytes)`; `parse` must consume the bytes it is given.
    init(
        _ bytes: Span<UInt8>, count: Int,
        parse: (inout ByteReader) throws(DecodeError) -> Value
    ) throws(DecodeError) {
        var reader = ByteReader(bytes)
        let entries = try reader.readVarint()
        guard entries <= UInt64(count) else { throw .badValue("sparse count") }
        var next: UInt64 = 0
        for _ in 0..<entries {
            let skipped = try reader.readVarint()
            guard skipped < UInt64(count) &- next else { throw .badValue("sparse row") }
            let row = next &+ skipped
            next = row &+ 1
            let length = try reader.readVarint()
            guard length > 0 else { throw .badValue("sparse length") }
            var value = ByteReader(try reader.readSpan(length))
            append(try parse(&value), row: Int(row))
            try value.finish()
        }
        try reader.finish()
    }

    /// Returns the column's bytes; nil if no row has a value.
    func encoded(_ write: (Value) -> [UInt8]) -> [UInt8]? {
        guard !rows.isEmpty else { return nil }
        var writer = ByteWriter()
        writer.writeVarint(UInt64(rows.count))
        var next = 0
        for (row, value) in zip(rows, values) {
            let bytes = write(value)
            writer.writeVarint(UInt64(row - next))
            writer.writeVarint(UInt64(bytes.count))
            writer.writeBytes(bytes)
            next = row + 1
        }
        return writer.bytes
    }
}
