import Storage

extension Schema {
    /// EXM: papers, where they are open, and sittings. `paper_now` has the edition that whoever begins now sits, until something of
    /// it is changed; an edition itself never changes. A saved answer is one row of `sitting_answer`, and `ordinal` the order in
    /// which the server took them.
    static let written = Migration(
        38, "papers and sittings",
        """
        CREATE TABLE paper (id INT64 PRIMARY KEY, programme INT64 NOT NULL, title TEXT NOT NULL,
            pass_mark INT64 NOT NULL, minutes INT64 NOT NULL, withdrawn BOOLEAN NOT NULL);
        CREATE INDEX paper_programme ON paper (programme, id);
        CREATE TABLE paper_question (paper INT64 NOT NULL, ordinal INT64 NOT NULL, question INT64 NOT NULL,
            marks INT64 NOT NULL, PRIMARY KEY (paper, ordinal));
        CREATE INDEX paper_question_question ON paper_question (question, paper);
        CREATE TABLE paper_opening (id INT64 PRIMARY KEY, paper INT64 NOT NULL, base INT64 NOT NULL,
            secret BYTES NOT NULL, opened_ms TIME NOT NULL, opened_by INT64 NOT NULL, closed_ms TIME NOT NULL,
            closed_by INT64 NOT NULL);
        CREATE INDEX paper_opening_base ON paper_opening (paper, closed_ms, base, id);
        CREATE TABLE exam_minutes (offering INT64 PRIMARY KEY, minutes INT64 NOT NULL);
        CREATE TABLE paper_edition (id INT64 PRIMARY KEY, source INT64 NOT NULL, digest BYTES NOT NULL,
            content BYTES NOT NULL, made_ms TIME NOT NULL);
        CREATE UNIQUE INDEX paper_edition_content ON paper_edition (source, digest);
        CREATE TABLE paper_now (source INT64 PRIMARY KEY, edition INT64 NOT NULL);
        CREATE TABLE sitting (id INT64 PRIMARY KEY, person INT64 NOT NULL, offering INT64 NOT NULL,
            paper INT64 NOT NULL, base INT64 NOT NULL, booking INT64 NOT NULL, edition INT64 NOT NULL,
            seed INT64 NOT NULL, attempt INT64 NOT NULL, state INT64 NOT NULL, started_ms TIME NOT NULL,
            ends_ms TIME NOT NULL, submitted_ms TIME NOT NULL, value INT64 NOT NULL, passed BOOLEAN NOT NULL,
            pass_mark INT64 NOT NULL, half_for_part BOOLEAN NOT NULL, marked_again BOOLEAN NOT NULL,
            complaint BOOLEAN NOT NULL);
        CREATE UNIQUE INDEX sitting_attempt ON sitting (offering, person, attempt);
        CREATE INDEX sitting_offering ON sitting (offering, id);
        CREATE INDEX sitting_person ON sitting (person, id);
        CREATE INDEX sitting_paper ON sitting (paper, base, id);
        CREATE INDEX sitting_ends ON sitting (state, ends_ms, id);
        CREATE TABLE sitting_answer (sitting INT64 NOT NULL, device INT64 NOT NULL, counter INT64 NOT NULL,
            ordinal INT64 NOT NULL, item INT64 NOT NULL, chosen INT64 NOT NULL, at_ms TIME NOT NULL,
            PRIMARY KEY (sitting, device, counter));
        CREATE TABLE sitting_note (id INT64 PRIMARY KEY, sitting INT64 NOT NULL, event INT64 NOT NULL,
            before_value INT64 NOT NULL, value INT64 NOT NULL, reason TEXT NOT NULL, person INT64 NOT NULL,
            at_ms TIME NOT NULL);
        CREATE INDEX sitting_note_sitting ON sitting_note (sitting, id);
        CREATE TABLE extra_time (offering INT64 NOT NULL, person INT64 NOT NULL, minutes INT64 NOT NULL,
            reason TEXT NOT NULL, granted_by INT64 NOT NULL, at_ms TIME NOT NULL, PRIMARY KEY (offering, person));
        """)
}
