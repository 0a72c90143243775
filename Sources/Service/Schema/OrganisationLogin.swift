import Storage

extension Schema {
    /// ACC-7: organisations' accounts.
    static let organisationLogin = Migration(
        8, "accounts of organisations and their responsible people",
        """
        CREATE TABLE organisation_account (organisation INT64 PRIMARY KEY, name TEXT NOT NULL, password BYTES NOT NULL,
            must_change BOOLEAN NOT NULL);
        CREATE UNIQUE INDEX organisation_account_name ON organisation_account (name);
        CREATE TABLE responsible_person (organisation INT64 NOT NULL, person INT64 NOT NULL,
            PRIMARY KEY (organisation, person));
        CREATE INDEX responsible_person_person ON responsible_person (person, organisation);

        -- For which organisation the person acts; 0 = for themselves.
        ALTER TABLE session ADD COLUMN organisation INT64 NOT NULL DEFAULT 0;
        """)
}
