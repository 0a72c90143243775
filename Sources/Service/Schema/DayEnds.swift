import Storage

extension Schema {
    /// ATT-10a. When the activity dates of offerings are over; a row goes when its day was looked at.
    static let dayEnds = Migration(
        34, "when activity dates are over",
        """
        CREATE TABLE day_end (offering INT64 NOT NULL, day INT64 NOT NULL, due_ms TIME NOT NULL,
            PRIMARY KEY (offering, day));
        CREATE INDEX day_end_due ON day_end (due_ms, offering, day);
        """)
}
