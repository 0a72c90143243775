import Storage

extension Schema {
    /// BAT-3. A file is stored in encrypted pieces until its job has finished. The job's reports are stored in parts,
    /// at most one per slice, encrypted, because they contain the rows' data.
    static let uploads = Migration(
        13, "uploads are jobs",
        """
        CREATE TABLE upload_job (id INT64 PRIMARY KEY, person INT64 NOT NULL, organisation INT64 NOT NULL,
            address TEXT NOT NULL, locale TEXT NOT NULL, kind INT64 NOT NULL, target INT64 NOT NULL,
            file_name TEXT NOT NULL, dry_run BOOLEAN NOT NULL, all_or_nothing BOOLEAN NOT NULL, state INT64 NOT NULL,
            rows INT64 NOT NULL, done INT64 NOT NULL, added INT64 NOT NULL, changed INT64 NOT NULL,
            unchanged INT64 NOT NULL, bad INT64 NOT NULL, accounts INT64 NOT NULL, landed BOOLEAN NOT NULL,
            encoding TEXT NOT NULL, mend_heading BYTES NOT NULL, failure BYTES NOT NULL, created_ms TIME NOT NULL,
            finished_ms TIME NOT NULL);
        CREATE INDEX upload_job_person ON upload_job (person, id);
        CREATE INDEX upload_job_finished ON upload_job (finished_ms, id);
        CREATE TABLE upload_piece (job INT64 NOT NULL, number INT64 NOT NULL, sealed BYTES NOT NULL,
            PRIMARY KEY (job, number));
        CREATE TABLE upload_part (job INT64 NOT NULL, number INT64 NOT NULL, bad_sealed BYTES, mend_sealed BYTES,
            accounts_sealed BYTES, PRIMARY KEY (job, number));
        """)

    /// BAT-3: files that come in calls of their own, and what rows have written, in parts like the reports, to be taken back.
    static let largeUploads = Migration(
        64, "uploads of any size, and their undoing",
        """
        CREATE TABLE upload_arrival (job INT64 PRIMARY KEY, size INT64 NOT NULL, digest BYTES NOT NULL,
            received INT64 NOT NULL);
        CREATE TABLE upload_effect (job INT64 NOT NULL, number INT64 NOT NULL, sealed BYTES NOT NULL,
            PRIMARY KEY (job, number));
        ALTER TABLE upload_job ADD COLUMN undoes INT64 NOT NULL DEFAULT 0;
        ALTER TABLE upload_job ADD COLUMN reason TEXT NOT NULL DEFAULT '';
        ALTER TABLE upload_job ADD COLUMN effects INT64 NOT NULL DEFAULT 0;
        ALTER TABLE upload_job ADD COLUMN undone_by INT64 NOT NULL DEFAULT 0;
        ALTER TABLE upload_job ADD COLUMN undo_cursor INT64 NOT NULL DEFAULT 0;
        """)
}
