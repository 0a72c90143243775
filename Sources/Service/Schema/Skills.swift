import Storage

extension Schema {
    /// SKL: checklists, and sessions and bookings that are of a skills exam. A session with a checklist is an exam; it starts
    /// `sign_in_minutes` after its first window. A booking of one `follows` that of the class whose written exam admits to it, and
    /// `outcome` is what its sheets amount to. `marked_offering` has the offerings whose marks nobody has looked at yet.
    static let skills = Migration(
        45, "skills exams",
        """
        CREATE TABLE checklist (id INT64 PRIMARY KEY, programme INT64 NOT NULL, title TEXT NOT NULL,
            edition INT64 NOT NULL, withdrawn BOOLEAN NOT NULL);
        CREATE INDEX checklist_programme ON checklist (programme, id);
        CREATE TABLE checklist_edition (checklist INT64 NOT NULL, edition INT64 NOT NULL, pass_mark INT64 NOT NULL,
            content BYTES NOT NULL, saved_by INT64 NOT NULL, saved_ms TIME NOT NULL, PRIMARY KEY (checklist, edition));
        ALTER TABLE course_session ADD COLUMN checklist INT64 NOT NULL DEFAULT 0;
        ALTER TABLE course_session ADD COLUMN sign_in_minutes INT64 NOT NULL DEFAULT 0;
        CREATE INDEX course_session_checklist ON course_session (checklist, ends_ms, offering);
        CREATE TABLE exam_examiner (offering INT64 NOT NULL, person INT64 NOT NULL, PRIMARY KEY (offering, person));
        CREATE INDEX exam_examiner_person ON exam_examiner (person, offering);
        CREATE TABLE examiner_pin (person INT64 PRIMARY KEY, record BYTES NOT NULL);
        ALTER TABLE booking ADD COLUMN follows INT64 NOT NULL DEFAULT 0;
        ALTER TABLE booking ADD COLUMN outcome INT64 NOT NULL DEFAULT 0;
        CREATE INDEX booking_follows ON booking (follows, id);
        CREATE TABLE marked_offering (offering INT64 PRIMARY KEY);
        """)
}
