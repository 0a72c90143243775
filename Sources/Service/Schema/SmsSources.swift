import Storage

extension Schema {
    /// ACC-4b: codes requested by a source.
    static let smsSources = Migration(
        9, "codes asked for by a source",
        """
        CREATE TABLE sms_source (source TEXT PRIMARY KEY, used_until_ms TIME NOT NULL);
        CREATE INDEX sms_source_used ON sms_source (used_until_ms);
        """)
}
