internal import Wire

/// Why facts cannot form a batch. Each is an error of the caller.
package enum BatchDefect: Error, Sendable, Hashable {
    /// No facts, or more than 65,536.
    case count
    case firstSequence
    /// A header field exceeds its limit.
    case header
    /// The row's time is not a multiple of the tick, precedes the header's or (live) the preceding fact's, or is out of
    /// range.
    case time(row: Int)
    /// The row's subject is 0, 2^53 or above, empty or longer than 256 bytes.
    case subject(row: Int)
    /// The row has too many references, or one to sequence 0 or beyond 2^53.
    case references(row: Int)
    /// The body would exceed 1 MiB; the caller must take fewer facts.
    case tooLarge
    /// An opaque column has an id this version knows, or the ids do not ascend.
    case opaqueColumn
}

extension Batch {
    /// Returns the canonical body of these facts: each column in its smallest encoding, followed by padding if the
    /// facts exceed the body's allowance. Decoding it and encoding the result gives the same bytes.
    package static func encode(
        header: BatchHeader, firstSequence: UInt64, facts: [Fact], opaqueColumns: [OpaqueColumn] = []
    ) throws(BatchDefect) -> [UInt8] {
        try check(header, firstSequence: firstSequence, count: facts.count)
        let ticks = try ticks(of: facts, header: header)
        try checkSubjectsAndReferences(facts)
        let subjects = SubjectDictionary(of: facts.lazy.map(\.subject))

        var columns = ColumnSet()
        columns.add(ColumnID.kind, facts) { $0.kind.number }
        columns.add(ColumnID.subject, facts) { UInt64(subjects.index(of: $0.subject) ?? 0) }
        columns.add(ColumnID.elapsed, ElapsedTicks.deltas(of: ticks, imported: header.isImported))
        columns.add(ColumnID.offering, facts) { $0.offering }
        columns.add(ColumnID.actor, facts) { $0.actor }
        columns.add(ColumnID.method, facts) { $0.method.number }
        columns.addSparse(ColumnID.references, facts) {
            $0.references.isEmpty ? nil : ReferenceCoding.encode($0.references)
        }
        columns.addSparse(ColumnID.extensions, facts) { $0.extensions.isEmpty ? nil : $0.extensions }
        columns.add(ColumnID.value, facts) { $0.value }
        columns.add(ColumnID.assessment, facts) { $0.assessment }
        columns.add(ColumnID.course, facts) { $0.course }
        columns.add(ColumnID.slot, facts) { $0.slot }
        columns.addSparse(ColumnID.proof, facts) { fact in fact.proof.map { [$0.algorithm] + $0.signature } }
        columns.add(ColumnID.sourceStatus, facts) { $0.source.status }
        columns.add(ColumnID.verifyMode, facts) { $0.source.verifyMode }
        columns.add(ColumnID.workCode, facts) { $0.source.workCode }
        guard columns.merge(opaqueColumns) else { throw .opaqueColumn }

        let body = body(header, firstSequence, facts.count, subjects, columns)
        guard body.count <= FactLimits.bodyBytes else { throw .tooLarge }
        let lacking = BatchAllowance.cost(of: facts) - BatchAllowance.units(ofBytes: body.count)
        guard lacking > 0, columns.pad(lacking) else { return body }
        return self.body(header, firstSequence, facts.count, subjects, columns)
    }

    private static func body(
        _ header: BatchHeader, _ firstSequence: UInt64, _ count: Int, _ subjects: SubjectDictionary,
        _ columns: ColumnSet
    ) -> [UInt8] {
        var writer = ByteWriter()
        header.write(firstSequence: firstSequence, count: count, to: &writer)
        subjects.write(to: &writer)
        columns.write(to: &writer)
        return writer.bytes
    }

    private static func check(
        _ header: BatchHeader, firstSequence: UInt64, count: Int
    ) throws(BatchDefect) {
        guard (1...FactLimits.factsPerBatch).contains(count) else { throw .count }
        guard firstSequence > 0, firstSequence < FactLimits.integer - UInt64(count) else { throw .firstSequence }
        let times = -Int64(FactLimits.integer) + 1..<Int64(FactLimits.integer)
        let zones = -FactLimits.zoneMinutes + 1..<FactLimits.zoneMinutes
        let timebaseFits =
            switch header.timebase {
            case .none: true
            case .boot(let boot, let ms): boot < FactLimits.integer && ms < FactLimits.integer
            case .imported(let zone, let ms): zones.contains(zone) && times.contains(ms)
            }
        guard timebaseFits, header.wallMs.map(times.contains) ?? true, header.schema < FactLimits.integer,
            (header.receipt?.timeMs ?? 0) < FactLimits.integer, (1...FactLimits.tickMs).contains(header.tickMs)
        else { throw .header }
    }

