import Storage

extension Schema {
    /// CRD-2: what became of each award, in entries that are added and never changed; the state of the award's row is that of its
    /// last entry. `ordinal` is an id, which ascends. `detail` is what a decision about a difference was about. When and by whom an award was reversed before there
    /// were entries, only the audit log says.
    static let creditLedger = Migration(
        41, "ledger of credit",
        """
        CREATE TABLE credit_entry (award INT64 NOT NULL, ordinal INT64 NOT NULL, event INT64 NOT NULL,
            state INT64 NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, person INT64 NOT NULL,
            at_ms TIME NOT NULL, PRIMARY KEY (award, ordinal));
        INSERT INTO credit_entry (award, ordinal, event, state, reason, detail, person, at_ms)
            SELECT id, 1, 1, CASE state WHEN 3 THEN 2 ELSE state END, '', '', awarded_by, awarded_ms FROM award;
        INSERT INTO credit_entry (award, ordinal, event, state, reason, detail, person, at_ms)
            SELECT id, 2, 4, 3, reason, '', 0, 0 FROM award WHERE state = 3;
        CREATE TABLE award_exclusion (offering INT64 NOT NULL, person INT64 NOT NULL, reason TEXT NOT NULL,
            excluded_by INT64 NOT NULL, at_ms TIME NOT NULL, PRIMARY KEY (offering, person));
        """)
}
