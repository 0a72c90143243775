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
}
