internal import Wire

/// A batch's facts as one array per column. Decoding checked everything, so reading a row cannot fail.
package struct DecodedBatch: Sendable, Equatable {
    /// Why a well-formed batch is not applied yet. It is stored and passed on verbatim, and applied after an upgrade.
    package enum Deferral: Sendable, Hashable {
        case unknownHeaderField
        case unknownSchema(UInt64)
        case unknownColumn(UInt64)
        /// A known column in an unknown encoding.
        case unknownEncoding(column: UInt64)
    }

    package let header: BatchHeader
    package let firstSequence: UInt64
    /// The facts in the batch, 1 … 65,536, also if it is deferred.
    package let count: Int
    /// The number of facts, from the first on, within the allowance (`BatchAllowance`); the others are never read.
    package let admitted: Int
    /// Why the batch is deferred, if it is; then `rows` is empty.
    package let deferral: Deferral?
    package let subjects: SubjectDictionary
    /// Columns unknown to this version, ascending.
    package let opaqueColumns: [OpaqueColumn]

    package let kinds: Column
    package let offerings: Column
    package let actors: Column
    package let courses: Column
    @usableFromInline let subjectIndexes: Column
    /// Ticks since the header's time, in two's complement.
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

    /// The rows that may be applied; empty if the batch is deferred.
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
