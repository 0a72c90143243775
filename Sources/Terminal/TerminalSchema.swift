import Storage

/// A terminal's tables. Forward only: a released migration never changes.
enum TerminalSchema {
    static let migrations = [
        Migration(1, "enrolment, logs, outbox, replica of the scope", first),
        Migration(2, "where the server's own logs stood", serverLogs),
        Migration(3, "what the clocks showed at the last contact", clocks),
        Migration(4, "which record a line of an attendance file became", importedRecords),
        Migration(5, "wrong PINs of examiners", wrongPINs),
    ]

    /// `boot` and `monotonic_ms` are of the last wrong one.
    private static let wrongPINs = """
        CREATE TABLE wrong_pin (person INT64 PRIMARY KEY, failures INT64 NOT NULL, boot INT64 NOT NULL,
            monotonic_ms INT64 NOT NULL);
        """

    /// `line` is a digest of the device's serial, PIN, time and status and of what it was recorded for, so that one file may
    /// serve several offerings; `log` and `sequence` name its record, so that an import can be taken back.
    private static let importedRecords = """
        DROP TABLE imported_line;
        CREATE TABLE imported_record (line BYTES NOT NULL, log INT64 NOT NULL, sequence INT64 NOT NULL,
            PRIMARY KEY (line));
        """

    /// `contact` has one row: the last contact. A log's receipt is for `receipt_sequence` and arrived at
    /// `receipt_monotonic_ms` of a boot.
    private static let clocks = """
        CREATE TABLE contact (id INT64 PRIMARY KEY, boot INT64 NOT NULL, monotonic_ms INT64 NOT NULL,
            wall_ms TIME NOT NULL, server_ms TIME NOT NULL);
        ALTER TABLE log ADD COLUMN receipt_sequence INT64 NOT NULL DEFAULT 0;
        ALTER TABLE log ADD COLUMN receipt_boot INT64 NOT NULL DEFAULT 0;
        ALTER TABLE log ADD COLUMN receipt_monotonic_ms INT64 NOT NULL DEFAULT 0;
        """

    private static let serverLogs = """
        CREATE TABLE server_log (log BYTES PRIMARY KEY, sequence INT64 NOT NULL, head_hash BYTES NOT NULL,
            token INT64 NOT NULL);
        """

    private static let first = """
        -- One row: which site took this terminal in, and for which base.
        CREATE TABLE enrolment (id INT64 PRIMARY KEY, site BYTES NOT NULL, site_key BYTES NOT NULL,
            terminal INT64 NOT NULL, name TEXT NOT NULL, base INT64 NOT NULL, base_name TEXT NOT NULL,
            revoked BOOLEAN NOT NULL, last_sync_ms TIME NOT NULL);
        -- One row a boot of the device; the last is the present one.
        CREATE TABLE boot (id INT64 PRIMARY KEY, identity BYTES NOT NULL);

        -- The device's logs, one current. `purged`: the head of what is kept no longer; `sealed`: of what is cut into
        -- batches; `recorded`: the last sequence given out.
        CREATE TABLE log (id INT64 PRIMARY KEY, log_id BYTES NOT NULL, opening BYTES NOT NULL,
            opening_signature BYTES NOT NULL, epoch INT64 NOT NULL, is_current BOOLEAN NOT NULL,
            purged_sequence INT64 NOT NULL, purged_hash BYTES NOT NULL,
            sealed_sequence INT64 NOT NULL, sealed_hash BYTES NOT NULL, recorded_sequence INT64 NOT NULL,
            durable_sequence INT64 NOT NULL, applied_sequence INT64 NOT NULL,
            receipt_ms TIME NOT NULL, receipt_token INT64 NOT NULL, receipt_is_new BOOLEAN NOT NULL);
        CREATE UNIQUE INDEX log_log_id ON log (log_id);
        -- Facts not yet cut into a batch, each as a batch of its own: its moment, its sequence, all its columns.
        CREATE TABLE pending (log INT64 NOT NULL, sequence INT64 NOT NULL, body BYTES NOT NULL,
            PRIMARY KEY (log, sequence));
        -- `durable_ms`: by the server's clock, 0 until the server has it.
        CREATE TABLE batch (id INT64 PRIMARY KEY, log INT64 NOT NULL, first_sequence INT64 NOT NULL,
            last_sequence INT64 NOT NULL, hash BYTES NOT NULL, body BYTES NOT NULL, signature BYTES NOT NULL,
            durable_ms TIME NOT NULL);
        CREATE UNIQUE INDEX batch_position ON batch (log, first_sequence);
        -- Facts the server has and could not apply, with its reason.
        CREATE TABLE put_aside (log INT64 NOT NULL, sequence INT64 NOT NULL, code INT64 NOT NULL,
            PRIMARY KEY (log, sequence));
        -- Marks and what replaces them, by what they are about.
        CREATE TABLE mark (offering INT64 NOT NULL, person INT64 NOT NULL, assessment INT64 NOT NULL,
            log INT64 NOT NULL, sequence INT64 NOT NULL, body BYTES NOT NULL,
            PRIMARY KEY (offering, person, assessment, log, sequence));
        -- Who was scanned on which day; `raw` is the number of somebody the roster does not know.
        CREATE TABLE seen (offering INT64 NOT NULL, day INT64 NOT NULL, person INT64 NOT NULL, raw TEXT NOT NULL,
            PRIMARY KEY (offering, day, person, raw));
        -- Lines of attendance files that are recorded: a digest of serial, PIN, time and status.
        CREATE TABLE imported_line (line BYTES NOT NULL, PRIMARY KEY (line));

        -- The replica of the scope. One row in feed: how far it was read, and what the replica adds up to, unless a newer
        -- server has sent kinds this program does not know.
        CREATE TABLE feed (id INT64 PRIMARY KEY, feed BYTES NOT NULL, position BYTES NOT NULL, alive INT64 NOT NULL,
            digest BYTES NOT NULL, pull INT64 NOT NULL, has_unknown BOOLEAN NOT NULL);
        CREATE TABLE scope_item (kind INT64 NOT NULL, item INT64 NOT NULL, position INT64 NOT NULL,
            pull INT64 NOT NULL, value BYTES NOT NULL, PRIMARY KEY (kind, item));
        CREATE TABLE roster (id INT64 PRIMARY KEY, offering INT64 NOT NULL, person INT64 NOT NULL,
            number TEXT NOT NULL, sealed_name BYTES NOT NULL);
        CREATE INDEX roster_number ON roster (offering, number);
        CREATE INDEX roster_person ON roster (offering, person);
        """
}
