import Storage

extension Schema {
    /// PRJ-1b, PRJ-9a: year, term, runs and state of projects. PRJ-7a: the offerings of notices.
    static let projectTerms = Migration(
        48, "terms of projects, offerings of notices",
        """
        ALTER TABLE project ADD COLUMN runs INT64 NOT NULL DEFAULT 0;
        ALTER TABLE project ADD COLUMN year INT64 NOT NULL DEFAULT 0;
        ALTER TABLE project ADD COLUMN from_day INT64 NOT NULL DEFAULT 0;
        ALTER TABLE project ADD COLUMN until_day INT64 NOT NULL DEFAULT 0;
        ALTER TABLE project ADD COLUMN state INT64 NOT NULL DEFAULT 1;
        CREATE INDEX project_year ON project (year, id);
        CREATE INDEX project_owner ON project (owner, id);
        CREATE INDEX offering_run ON offering (project, id);
        ALTER TABLE notice ADD COLUMN offering INT64 NOT NULL DEFAULT 0;
        """)
}
