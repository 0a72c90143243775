import Storage

extension Schema {
    /// EXM-7: records from outside. `standing` is 0 until one is rejected or withdrawn, then its own id: of the same person, thing and
    /// day an organisation has one. Its person is whoever has the ID number, which a closed account takes out of it.
    static let outsideRecords = Migration(
        52, "records from outside",
        """
        CREATE TABLE outside_record (id INT64 PRIMARY KEY, organisation INT64 NOT NULL, standing INT64 NOT NULL,
            state INT64 NOT NULL, name TEXT NOT NULL, id_number_sealed BYTES, id_number_hash BYTES,
            title TEXT NOT NULL, day INT64 NOT NULL, mark TEXT NOT NULL, hours_tenths INT64 NOT NULL,
            credits_tenths INT64 NOT NULL, category INT64 NOT NULL, reason TEXT NOT NULL, entered_by INT64 NOT NULL,
            entered_ms TIME NOT NULL);
        CREATE UNIQUE INDEX outside_record_row ON outside_record (organisation, id_number_hash, day, title, standing);
        CREATE INDEX outside_record_person ON outside_record (id_number_hash, id);
        CREATE INDEX outside_record_list ON outside_record (organisation, id);
        CREATE INDEX outside_record_state ON outside_record (organisation, state, id);
        """)
}
