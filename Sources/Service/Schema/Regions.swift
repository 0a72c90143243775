import Storage

extension Schema {
    /// REC-6, ACC-3b: reviews of a region, by every ancestor of the organisation whose turn it is. CRD-5: awards of an
    /// offering in order.
    static let regions = Migration(
        12, "reviews by region, awards of an offering",
        """
        CREATE TABLE review_above (kind INT64 NOT NULL, level INT64 NOT NULL, above INT64 NOT NULL, state INT64 NOT NULL,
            subject INT64 NOT NULL, PRIMARY KEY (kind, level, above, state, subject));
        CREATE INDEX review_above_of ON review_above (kind, subject);
        INSERT INTO review_above (kind, level, above, state, subject)
            SELECT r.kind, r.level, a.above, r.state, r.subject FROM review r
            JOIN organisation_above a ON a.organisation = r.organisation WHERE r.level IN (6, 7);
        CREATE INDEX award_offering_id ON award (offering, id);
        """)
}
