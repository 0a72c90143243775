import Application

enum OfferingRevision {
    /// Makes a revision for a new or changed offering, or programme. Random, so that one that is rolled back does not
    /// recur with other contents.
    static func new(_ context: WriteContext) -> UInt64 {
        context.random(6).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
