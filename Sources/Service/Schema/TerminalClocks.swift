import Storage

extension Schema {
    /// SYN-8. The evidence about terminals' clocks. A row of `contact` that proves something is a contact with the
    /// server: at `monotonic_ms` of the boot true time was between `earliest_ms` and `latest_ms`; the other rows are
    /// the wall clock's readings in batch headers. `terminal_clock`: the number of rows, the last contact, whether
    /// facts made after it have arrived, and a version that changes when present facts may have got another time.
    static let contacts = Migration(
        17, "contacts of terminals, and what their clocks showed",
        """
        CREATE TABLE contact (terminal INT64 NOT NULL, boot INT64 NOT NULL, proves BOOLEAN NOT NULL,
            monotonic_ms INT64 NOT NULL, earliest_ms TIME NOT NULL, latest_ms TIME NOT NULL, wall_ms TIME,
            PRIMARY KEY (terminal, boot, proves, monotonic_ms));
        CREATE TABLE terminal_clock (terminal INT64 PRIMARY KEY, version INT64 NOT NULL, readings INT64 NOT NULL,
            boot INT64 NOT NULL, monotonic_ms INT64 NOT NULL, has_later BOOLEAN NOT NULL,
            forged_receipts INT64 NOT NULL);
        """)
}
