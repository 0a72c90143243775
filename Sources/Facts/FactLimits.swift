import Wire

/// Every bound of a batch and of the facts in it, each with its reason.
package enum FactLimits {
    /// Facts in one batch. Decoded memory is a function of the count, so the count itself is bounded.
    package static let factsPerBatch = 65_536
    /// Bytes of one body: a batch travels in one message.
    package static let bodyBytes = 1 << 20
    /// Bytes of a code that no roster recognised: longer than any QR or card a scanner delivers.
    package static let rawSubjectBytes = 256
    /// References of one fact: 32 siblings are quarantined, twice that is no honest score.
    package static let referencesPerFact = 64
    /// Columns in one batch, known and unknown: the ids of version 1 end at 130.
    package static let columns = 64
    /// Ids, sequences, boots and times stay below this, so that SQL and every client's number holds them exactly.
    package static let integer = Limits.integer
    /// A tick is at most an hour, in milliseconds.
    package static let tickMs: UInt64 = 3_600_000
    /// A time zone's distance from UTC, in minutes.
    package static let zoneMinutes: Int64 = 24 * 60
}
