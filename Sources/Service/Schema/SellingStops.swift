import Storage

extension Schema {
    /// ORD-2: when orders were stopped, and resumed. Of a site that was restored before, its payments count as reconciled.
    static let selling = Migration(
        35, "when orders were stopped",
        """
        CREATE TABLE selling_stop (id INT64 PRIMARY KEY, cause INT64 NOT NULL, reason TEXT NOT NULL,
            since_ms TIME NOT NULL, until_ms TIME NOT NULL, until_reason TEXT NOT NULL);
        CREATE INDEX selling_stop_until ON selling_stop (until_ms, id);
        INSERT INTO selling_stop (id, cause, reason, since_ms, until_ms, until_reason)
            SELECT id, 1, '', told_ms, told_ms, '' FROM lost_log;
        """)
}
