import Storage

extension Schema {
    /// ORG-1, ORG-3. `organisation_above` is the closure of the tree, including each organisation itself, so that "lies
    /// in this region" is one lookup.
    static let organisations = Migration(
        2, "organisations, catalogues, reviews, messages",
        """
        CREATE TABLE organisation_above (organisation INT64 NOT NULL, above INT64 NOT NULL,
            PRIMARY KEY (organisation, above));
        CREATE INDEX organisation_above_below ON organisation_above (above, organisation);
        CREATE TABLE catalogue_entry (id INT64 PRIMARY KEY, kind INT64 NOT NULL, code TEXT NOT NULL,
            name TEXT NOT NULL, retired BOOLEAN NOT NULL);
        CREATE UNIQUE INDEX catalogue_entry_code ON catalogue_entry (kind, code);

        -- Everything that is reviewed, by its kind and id; `organisation` is whose turn it is, or was when it ended.
        CREATE TABLE review (kind INT64 NOT NULL, subject INT64 NOT NULL, container INT64 NOT NULL,
            person INT64 NOT NULL, ordinal INT64 NOT NULL, level INT64 NOT NULL, organisation INT64 NOT NULL,
            state INT64 NOT NULL, submitted_ms TIME NOT NULL, changed_ms TIME NOT NULL, reason TEXT NOT NULL,
            title TEXT NOT NULL, PRIMARY KEY (kind, subject));
        CREATE INDEX review_level ON review (kind, level, state, subject);
        CREATE INDEX review_turn ON review (kind, level, organisation, state, subject);
        CREATE INDEX review_turn_container ON review (kind, level, organisation, container, state, subject);
        CREATE TABLE review_stop (kind INT64 NOT NULL, subject INT64 NOT NULL, ordinal INT64 NOT NULL,
            level INT64 NOT NULL, organisation INT64 NOT NULL, PRIMARY KEY (kind, subject, ordinal));
        CREATE TABLE review_step (kind INT64 NOT NULL, subject INT64 NOT NULL, ordinal INT64 NOT NULL,
            action INT64 NOT NULL, level INT64 NOT NULL, organisation INT64 NOT NULL, actor INT64 NOT NULL,
            at_ms TIME NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (kind, subject, ordinal));

        CREATE TABLE message (id INT64 PRIMARY KEY, person INT64 NOT NULL, kind INT64 NOT NULL,
            subject INT64 NOT NULL, details BYTES NOT NULL, created_ms TIME NOT NULL);
        CREATE INDEX message_person ON message (person, id);
        """)
}
