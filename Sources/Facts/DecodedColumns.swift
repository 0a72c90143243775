internal import Wire

/// The columns of a batch by id, before they are checked against each other. An absent column is all zeros.
struct DecodedColumns {
    private(set) var opaque: [OpaqueColumn] = []
    private(set) var references = SparseColumn<[FactReference]>()
    private(set) var extensions = SparseColumn<[UInt8]>()
    private(set) var proofs = SparseColumn<ActorProof>()
    private var numbers: [(id: UInt64, column: Column)] = []

    init() {}

    /// Reads `uv n, n × { uv id ascending, u8 encoding, uv length, bytes }` up to the end.
    /// - Parameter kept: how many rows, from the first on, to keep of each number column; all are checked.
    init(_ reader: inout ByteReader, count: Int, kept: Int) throws(DecodeError) {
        let length = try reader.readVarint()
        guard length <= UInt64(FactLimits.columns) else { throw .badValue("columns") }
        var last: UInt64?
        for _ in 0..<length {
            let id = try reader.readVarint()
            if let last, id <= last { throw .badValue("column order") }
            last = id
            let encoding = try reader.readByte()
            let size = try reader.readVarint()
            try add(id: id, encoding: encoding, try reader.readSpan(size), count: count, kept: kept)
        }
        try reader.finish()
    }

    /// Why these columns defer the batch; nil if they do not.
    var deferral: DecodedBatch.Deferral? {
        guard let first = opaque.first, first.id < ColumnID.ignorableFrom else { return nil }
        return ColumnID.isKnown(first.id) ? .unknownEncoding(column: first.id) : .unknownColumn(first.id)
    }

    subscript(id: UInt64) -> Column {
        for number in numbers where number.id == id { return number.column }
        return Column(constant: 0)
    }

    private mutating func add(
        id: UInt64, encoding: UInt8, _ bytes: Span<UInt8>, count: Int, kept: Int
    ) throws(DecodeError) {
        switch id {
        case _ where !ColumnID.isKnown(id) || encoding > ColumnEncoding.highest:
            var reader = ByteReader(bytes)
            let raw = try reader.readBytes(UInt64(bytes.count))
            opaque.append(OpaqueColumn(id: id, encoding: encoding, bytes: raw))
        case ColumnID.references:
            try Self.requireSparse(encoding)
            references = try SparseColumn(bytes, count: count, parse: ReferenceCoding.decode)
        case ColumnID.extensions:
            try Self.requireSparse(encoding)
            extensions = try SparseColumn(bytes, count: count) { reader throws(DecodeError) in
                try reader.readBytes(UInt64(reader.remaining))
            }
        case ColumnID.proof:
            try Self.requireSparse(encoding)
            proofs = try SparseColumn(bytes, count: count) { reader throws(DecodeError) in
                let algorithm = try reader.readByte()
                guard let proof = ActorProof(algorithm: algorithm, signature: try reader.readBytes(64)) else {
                    throw .truncated
                }
                return proof
            }
        default:
            numbers.append((id, try Column(encoding: encoding, bytes, count: count, kept: kept)))
        }
    }

    private static func requireSparse(_ encoding: UInt8) throws(DecodeError) {
        guard encoding == ColumnEncoding.sparse else { throw .badValue("column encoding") }
    }
}
