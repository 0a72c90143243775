import Storage

extension Schema {
    /// EXM-6: sittings whose paper is still kept as it was sat, by their end, and by the edition that they keep.
    static let keptPapers = Migration(
        57, "papers that are kept",
        """
        ALTER TABLE sitting ADD COLUMN erased BOOLEAN NOT NULL DEFAULT 0;
        CREATE INDEX sitting_kept ON sitting (erased, ends_ms, id);
        CREATE INDEX sitting_edition ON sitting (edition, erased);
        """)
}
