import Application

enum OfferingRevision {
    /// For an offering that is made or changed, in itself or by its programme. Drawn at random: one that a rollback
    /// takes back must not come again with other contents.
    static func new(_ context: WriteContext) -> UInt64 {
        context.random(6).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
