import Storage

extension Schema {
    /// SYN-8. What the clocks of terminals are known by. A row of `contact` that proves something is a contact with the
    /// server: at `monotonic_ms` of the boot true time lay from `earliest_ms` to `latest_ms`; the other rows are what the
    /// wall clock showed at the head of a batch. `terminal_clock`: how many rows there are, the last contact, whether facts
    /// made after it are here, and a version that changes when facts that are here may have got another time.
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
