import Storage

extension Schema {
    /// CRD-5: what is asked of people in a year; rules are few and are read together. `excused_year` has the years in which nothing
    /// is asked of somebody, `instructor_award` the awards for teaching a course (CRD-3).
    static let yearRules = Migration(
        50, "yearly rules of credit",
        """
        CREATE TABLE year_rule (id INT64 PRIMARY KEY, rule BYTES NOT NULL, changed_by INT64 NOT NULL,
            changed_ms TIME NOT NULL);
        CREATE TABLE excused_year (person INT64 NOT NULL, year INT64 NOT NULL, reason TEXT NOT NULL,
            excused_by INT64 NOT NULL, at_ms TIME NOT NULL, PRIMARY KEY (person, year));
        CREATE TABLE instructor_award (award INT64 PRIMARY KEY, offering INT64 NOT NULL, course INT64 NOT NULL,
            person INT64 NOT NULL);
        CREATE INDEX instructor_award_person ON instructor_award (person, offering, course);
        """)
}
