import Storage

extension Schema {
    /// Messages to the services of others. `due_ms` is when a waiting entry may be tried, and when the lease of one that
    /// is being sent ends; `holder` is the server that has leased it.
    static let outbox = Migration(
        21, "one outbox for all services of others, with the text messages that wait",
        """
        CREATE TABLE outbox (id INT64 PRIMARY KEY, kind INT64 NOT NULL, key TEXT NOT NULL, subject INT64 NOT NULL,
            at_ms TIME NOT NULL, payload_sealed BYTES NOT NULL, state INT64 NOT NULL, attempts INT64 NOT NULL,
            due_ms TIME NOT NULL, holder INT64 NOT NULL, failure TEXT NOT NULL);
        CREATE UNIQUE INDEX outbox_key ON outbox (kind, key);
        CREATE INDEX outbox_due ON outbox (kind, state, due_ms);
        CREATE INDEX outbox_subject ON outbox (kind, subject, id);
        CREATE INDEX outbox_at ON outbox (kind, at_ms);
        CREATE INDEX outbox_kind ON outbox (kind, id);
        CREATE INDEX outbox_state ON outbox (state, id);
        CREATE INDEX outbox_kind_state ON outbox (kind, state, id);
        INSERT INTO outbox (id, kind, key, subject, at_ms, payload_sealed, state, attempts, due_ms, holder, failure)
            SELECT id, 1, CAST(id AS TEXT), purpose, at_ms, message_sealed, state, tries, next_ms, 0, failure
            FROM sms_outbox;
        DROP TABLE sms_outbox;
        """)
}
