import Storage

extension Schema {
    /// ACC-12. The index makes a page of an organisation's staff one of its ranges.
    static let staffAccounts = Migration(
        22, "accounts of staff, and disabled ones",
        """
        ALTER TABLE account ADD COLUMN disabled_ms TIME NOT NULL DEFAULT 0;
        -- Made for somebody to have a role: those responsible for the role may disable it and reset its password. An account
        -- that a person made, or that was made for a trainee, stays theirs whatever roles it gets.
        ALTER TABLE account ADD COLUMN for_staff BOOLEAN NOT NULL DEFAULT 0;
        CREATE INDEX role_grant_staff ON role_grant (organisation, person);
        """)
}
