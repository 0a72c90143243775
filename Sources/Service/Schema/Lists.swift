import Storage

extension Schema {
    /// An index for every filter of a list, so that a page is one range of it.
    static let lists = Migration(
        19, "indices of filtered lists",
        """
        CREATE INDEX review_level_container ON review (kind, level, container, state, subject);
        ALTER TABLE review_above ADD COLUMN container INT64 NOT NULL DEFAULT 0;
        UPDATE review_above SET container = COALESCE((SELECT r.container FROM review r
            WHERE r.kind = review_above.kind AND r.subject = review_above.subject), 0);
        CREATE INDEX review_above_container ON review_above (kind, level, above, container, state, subject);
        CREATE INDEX offering_state ON offering (state, id);
        CREATE INDEX offering_base_state ON offering (base, state, id);
        CREATE INDEX terminal_base ON terminal (base, id);
        CREATE INDEX cohort_province ON cohort (province, id);
        CREATE INDEX intake_round_cohort ON intake_round (cohort, id);
        CREATE INDEX intake_round_cohort_state ON intake_round (cohort, state, id);
        CREATE INDEX catalogue_entry_kind ON catalogue_entry (kind, id);
        CREATE INDEX organisation_parent ON organisation (parent, id);
        CREATE INDEX organisation_kind ON organisation (kind, id);
        CREATE UNIQUE INDEX venue_key_id ON venue_key (id);
        """)
}
