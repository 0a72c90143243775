import Storage

extension Schema {
    /// PRJ-6d: when a session was last moved. BKG-6b: settled sessions with missed bookings, and how far their attendance was read.
    static let lateScans = Migration(
        49, "sessions that were moved, scans that come late",
        """
        ALTER TABLE course_session ADD COLUMN moved_ms TIME NOT NULL DEFAULT 0;
        CREATE TABLE missed_session (offering INT64 PRIMARY KEY, last_batch INT64 NOT NULL, changes INT64 NOT NULL);
        INSERT INTO missed_session (offering, last_batch, changes)
            SELECT offering, 0, 0 FROM course_session WHERE stage = 2 AND checklist = 0;
        """)
}
