internal import Wire

/// A batch's facts as arrays, one a column, checked in full: reading a row can fail no more.
package struct DecodedBatch: Sendable, Equatable {
    /// Why a well-formed batch must wait: it is kept and passed on verbatim, and applied once this side has learnt more.
    package enum Deferral: Sendable, Hashable {
        case unknownHeaderField
        case unknownSchema(UInt64)
        case unknownColumn(UInt64)
        /// A column this side knows, written in a way it does not.
        case unknownEncoding(column: UInt64)
    }

    package let header: BatchHeader
    package let firstSequence: UInt64
    /// Facts in the batch, 1 … 65,536, also when it is deferred.
    package let count: Int
    /// The facts, first to last, that its bytes pay for (`BatchAllowance`); the others are never read.
    package let admitted: Int
    /// Set: the batch shows no rows.
    package let deferral: Deferral?
    package let subjects: SubjectDictionary
    /// Columns this side does not know, ascending.
    package let opaqueColumns: [OpaqueColumn]

    package let kinds: Column
    package let offerings: Column
    package let actors: Column
    package let courses: Column
    @usableFromInline let subjectIndexes: Column
    /// Ticks since the header's time, as two's complement.
    @usableFromInline let ticks: Column
    @usableFromInline let methods: Column
    @usableFromInline let values: Column
    @usableFromInline let assessments: Column
    @usableFromInline let slots: Column
    let sourceStatuses: Column
    let verifyModes: Column
    let workCodes: Column
    let references: SparseColumn<[FactReference]>
    let extensions: SparseColumn<[UInt8]>
    let proofs: SparseColumn<ActorProof>

    package var lastSequence: UInt64 { firstSequence + UInt64(count - 1) }

    /// The rows that may be applied: none while the batch is deferred.
    @inlinable
    package var rows: Range<Int> { 0..<(deferral == nil ? admitted : 0) }

    init(
        preamble: BatchHeader.Preamble, deferral: Deferral?, subjects: SubjectDictionary, columns: DecodedColumns,
        units: Int, limit: Int
    ) throws(DecodeError) {
        header = preamble.header
        firstSequence = preamble.firstSequence
        count = preamble.count
        self.deferral = deferral
        self.subjects = subjects
        opaqueColumns = columns.opaque
        kinds = columns[ColumnID.kind]
        offerings = columns[ColumnID.offering]
        actors = columns[ColumnID.actor]
        courses = columns[ColumnID.course]
        subjectIndexes = columns[ColumnID.subject]
        methods = columns[ColumnID.method]
        values = columns[ColumnID.value]
        assessments = columns[ColumnID.assessment]
        slots = columns[ColumnID.slot]
        sourceStatuses = columns[ColumnID.sourceStatus]
        verifyModes = columns[ColumnID.verifyMode]
        workCodes = columns[ColumnID.workCode]
        references = columns.references
        extensions = columns.extensions
        proofs = columns.proofs
        admitted = min(
            limit,
            BatchAllowance.admitted(
                kinds: kinds, offerings: offerings, rows: min(preamble.count, units), units: units))
        ticks = try ElapsedTicks.summed(columns[ColumnID.elapsed], header: preamble.header, count: admitted)
        if !preamble.hasUnknownFields { try Self.check(indexes: subjectIndexes, below: subjects.count) }
    }

    private static func check(indexes: Column, below count: Int) throws(DecodeError) {
        var largest = indexes.constant
        for index in indexes.values where index > largest { largest = index }
        guard largest < UInt64(count) else { throw .badValue("subject index") }
    }
}
