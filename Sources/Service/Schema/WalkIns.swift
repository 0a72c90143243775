import Storage

extension Schema {
    /// ATT-6: who came without being on a roster. `number` is what their terminal recorded, or one of the server's making; scans of it are
    /// those of `person`. `walk_in_batch` has the batches whose walk-ins nobody has read yet.
    static let walkIns = Migration(
        54, "walk-ins",
        """
        CREATE TABLE walk_in (id INT64 PRIMARY KEY, offering INT64 NOT NULL, number TEXT NOT NULL,
            person INT64 NOT NULL, state INT64 NOT NULL, name TEXT NOT NULL, details_sealed BYTES,
            id_number_hash BYTES, title TEXT NOT NULL, unit TEXT NOT NULL, known_person INT64 NOT NULL,
            one_device BOOLEAN NOT NULL, terminal INT64 NOT NULL, device BYTES NOT NULL, at_ms TIME NOT NULL,
            reason TEXT NOT NULL, decided_by INT64 NOT NULL);
        CREATE UNIQUE INDEX walk_in_number ON walk_in (offering, number);
        CREATE INDEX walk_in_list ON walk_in (offering, id);
        CREATE INDEX walk_in_state ON walk_in (offering, state, id);
        CREATE INDEX walk_in_id_number ON walk_in (offering, id_number_hash);
        CREATE INDEX walk_in_device ON walk_in (offering, device);
        CREATE INDEX walk_in_person ON walk_in (person, id);
        CREATE TABLE walk_in_batch (batch INT64 PRIMARY KEY);
        """)
}