    private static func ticks(of facts: [Fact], header: BatchHeader) throws(BatchDefect) -> [Int64] {
        let tick = Int64(header.tickMs)
        let limit = Int64(FactLimits.integer / header.tickMs)
        var ticks: [Int64] = []
        ticks.reserveCapacity(facts.count)
        for row in facts.indices {
            let (quotient, remainder) = facts[row].offsetMs.quotientAndRemainder(dividingBy: tick)
            let ordered = header.isImported || quotient >= (ticks.last ?? 0)
            guard remainder == 0, quotient > -limit, quotient < limit, ordered else { throw .time(row: row) }
            ticks.append(quotient)
        }
        return ticks
    }

    private static func checkSubjectsAndReferences(_ facts: [Fact]) throws(BatchDefect) {
        for (row, fact) in facts.enumerated() {
            switch fact.subject {
            case .person(let id):
                guard (1..<FactLimits.integer).contains(id) else { throw .subject(row: row) }
            case .raw(let bytes):
                guard (1...FactLimits.rawSubjectBytes).contains(bytes.count) else { throw .subject(row: row) }
            }
            let inRange = fact.references.allSatisfy { (1..<FactLimits.integer).contains($0.sequence) }
            guard inRange, fact.references.count <= FactLimits.referencesPerFact else { throw .references(row: row) }
        }
    }
}

/// The columns of a body being written. Columns of zeros are omitted.
private struct ColumnSet {
    private var columns: [OpaqueColumn] = []

    mutating func add(_ id: UInt64, _ values: [UInt64]) {
        guard let column = EncodedColumn(values) else { return }
        columns.append(OpaqueColumn(id: id, encoding: column.encoding, bytes: column.bytes))
    }

    // Reads the facts in place: copying one retains four references, and there are sixteen columns.
    @inline(__always)
    mutating func add(_ id: UInt64, _ facts: [Fact], _ number: (Fact) -> UInt64) {
        let facts = facts.span
        var values: [UInt64] = []
        values.reserveCapacity(facts.count)
        for row in facts.indices { values.append(number(facts[row])) }
        add(id, values)
    }

    @inline(__always)
    mutating func addSparse(_ id: UInt64, _ facts: [Fact], _ bytes: (Fact) -> [UInt8]?) {
        var column = SparseColumn<[UInt8]>()
        let facts = facts.span
        for row in facts.indices {
            if let bytes = bytes(facts[row]) { column.append(bytes, row: row) }
        }
        guard let encoded = column.encoded({ $0 }) else { return }
        columns.append(OpaqueColumn(id: id, encoding: ColumnEncoding.sparse, bytes: encoded))
    }

    /// Returns false if a column's id is known to this version, or the ids do not ascend.
    mutating func merge(_ opaque: [OpaqueColumn]) -> Bool {
        for (before, next) in zip(opaque, opaque.dropFirst()) where before.id >= next.id { return false }
        guard opaque.allSatisfy({ !ColumnID.isKnown($0.id) }) else { return false }
        columns += opaque
        columns.sort { $0.id < $1.id }
        return columns.count <= FactLimits.columns
    }

    /// Adds a padding column, which no reader interprets. Returns false if there is one already or no room for it.
    mutating func pad(_ bytes: Int) -> Bool {
        guard columns.count < FactLimits.columns, columns.allSatisfy({ $0.id < ColumnID.padding }) else { return false }
        let zeros = [UInt8](repeating: 0, count: bytes)
        columns.append(OpaqueColumn(id: ColumnID.padding, encoding: ColumnEncoding.constant, bytes: zeros))
        return true
    }

    func write(to writer: inout ByteWriter) {
        writer.writeVarint(UInt64(columns.count))
        for column in columns {
            writer.writeVarint(column.id)
            writer.writeByte(column.encoding)
            writer.writeVarint(UInt64(column.bytes.count))
            writer.writeBytes(column.bytes)
        }
    }
}
