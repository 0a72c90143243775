import Storage

extension Schema {
    /// RPF-1: reports. `standing` is 0 while one holds for its run, and its own id once it was rejected, or if it supplements another:
    /// a run has one report.
    static let postReports = Migration(
        44, "post-activity reports",
        """
        CREATE TABLE post_report (id INT64 PRIMARY KEY, offering INT64 NOT NULL, standing INT64 NOT NULL,
            supplements INT64 NOT NULL, state INT64 NOT NULL, due_day INT64 NOT NULL, late BOOLEAN NOT NULL,
            submitted_ms TIME NOT NULL, reason TEXT NOT NULL, textbooks BYTES NOT NULL, made_by INT64 NOT NULL);
        CREATE UNIQUE INDEX post_report_offering ON post_report (offering, standing);
        CREATE INDEX post_report_list ON post_report (offering, id);
        CREATE TABLE post_report_page (report INT64 NOT NULL, kind INT64 NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (report, kind));
        CREATE TABLE post_report_document (id INT64 PRIMARY KEY, report INT64 NOT NULL, kind INT64 NOT NULL,
            address BYTES NOT NULL, size INT64 NOT NULL);
        CREATE INDEX post_report_document_report ON post_report_document (report, id);
        CREATE TABLE post_report_person (report INT64 NOT NULL, person INT64 NOT NULL,
            PRIMARY KEY (report, person));
        CREATE INDEX post_report_person_person ON post_report_person (person, report);
        """)
}
