/// The tables Storage keeps for itself in every database.
enum StorageSchema {
    static let migrations = [
        Migration(
            1, "ids",
            """
            CREATE TABLE id_lease (name TEXT NOT NULL, next INT64 NOT NULL, PRIMARY KEY (name));
            """)
    ]
}
