import Storage

extension Schema {
    /// Decisions about check-ins by the fact that they are about, each as the batch of the server's log has it, from which
    /// the table can be rebuilt. `subject` is the person of the check-in as it was recorded, 0 for a raw code.
    static let decisions = Migration(
        25, "decisions about check-ins are found by check-in and by offering",
        """
        CREATE TABLE decision (id INT64 PRIMARY KEY, log BYTES NOT NULL, sequence INT64 NOT NULL,
            fact_log BYTES NOT NULL, fact_sequence INT64 NOT NULL, fact_tag BYTES, offering INT64 NOT NULL,
            subject INT64 NOT NULL, ruling INT64 NOT NULL, argument INT64 NOT NULL, replaces BYTES NOT NULL,
            actor INT64 NOT NULL, at_ms TIME NOT NULL, reason TEXT NOT NULL);
        CREATE UNIQUE INDEX decision_position ON decision (log, sequence);
        CREATE INDEX decision_fact ON decision (fact_log, fact_sequence, id);
        CREATE INDEX decision_offering ON decision (offering, id);
        CREATE INDEX decision_argument ON decision (ruling, argument, id);
        """)
}
