import Storage

extension Schema {
    /// PRJ-2, PRJ-4a: who teaches, and the modality of every offering, no longer of sessions alone.
    static let teaching = Migration(
        46, "instructors, and the modality of offerings",
        """
        CREATE TABLE instructor (id INT64 PRIMARY KEY, offering INT64 NOT NULL, course INT64 NOT NULL,
            person INT64 NOT NULL, hours_tenths INT64 NOT NULL);
        CREATE UNIQUE INDEX instructor_offering ON instructor (offering, course, person);
        CREATE INDEX instructor_person ON instructor (person, id);
        CREATE INDEX instructor_course ON instructor (course);
        ALTER TABLE offering ADD COLUMN modality INT64 NOT NULL DEFAULT 1;
        UPDATE offering SET modality = (SELECT s.modality FROM course_session s WHERE s.offering = offering.id)
            WHERE id IN (SELECT offering FROM course_session);
        ALTER TABLE course_session DROP COLUMN modality;
        """)
}
