import Storage

extension Schema {
    /// SYN-3a. The end of a log that another succeeds, and the time it was opened.
    static let logEnds = Migration(
        16, "ends of logs",
        """
        ALTER TABLE log ADD COLUMN ends_at INT64;
        ALTER TABLE log ADD COLUMN opened_ms TIME NOT NULL DEFAULT 0;
        """)
}
