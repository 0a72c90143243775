import Storage

extension Schema {
    /// LEV-1. A leave lasts at most 366 days, so that a range of last days finds all that touch an offering.
    static let leave = Migration(
        5, "leave",
        """
        CREATE TABLE leave (id INT64 PRIMARY KEY, person INT64 NOT NULL, base INT64 NOT NULL, kind INT64 NOT NULL,
            from_day INT64 NOT NULL, to_day INT64 NOT NULL, reason TEXT NOT NULL, state INT64 NOT NULL,
            asked_ms TIME NOT NULL, decided_ms TIME NOT NULL, decision_reason TEXT NOT NULL);
        CREATE INDEX leave_person ON leave (person, id);
        CREATE INDEX leave_person_days ON leave (person, state, to_day);
        CREATE INDEX leave_base ON leave (base, id);
        CREATE INDEX leave_base_state ON leave (base, state, id);
        CREATE INDEX leave_base_days ON leave (base, state, to_day);
        """)
}
