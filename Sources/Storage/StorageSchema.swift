/// Storage's own tables, in every database.
package enum StorageSchema {
    /// Which steps were run, in which words.
    package static let register = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            owner TEXT NOT NULL, number INT64 NOT NULL, name TEXT NOT NULL, sql TEXT NOT NULL,
            PRIMARY KEY (owner, number));
        """

    package static let migrations = [
        Migration(
            1, "ids",
            """
            CREATE TABLE id_lease (name TEXT NOT NULL, next INT64 NOT NULL, PRIMARY KEY (name));
            """),
        Migration(
            2, "blobs",
            """
            CREATE TABLE blob (
                id INT64 PRIMARY KEY, address BYTES NOT NULL UNIQUE, size INT64 NOT NULL, owners INT64 NOT NULL);
            CREATE TABLE blob_chunk (
                id INT64 PRIMARY KEY, address BYTES NOT NULL UNIQUE, sealed BYTES NOT NULL, uses INT64 NOT NULL);
            CREATE TABLE blob_part (
                blob INT64 NOT NULL REFERENCES blob (id), number INT64 NOT NULL,
                chunk INT64 NOT NULL REFERENCES blob_chunk (id), PRIMARY KEY (blob, number));
            """),
    ]
}
