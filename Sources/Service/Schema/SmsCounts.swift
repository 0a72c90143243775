import Storage

extension Schema {
    /// ACC-4b: text messages by purpose, and of the site.
    static let smsCounts = Migration(
        14, "text messages counted by purpose, and of the site",
        """
        DROP TABLE sms_tally;
        CREATE TABLE sms_count (phone_hash BYTES NOT NULL, purpose INT64 NOT NULL, day INT64 NOT NULL,
            sent INT64 NOT NULL, last_ms TIME NOT NULL, PRIMARY KEY (phone_hash, purpose));
        CREATE INDEX sms_count_day ON sms_count (day);
        CREATE TABLE sms_site (span_ms INT64 PRIMARY KEY, began_ms TIME NOT NULL, sent INT64 NOT NULL);
        """)
}
