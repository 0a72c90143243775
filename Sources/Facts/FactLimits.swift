import Wire

/// The bounds of a batch and of its facts, each with its reason.
package enum FactLimits {
    /// Facts in one batch. Decoded memory grows with the count, so the count is bounded.
    package static let factsPerBatch = 65_536
    /// Bytes of one body: a batch fits one message.
    package static let bodyBytes = 1 << 20
    /// Bytes of an unrecognised code: more than any QR code or card a scanner reads.
    package static let rawSubjectBytes = 256
    /// References of one fact: marks of 32 siblings are quarantined, and twice that is no honest score.
    package static let referencesPerFact = 64
    /// Columns in one batch, known and unknown: the ids of version 1 end at 130.
    package static let columns = 64
    /// Upper bound, exclusive, of ids, sequences, boots and times, so that SQL and every client hold them exactly.
    package static let integer = Limits.integer
    /// The longest tick, one hour in milliseconds.
    package static let tickMs: UInt64 = 3_600_000
    /// The greatest distance of a time zone from UTC, in minutes.
    package static let zoneMinutes: Int64 = 24 * 60
}
