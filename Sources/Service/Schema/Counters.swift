import Storage

extension Schema {
    /// Numbers that are counted in a row of their own, which two writers cannot both read before one of them writes, and
    /// entries of the audit with ids like everything else: above every one that has a row number for an id.
    static let counters = Migration(
        20, "counters",
        """
        ALTER TABLE review ADD COLUMN steps INT64 NOT NULL DEFAULT 0;
        UPDATE review SET steps = (SELECT COALESCE(MAX(s.ordinal), 0) FROM review_step s
            WHERE s.kind = review.kind AND s.subject = review.subject);
        ALTER TABLE application ADD COLUMN steps INT64 NOT NULL DEFAULT 0;
        UPDATE application SET steps = (SELECT COALESCE(MAX(s.ordinal), 0) FROM application_step s
            WHERE s.application = application.id);
        -- Counts people who were joined and joined again: what was computed with aliases knows by it that they have changed.
        CREATE TABLE alias_change (id INT64 PRIMARY KEY, number INT64 NOT NULL);
        INSERT INTO alias_change (id, number) SELECT 1, COALESCE(MAX(change_number), 0) FROM person_alias;
        DROP INDEX person_alias_change;
        ALTER TABLE person_alias DROP COLUMN change_number;
        UPDATE id_lease SET next = next + (SELECT COALESCE(MAX(id), 0) FROM audit) WHERE name = 'entity';
        """)
}
