package import Wire

/// The body of a batch:
/// ```
/// u8 layout = 1
/// uv flags: 0 first sequence · 1 count · 2 boot, monotonic · 3 wall · 4 receipt · 5 schema · 6 imported · 7 tick
/// [uv firstSequence] [uv count] [uv boot, uv monotonicMs] [sv wallMs] [uv receiptSequence,
/// u64 receiptTimeMs, u64 receiptToken, uv receiptBoot, uv receiptMonotonicMs]
/// [uv schema] [sv zoneMinutes, sv localMs] [uv tickMs]
/// dictionary  uv n; n > 0: uv first, u8 k, (n − 1) × Rice(k) of difference − 1; uv m, m × { uv length, bytes }
/// columns     uv n, n × { uv id ascending, u8 encoding, uv length, bytes }
/// ```
/// Absent: first sequence, count, schema 1, tick 1000, a column zeros.
///
/// Facts beyond what the bytes pay for (`BatchAllowance`) are counted and not read.
package enum Batch {
    /// Decodes and checks a whole body. Memory is at most 180 times the body and 10 kB, whatever the bytes claim.
    package static func decode(_ body: [UInt8]) throws(DecodeError) -> DecodedBatch {
        try decode(body.span)
    }

    /// - Parameter limit: facts that are read at most, where others bound them as well.
    package static func decode(_ body: Span<UInt8>, atMost limit: Int = .max) throws(DecodeError) -> DecodedBatch {
        var reader = try open(body)
        let preamble = try BatchHeader.read(&reader)
        let units = BatchAllowance.units(ofBytes: body.count)
        if preamble.hasUnknownFields {
            // Where the dictionary begins only a newer reader knows.
            return try DecodedBatch(
                preamble: preamble, deferral: .unknownHeaderField, subjects: SubjectDictionary(persons: [], raws: []),
                columns: DecodedColumns(), units: units, limit: limit)
        }
        let subjects = try SubjectDictionary(&reader, count: preamble.count)
        let columns = try DecodedColumns(&reader, count: preamble.count, kept: min(preamble.count, units))
        let schema = preamble.header.schema
        let deferral: DecodedBatch.Deferral? =
            schema != BatchHeader.currentSchema
            ? .unknownSchema(schema) : columns.deferral
        return try DecodedBatch(
            preamble: preamble, deferral: deferral, subjects: subjects, columns: columns, units: units, limit: limit)
    }

    /// Whom a body is about, without decoding its columns. Nil while only a newer reader can tell.
    package static func subjects(of body: [UInt8]) throws(DecodeError) -> SubjectDictionary? {
        var reader = try open(body.span)
        let preamble = try BatchHeader.read(&reader)
        return preamble.hasUnknownFields ? nil : try SubjectDictionary(&reader, count: preamble.count)
    }

    /// The first and last sequence of a body, from its header alone.
    package static func sequences(of body: [UInt8]) throws(DecodeError) -> ClosedRange<UInt64> {
        var reader = try open(body.span)
        let preamble = try BatchHeader.read(&reader)
        return preamble.firstSequence...preamble.firstSequence + UInt64(preamble.count - 1)
    }

    @_lifetime(copy body)
    private static func open(_ body: Span<UInt8>) throws(DecodeError) -> ByteReader {
        guard body.count <= FactLimits.bodyBytes else { throw .tooLarge }
        return ByteReader(body)
    }
}
