import Storage

extension Schema {
    /// NOT-1, NOT-2. Lists of notices descend by id, which is newest first.
    static let notices = Migration(
        3, "notices, favourites, support contacts, delivery of messages",
        """
        CREATE TABLE notice (id INT64 PRIMARY KEY, kind INT64 NOT NULL, state INT64 NOT NULL,
            organisation INT64 NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, revision INT64 NOT NULL,
            published_ms TIME NOT NULL, revised_ms TIME NOT NULL);
        CREATE INDEX notice_state ON notice (state, id);
        CREATE INDEX notice_kind ON notice (state, kind, id);
        CREATE INDEX notice_organisation ON notice (organisation, id);
        CREATE INDEX notice_organisation_state ON notice (organisation, state, id);
        CREATE TABLE notice_revision (notice INT64 NOT NULL, revision INT64 NOT NULL, title TEXT NOT NULL,
            body TEXT NOT NULL, editor INT64 NOT NULL, at_ms TIME NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (notice, revision));
        CREATE TABLE featured_notice (place INT64 PRIMARY KEY, notice INT64 NOT NULL);
        CREATE UNIQUE INDEX featured_notice_once ON featured_notice (notice);
        CREATE TABLE favourite (person INT64 NOT NULL, notice INT64 NOT NULL, PRIMARY KEY (person, notice));
        CREATE TABLE support_contact (programme INT64 PRIMARY KEY, phone TEXT NOT NULL, hours TEXT NOT NULL);

        -- A message is in one of these: not taken over by a device yet, or one device's to show for good.
        CREATE TABLE message_waiting (person INT64 NOT NULL, message INT64 NOT NULL, device BYTES NOT NULL,
            held_until_ms TIME NOT NULL, PRIMARY KEY (person, message));
        CREATE TABLE message_shown (person INT64 NOT NULL, message INT64 NOT NULL, device BYTES NOT NULL,
            shown_ms TIME NOT NULL, PRIMARY KEY (person, message));
        """)
}
