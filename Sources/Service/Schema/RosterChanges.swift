import Storage

extension Schema {
    /// PRJ-8b: what became of rosters. `before` is the number or the name that was replaced.
    static let rosterChanges = Migration(
        56, "changes of rosters",
        """
        CREATE TABLE roster_change (id INT64 PRIMARY KEY, offering INT64 NOT NULL, at_ms TIME NOT NULL,
            event INT64 NOT NULL, person INT64 NOT NULL, number TEXT NOT NULL, before TEXT NOT NULL,
            changed_by INT64 NOT NULL, reason TEXT NOT NULL);
        CREATE INDEX roster_change_list ON roster_change (offering, id);
        CREATE INDEX roster_change_person ON roster_change (person, id);
        """)
}
