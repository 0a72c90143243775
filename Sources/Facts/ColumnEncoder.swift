internal import Wire

/// Writes one number per row in canonical form: nothing if all are zero, the constant encoding if all are equal, else
/// the encoding of the fewest bytes; of equals, the lowest encoding number.
struct EncodedColumn {
    let encoding: UInt8
    let bytes: [UInt8]

    init?(_ values: [UInt64]) {
        guard let first = values.first else { return nil }
        if values.allSatisfy({ $0 == first }) {
            guard first != 0 else { return nil }
            var writer = ByteWriter()
            writer.writeVarint(first)
            (encoding, bytes) = (ColumnEncoding.constant, writer.bytes)
            return
        }
        let width = 64 - values.reduce(0, |).leadingZeroBitCount
        let rice = RiceCode.best(values)
        let golomb = GolombCode.best(values)
        let sizes = [
            (ColumnEncoding.runs, Self.runsSize(values)),
            (ColumnEncoding.packed, 1 + (values.count * width + 7) / 8),
            (ColumnEncoding.rice, 1 + (rice.bits + 7) / 8),
            (ColumnEncoding.golomb, golomb.map { 1 + ($0.bits + 7) / 8 } ?? .max),
        ]
        let smallest = sizes.reduce(sizes[0]) { $1.1 < $0.1 ? $1 : $0 }
        var bits = BitWriter()
        if smallest.0 == ColumnEncoding.packed {
            bits.write(UInt64(width), width: 8)
            for value in values { bits.write(value, width: width) }
        } else if smallest.0 == ColumnEncoding.rice {
            bits.write(UInt64(rice.order), width: 8)
            for value in values { bits.writeRice(value, order: rice.order) }
        } else if let golomb, smallest.0 == ColumnEncoding.golomb {
            bits.write(UInt64(golomb.order), width: 8)
            for value in values { bits.writeGolomb(value, order: golomb.order) }
        } else {
            (encoding, bytes) = (ColumnEncoding.runs, Self.runs(values))
            return
        }
        (encoding, bytes) = (smallest.0, bits.finish())
    }

    private static func runs(_ values: [UInt64]) -> [UInt8] {
        var writer = ByteWriter()
        forEachRun(values) { value, length in
            writer.writeVarint(value)
            writer.writeVarint(length)
        }
        return writer.bytes
    }

    private static func runsSize(_ values: [UInt64]) -> Int {
        var size = 0
        forEachRun(values) { size += ByteWriter.varintSize($0) + ByteWriter.varintSize($1) }
        return size
    }

    private static func forEachRun(_ values: [UInt64], _ body: (UInt64, UInt64) -> Void) {
        var start = 0
        while start < values.count {
            var end = start + 1
            while end < values.count, values[end] == values[start] { end += 1 }
            body(values[start], UInt64(end - start))
            start = end
        }
    }
}
