/// The numbers of one fact in a decoded batch. Allocates nothing, for scanning many rows.
package struct BatchRow: Sendable {
    package let row: Int
    package let sequence: UInt64
    /// The number of `kind`; comparing numbers is the fastest.
    package let kindNumber: UInt64
    /// The person's id; 0 if the subject is a raw code, which `DecodedBatch.subject(row)` returns.
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
    /// Calls `body` for every row in order; for none if the batch is deferred. Allocates nothing.
    @inlinable
    package func forEachRow<Failure>(_ body: (BatchRow) throws(Failure) -> Void) throws(Failure) {
        for row in rows { try body(self[row]) }
    }

    /// Returns the numbers of a row, which must be in `rows`.
    @inlinable @inline(__always)
    package subscript(row: Int) -> BatchRow {
        let index = Int(truncatingIfNeeded: subjectIndexes[row])
        return BatchRow(
            row: row, sequence: firstSequence &+ UInt64(truncatingIfNeeded: row), kindNumber: kinds[row],
            person: index < subjects.persons.count ? subjects.persons[index] : 0, offsetMs: offsetMs(row),
            offering: offerings[row], actor: actors[row], methodNumber: methods[row],
            course: courses[row], slot: slots[row])
    }

    /// Returns milliseconds between the header's time and the row; within ±2^53, as decoding checked.
    @inlinable @inline(__always)
    package func offsetMs(_ row: Int) -> Int64 {
        Int64(bitPattern: ticks[row]) &* Int64(truncatingIfNeeded: header.tickMs)
    }

    package func subject(_ row: Int) -> Subject {
        subjects[Int(truncatingIfNeeded: subjectIndexes[row])]
    }

    /// Returns the asserted local time of an imported row in milliseconds since 1970; nil for a live row.
    package func localMs(_ row: Int) -> Int64? {
        switch header.timebase {
        case .imported(_, let localMs): localMs &+ offsetMs(row)
        case .none, .boot: nil
        }
    }

    /// Returns the boot and its monotonic milliseconds of a live row; nil for an imported or a server's row.
    package func monotonicMs(_ row: Int) -> (boot: UInt64, ms: UInt64)? {
        switch header.timebase {
        case .boot(let boot, let monotonicMs): (boot, monotonicMs &+ UInt64(bitPattern: offsetMs(row)))
        case .none, .imported: nil
        }
    }

    /// Returns the recorder's wall clock, UTC milliseconds, for a live or a server's row; nil if the header has none.
    package func wallMs(_ row: Int) -> Int64? {
        header.wallMs.map { $0 &+ offsetMs(row) }
    }

    /// Returns the whole fact of a row, which must be in `rows`.
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

    /// Every fact in order; empty if the batch is deferred.
    package var facts: some RandomAccessCollection<Fact> {
        rows.lazy.map(fact)
    }

    /// The offerings the batch touches, ascending, without duplicates.
    package var offeringsTouched: [UInt64] {
        offerings.distinct(rows: rows.count)
    }

    /// Whether every number of every row is below 2^53; greater ones are neither ids nor values. May be false although
    /// only unread facts exceed the bound.
    package var isInRange: Bool {
        [kinds, offerings, actors, courses, values, assessments, slots]
            .allSatisfy { column in max(column.constant, column.values.max() ?? 0) < FactLimits.integer }
    }

    /// Returns whether every number of the row is below 2^53.
    package func isInRange(_ row: Int) -> Bool {
        let limit = FactLimits.integer
        return offerings[row] < limit && actors[row] < limit && courses[row] < limit && values[row] < limit
            && assessments[row] < limit && slots[row] < limit
    }

    package func assessment(_ row: Int) -> UInt64 { assessments[row] }

    /// Whether this version knows the recording method of every fact.
    package var hasKnownMethods: Bool {
        methods.distinct(rows: rows.count).allSatisfy { number in
            if case .unknown = FactMethod(number: number) { false } else { true }
        }
    }

    package var hasReferences: Bool { !references.rows.isEmpty }

    /// Returns whether the batch contains the subject. Reads the dictionary only, so it answers for a deferred batch
    /// too.
    package func contains(_ subject: Subject) -> Bool {
        subjects.contains(subject)
    }
}
