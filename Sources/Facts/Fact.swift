/// One recorded fact: its recorder, subject, time by the recorder's clock, and content.
package struct Fact: Sendable, Hashable {
    package var kind: FactKind
    package var subject: Subject
    /// Milliseconds since the time in the batch's header, a multiple of the batch's tick. Never negative and never
    /// decreasing in a live batch; in any order in an imported one.
    package var offsetMs: Int64
    package var offering: UInt64
    /// The person who recorded the fact; 0 for the device alone.
    package var actor: UInt64
    package var method: FactMethod
    package var references: [FactReference]
    /// A score in hundredths.
    package var value: UInt64
    package var assessment: UInt64
    package var course: UInt64
    /// The slot of the venue's rotating code that was scanned.
    package var slot: UInt64
    /// Opaque bytes of an extension; empty for none.
    package var extensions: [UInt8]
    package var proof: ActorProof?
    package var source: SourceMarks

    package init(
        kind: FactKind, subject: Subject, offsetMs: Int64 = 0, offering: UInt64 = 0, actor: UInt64 = 0,
        method: FactMethod, references: [FactReference] = [], value: UInt64 = 0, assessment: UInt64 = 0,
        course: UInt64 = 0, slot: UInt64 = 0, extensions: [UInt8] = [], proof: ActorProof? = nil,
        source: SourceMarks = SourceMarks()
    ) {
        self.kind = kind
        self.subject = subject
        self.offsetMs = offsetMs
        self.offering = offering
        self.actor = actor
        self.method = method
        self.references = references
        self.value = value
        self.assessment = assessment
        self.course = course
        self.slot = slot
        self.extensions = extensions
        self.proof = proof
        self.source = source
    }
}

/// The fields of an attendance file beside person and time. Stored as evidence, never trusted.
package struct SourceMarks: Sendable, Hashable {
    package var status: UInt64
    package var verifyMode: UInt64
    package var workCode: UInt64

    package init(status: UInt64 = 0, verifyMode: UInt64 = 0, workCode: UInt64 = 0) {
        self.status = status
        self.verifyMode = verifyMode
        self.workCode = workCode
    }
}

/// An actor's own signature. The column is reserved: it is stored and not yet required.
package struct ActorProof: Sendable, Hashable {
    package var algorithm: UInt8
    /// 64 bytes.
    package var signature: [UInt8]

    /// Returns nil unless the signature has 64 bytes.
    package init?(algorithm: UInt8, signature: [UInt8]) {
        guard signature.count == 64 else { return nil }
        self.algorithm = algorithm
        self.signature = signature
    }
}
