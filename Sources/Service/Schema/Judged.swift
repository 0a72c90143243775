import Storage

extension Schema {
    /// Facts are judged when their batch is read, by the present tables: stored with a batch are only how many of its
    /// facts count at all, and whether any can be quarantined individually.
    static let judgedWhenRead = Migration(
        15, "facts are judged when they are read",
        """
        ALTER TABLE batch ADD COLUMN admitted INT64 NOT NULL DEFAULT 0;
        ALTER TABLE batch ADD COLUMN plain BOOLEAN NOT NULL DEFAULT 0;
        UPDATE batch SET admitted = fact_count;
        ALTER TABLE batch_offering ADD COLUMN content INT64 NOT NULL DEFAULT 7;
        ALTER TABLE log ADD COLUMN stored_bytes INT64 NOT NULL DEFAULT 0;
        UPDATE log SET applied_sequence = head_sequence, stored_bytes =
            (SELECT COALESCE(SUM(LENGTH(b.body) + 256), 0) FROM batch b WHERE b.log = log.id);
        ALTER TABLE terminal ADD COLUMN stored_bytes_limit INT64 NOT NULL DEFAULT 268435456;

        -- Facts of a terminal by the day it says they were recorded on.
        CREATE TABLE recorded_day (terminal INT64 NOT NULL, day INT64 NOT NULL, facts INT64 NOT NULL,
            PRIMARY KEY (terminal, day));
        -- Counts what changes the attendance of an offering besides new batches: its roster, batches read late.
        CREATE TABLE attendance_change (offering INT64 PRIMARY KEY, number INT64 NOT NULL);
        -- Marks that count although their examiner was not assigned.
        CREATE TABLE admitted_mark (log INT64 NOT NULL, sequence INT64 NOT NULL, PRIMARY KEY (log, sequence));
        INSERT INTO admitted_mark (log, sequence) SELECT log, sequence FROM contextual_fact;
        -- Who might mark at a base, and until when.
        CREATE TABLE former_examiner (base INT64 NOT NULL, person INT64 NOT NULL, until_ms TIME NOT NULL,
            PRIMARY KEY (base, person));
        -- Batches of a later form, to be read again by a later server.
        CREATE TABLE deferred_batch (batch INT64 PRIMARY KEY);
        INSERT INTO deferred_batch (batch) SELECT b.id FROM batch b
            WHERE NOT EXISTS (SELECT 1 FROM batch_offering o WHERE o.batch = b.id);
        DROP TABLE contextual_fact;
        DROP TABLE quarantined_fact;
        """)
}
