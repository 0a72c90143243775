import Storage

extension Schema {
    /// PRJ-8c. Offerings by project.
    static let offeringsOfProjects = Migration(
        23, "offerings of a project", "CREATE INDEX offering_project ON offering (project, state);")

    /// PRJ-8d. Reasons of decisions, by the row of the log and the sequence of their fact.
    static let decisionReasons = Migration(
        24, "reasons of decisions",
        """
        CREATE TABLE decision_reason (log INT64 NOT NULL, sequence INT64 NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (log, sequence));
        """)

    /// PRJ-9c. Changes of offerings that are no drafts; `before` and `after` are encoded offerings.
    static let offeringChanges = Migration(
        26, "changes of offerings",
        """
        CREATE TABLE offering_change (id INT64 PRIMARY KEY, offering INT64 NOT NULL, state INT64 NOT NULL,
            before BYTES NOT NULL, after BYTES NOT NULL, reason TEXT NOT NULL, person INT64 NOT NULL, at_ms TIME NOT NULL);
        CREATE INDEX offering_change_offering ON offering_change (offering, id);
        CREATE INDEX offering_change_state ON offering_change (offering, state, id);
        """)

    /// PRJ-9d. Whether the base of an offering has agreed, where somebody else named it.
    static let heldElsewhere = Migration(
        27, "offerings at bases that somebody else names",
        """
        ALTER TABLE offering ADD COLUMN agreed BOOLEAN NOT NULL DEFAULT 1;
        CREATE INDEX organisation_kind_name ON organisation (kind, name, id);
        """)

    /// Names of organisations in the form in which they are compared. Names from before stand as they were typed.
    static let comparedNames = Migration(
        42, "compared names of organisations",
        """
        ALTER TABLE organisation ADD COLUMN compared TEXT NOT NULL DEFAULT '';
        UPDATE organisation SET compared = name;
        CREATE INDEX organisation_compared ON organisation (parent, kind, compared, id);
        CREATE INDEX organisation_kind_compared ON organisation (kind, compared, id);
        """)

    /// A programme's revision changes with its policy.
    static let policyRevisions = Migration(
        43, "revisions of policies",
        """
        ALTER TABLE programme ADD COLUMN revision INT64 NOT NULL DEFAULT 0;
        """)

    /// REC-9. What applicants submitted, each time; the content is an encrypted `Submission`.
    static let submissions = Migration(
        28, "what applicants submitted",
        """
        CREATE TABLE application_submission (id INT64 PRIMARY KEY, application INT64 NOT NULL, at_ms TIME NOT NULL,
            content_sealed BYTES NOT NULL);
        CREATE INDEX application_submission_application ON application_submission (application, id);
        """)
}
