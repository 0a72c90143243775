import Storage

extension Schema {
    /// ACC-12b: a code ends with the authority of the person who made it. Codes made before have no maker; they last for minutes.
    static let enrolmentMakers = Migration(
        29, "makers of enrolment codes",
        """
        ALTER TABLE enrolment_code ADD COLUMN maker INT64 NOT NULL DEFAULT 0;
        CREATE INDEX enrolment_code_maker ON enrolment_code (maker);
        """)
}
