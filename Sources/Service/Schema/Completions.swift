import Storage

extension Schema {
    /// CRT-2: a certificate entered before its person had an account is found by the ID number, and each completion has one certificate.
    static let completions = Migration(
        53, "certificates of completion",
        """
        ALTER TABLE certificate ADD COLUMN id_number_hash BYTES;
        CREATE INDEX certificate_id_number ON certificate (id_number_hash, person, id);
        CREATE TABLE completion (subject INT64 NOT NULL, person INT64 NOT NULL, certificate INT64 NOT NULL,
            PRIMARY KEY (subject, person));
        """)
}
