package import Wire

/// The layout of a batch's body:
/// ```
/// u8 layout = 1
/// uv flags: 0 first sequence · 1 count · 2 boot, monotonic · 3 wall · 4 receipt · 5 schema · 6 imported · 7 tick
/// [uv firstSequence] [uv count] [uv boot, uv monotonicMs] [sv wallMs] [uv receiptSequence,
/// u64 receiptTimeMs, u64 receiptToken, uv receiptBoot, uv receiptMonotonicMs]
/// [uv schema] [sv zoneMinutes, sv localMs] [uv tickMs]
/// dictionary  uv n; n > 0: uv first, u8 k, (n − 1) × Rice(k) of difference − 1; uv m, m × { uv length, bytes }
/// columns     uv n, n × { uv id ascending, u8 encoding, uv length, bytes }
/// ```
/// Defaults of absent parts: first sequence 1, count 1, schema 1, tick 1000; an absent column is all zeros.
///
/// Facts beyond the allowance of the body's size (`BatchAllowance`) are counted and not read.
package enum Batch {
    /// Decodes and checks a whole body. Takes at most 180 times the body's size plus 10 kB of memory, whatever it
    /// contains.
    package static func decode(_ body: [UInt8]) throws(DecodeError) -> DecodedBatch {
        try decode(body.span)
    }

    /// - Parameter limit: the most facts to read, where the caller has a bound of its own.
    package static func decode(_ body: Span<UInt8>, atMost limit: Int = .max) throws(DecodeError) -> DecodedBatch {
        var reader = try open(body)
        let preamble = try BatchHeader.read(&reader)
        let units = BatchAllowance.units(ofBytes: body.count)
        if preamble.hasUnknownFields {
            // Unknown header fields hide where the dictionary begins.
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

    /// Reads only the subject dictionary. Nil if the header has unknown fields.
    package static func subjects(of body: [UInt8]) throws(DecodeError) -> SubjectDictionary? {
        var reader = try open(body.span)
        let preamble = try BatchHeader.read(&reader)
        return preamble.hasUnknownFields ? nil : try SubjectDictionary(&reader, count: preamble.count)
    }

    /// Reads the first and last sequence from the header alone.
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
