import Storage

extension Schema {
    /// OPS-1c: damage that was found; the database's mark (`CommitMark`); the position of the walk.
    static let damage = Migration(
        18, "damage",
        """
        CREATE TABLE found_damage (damage TEXT PRIMARY KEY, found_ms TIME NOT NULL);
        CREATE TABLE commit_mark (id INT64 PRIMARY KEY, number INT64 NOT NULL, at_ms TIME NOT NULL);
        CREATE TABLE walk (id INT64 PRIMARY KEY, part INT64 NOT NULL, position INT64 NOT NULL, begun_ms TIME NOT NULL);
        """)
}
