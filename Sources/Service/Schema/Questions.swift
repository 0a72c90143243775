import Storage

extension Schema {
    /// EXM-1: question banks. `digest` is of what a question says, so that a bank has it once; `sat` is set for ever when a
    /// paper with it is sat. `content` of a change is the question as it was left.
    static let questions = Migration(
        33, "question banks",
        """
        CREATE TABLE question (id INT64 PRIMARY KEY, bank INT64 NOT NULL, kind INT64 NOT NULL, stem TEXT NOT NULL,
            options BYTES NOT NULL, correct INT64 NOT NULL, enabled BOOLEAN NOT NULL, sat BOOLEAN NOT NULL,
            digest BYTES NOT NULL, changed_ms TIME NOT NULL);
        CREATE UNIQUE INDEX question_content ON question (bank, digest);
        CREATE INDEX question_list ON question (bank, id);
        CREATE INDEX question_enabled ON question (bank, enabled, id);
        CREATE TABLE question_change (id INT64 PRIMARY KEY, bank INT64 NOT NULL, question INT64 NOT NULL,
            event INT64 NOT NULL, content BYTES NOT NULL, person INT64 NOT NULL, at_ms TIME NOT NULL);
        CREATE INDEX question_change_list ON question_change (bank, id);
        CREATE INDEX question_change_question ON question_change (bank, question, id);
        """)
}
