import Storage

extension Schema {
    /// SYN-6. The log a server records in, by its number; and logs of which a peer has reported a position that is not
    /// stored here, by the row of the log if there is one.
    static let serverLogs = Migration(
        11, "epochs of the server's own log",
        """
        CREATE TABLE server_log (id INT64 PRIMARY KEY, log INT64 NOT NULL);
        INSERT INTO server_log (id, log) SELECT 1, id FROM log WHERE terminal = 0;
        DELETE FROM setting WHERE name = 'server_log';
        CREATE TABLE lost_log (id INT64 PRIMARY KEY, log_id BYTES NOT NULL, sequence INT64 NOT NULL,
            head_hash BYTES NOT NULL, told_ms TIME NOT NULL);
        CREATE UNIQUE INDEX lost_log_log_id ON lost_log (log_id);
        CREATE INDEX log_terminal ON log (terminal, id);
        """)
}
