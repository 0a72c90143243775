import Storage

extension Schema {
    /// EVA-1: evaluations, and the form that was put to all who evaluate one thing: the one that held when the first of them did.
    /// `course` is 0 but of a course. `reminder` has the last day on which somebody was reminded about a class.
    static let evaluations = Migration(
        40, "evaluations",
        """
        CREATE TABLE evaluation (id INT64 PRIMARY KEY, subject INT64 NOT NULL, target INT64 NOT NULL,
            course INT64 NOT NULL, person INT64 NOT NULL, answers BYTES NOT NULL, given_ms TIME NOT NULL);
        CREATE UNIQUE INDEX evaluation_once ON evaluation (subject, target, course, person);
        CREATE INDEX evaluation_target ON evaluation (subject, target, course, id);
        CREATE INDEX evaluation_person ON evaluation (person, id);
        CREATE TABLE evaluation_form (subject INT64 NOT NULL, target INT64 NOT NULL, course INT64 NOT NULL,
            form TEXT NOT NULL, PRIMARY KEY (subject, target, course));
        CREATE TABLE reminder (offering INT64 NOT NULL, person INT64 NOT NULL, day INT64 NOT NULL,
            PRIMARY KEY (offering, person));
        """)
}
