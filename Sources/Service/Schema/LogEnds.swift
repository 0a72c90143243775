import Storage

extension Schema {
    /// SYN-3a. Where a log ends because another follows it, and when it was begun.
    static let logEnds = Migration(
        16, "ends of logs",
        """
        ALTER TABLE log ADD COLUMN ends_at INT64;
        ALTER TABLE log ADD COLUMN opened_ms TIME NOT NULL DEFAULT 0;
        """)
}
