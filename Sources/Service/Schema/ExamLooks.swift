import Storage

extension Schema {
    /// NOT-2: when a class is looked at for people whose exam has opened; `person` is 0 for all of its roster, of which those up to
    /// `behind` were seen. `exam_told` has whoever was told.
    static let examLooks = Migration(
        62, "exams that open",
        """
        CREATE TABLE exam_look (offering INT64 NOT NULL, person INT64 NOT NULL, due_ms TIME NOT NULL,
            behind INT64 NOT NULL, PRIMARY KEY (offering, person));
        CREATE INDEX exam_look_due ON exam_look (due_ms, offering, person);
        CREATE INDEX exam_look_person ON exam_look (person);
        CREATE TABLE exam_told (offering INT64 NOT NULL, person INT64 NOT NULL, PRIMARY KEY (offering, person));
        CREATE INDEX exam_told_person ON exam_told (person);
        INSERT INTO exam_look (offering, person, due_ms, behind) SELECT id, 0, 0, 0 FROM offering;
        """)
}
