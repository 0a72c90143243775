/// One fact of a decoded batch without anything that costs memory: numbers only, for scanning many.
package struct BatchRow: Sendable {
    package let row: Int
    package let sequence: UInt64
    /// See `kind`; comparing numbers is the fastest.
    package let kindNumber: UInt64
    /// The person's id; 0 when the code was not recognised (`DecodedBatch.subject(row)` has it).
    package let person: UInt64
    /// Milliseconds since the header's time.
    package let offsetMs: Int64
    package let offering: UInt64
    package let actor: UInt64
    package let methodNumber: UInt64
    package let course: UInt64
    package let slot: UInt64

    @inlinable
    init(
        row: Int, sequence: UInt64, kindNumber: UInt64, person: UInt64, offsetMs: Int64, offering: UInt64,
        actor: UInt64,
        methodNumber: UInt64, course: UInt64, slot: UInt64
    ) {
        self.row = row
        self.sequence = sequence
        self.kindNumber = kindNumber
        self.person = person
        self.offsetMs = offsetMs
        self.offering = offering
        self.actor = actor
        self.methodNumber = methodNumber
        self.course = course
        self.slot = slot
    }

    @inlinable package var kind: FactKind { FactKind(number: kindNumber) }

    @inlinable package var method: FactMethod { FactMethod(number: methodNumber) }
}

extension DecodedBatch {
    /// Calls `body` for every row in order; for none while the batch is deferred. Allocates nothing.
    @inlinable
    package func forEachRow<Failure>(_ body: (BatchRow) throws(Failure) -> Void) throws(Failure) {
        for row in rows { try body(self[row]) }
    }

    /// The numbers of a row, which must be in `rows`.
    @inlinable @inline(__always)
    package subscript(row: Int) -> BatchRow {
        let index = Int(truncatingIfNeeded: subjectIndexes[row])
        return BatchRow(
            row: row, sequence: firstSequence &+ UInt64(truncatingIfNeeded: row), kindNumber: kinds[row],
            person: index < subjects.persons.count ? subjects.persons[index] : 0, offsetMs: offsetMs(row),
            offering: offerings[row], actor: actors[row], methodNumber: methods[row],
            course: courses[row], slot: slots[row])
    }

    /// Milliseconds between the header's time and the row. Within ±2^53: decoding saw to it.
    @inlinable @inline(__always)
    package func offsetMs(_ row: Int) -> Int64 {
        Int64(bitPattern: ticks[row]) &* Int64(truncatingIfNeeded: header.tickMs)
    }

    package func subject(_ row: Int) -> Subject {
        subjects[Int(truncatingIfNeeded: subjectIndexes[row])]
    }

    /// The asserted local time of an imported row in milliseconds, nil for a live one.
    package func localMs(_ row: Int) -> Int64? {
        switch header.timebase {
        case .imported(_, let localMs): localMs &+ offsetMs(row)
        case .none, .boot: nil
        }
    }

    /// Monotonic milliseconds of a live row in its boot, nil for an imported one or a server's.
    package func monotonicMs(_ row: Int) -> (boot: UInt64, ms: UInt64)? {
        switch header.timebase {
        case .boot(let boot, let monotonicMs): (boot, monotonicMs &+ UInt64(bitPattern: offsetMs(row)))
        case .none, .imported: nil
        }
    }

    /// What the recorder's wall clock showed, UTC milliseconds, for a live row or a server's; nil where the header has none.
    package func wallMs(_ row: Int) -> Int64? {
        header.wallMs.map { $0 &+ offsetMs(row) }
    }

    /// The whole fact of a row, which must be in `rows`.
    package func fact(_ row: Int) -> Fact {
        let numbers = self[row]
        return Fact(
            kind: numbers.kind, subject: subject(row), offsetMs: numbers.offsetMs, offering: numbers.offering,
            actor: numbers.actor, method: numbers.method, references: references[row] ?? [], value: values[row],
            assessment: assessments[row], course: numbers.course, slot: numbers.slot,
            extensions: extensions[row] ?? [], proof: proofs[row],
            source: SourceMarks(
                status: sourceStatuses[row], verifyMode: verifyModes[row], workCode: workCodes[row]))
    }

    /// Every fact in order; none while the batch is deferred.
    package var facts: some RandomAccessCollection<Fact> {
        rows.lazy.map(fact)
    }

    /// The offerings the batch touches, ascending, each once.
    package var offeringsTouched: [UInt64] {
        offerings.distinct(rows: rows.count)
    }

    /// Whether every number of every row is below 2^53; what is not is nobody's id and no value. May say no where only
    /// facts that are not read are beyond.
    package var isInRange: Bool {
        [kinds, offerings, actors, courses, values, assessments, slots]
            .allSatisfy { column in max(column.constant, column.values.max() ?? 0) < FactLimits.integer }
    }

    /// Whether every number of a row is.
    package func isInRange(_ row: Int) -> Bool {
        let limit = FactLimits.integer
        return offerings[row] < limit && actors[row] < limit && courses[row] < limit && values[row] < limit
            && assessments[row] < limit && slots[row] < limit
    }

    package func assessment(_ row: Int) -> UInt64 { assessments[row] }

    /// Whether this side knows how every fact came to be recorded.
    package var hasKnownMethods: Bool {
        methods.distinct(rows: rows.count).allSatisfy { number in
            if case .unknown = FactMethod(number: number) { false } else { true }
        }
    }

    package var hasReferences: Bool { !references.rows.isEmpty }

    /// Whether the batch is about this subject; looks at the dictionary only, so a deferred batch answers too.
    package func contains(_ subject: Subject) -> Bool {
        subjects.contains(subject)
    }
}
