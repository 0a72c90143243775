/// One numbered, forward-only step of a schema, run once, in one transaction. A released step never changes.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    /// Statements in the shared subset of SQL, with the column types of `SchemaText`.
    package let sql: String

    package init(_ number: Int, _ name: String, _ sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }
}

package enum MigrationError: Error, Sendable, Equatable {
    /// The numbers are not 1, 2, 3 …
    case notConsecutive(owner: String, number: Int)
    /// The database has a step unknown to this program: a newer one wrote it.
    case newerDatabase(owner: String, number: Int)
    /// A step was run with another text than this program has.
    case changed(owner: String, number: Int)
}

extension Database {
    /// Brings the schema of `owner` (the module that wrote the list) up to date; Storage's own comes first. Throws
    /// `MigrationError` or `StorageError`; a failed step leaves the steps before it.
    package func migrate(_ owner: String, _ migrations: [Migration]) throws {
        try engine.run(script: SchemaText.expanded(StorageSchema.register, for: .sqlite))
        try apply("storage", StorageSchema.migrations)
        try apply(owner, migrations)
    }

    /// Returns whether every step was run. Works on a database opened for reading.
    package func isMigrated(_ owner: String, _ migrations: [Migration]) throws -> Bool {
        try read { snapshot in
            try snapshot.all("SELECT number FROM schema_migration WHERE owner = ?1 ORDER BY number", owner) {
                $0.int(0)
            } == migrations.map(\.number)
        }
    }

    /// The number of steps that were run. Works on a database opened for reading.
    package func stepsRun(_ owner: String) throws -> Int {
        try read { snapshot in
            try snapshot.first("SELECT count(*) FROM schema_migration WHERE owner = ?1", owner) { $0.int(0) } ?? 0
        }
    }

    private func apply(_ owner: String, _ migrations: [Migration]) throws {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw MigrationError.notConsecutive(owner: owner, number: migration.number)
        }
        let applied = try read { snapshot in
            try snapshot.all("SELECT number, sql FROM schema_migration WHERE owner = ?1 ORDER BY number", owner) {
                (number: $0.int(0), sql: $0.text(1))
            }
        }
        for step in applied {
            guard step.number <= migrations.count else {
                throw MigrationError.newerDatabase(owner: owner, number: step.number)
            }
            if migrations[step.number - 1].sql != step.sql {
                throw MigrationError.changed(owner: owner, number: step.number)
            }
        }
        for migration in migrations.dropFirst(applied.count) {
            try write { transaction in
                try engine.run(script: SchemaText.expanded(migration.sql, for: .sqlite))
                try transaction.execute(
                    "INSERT INTO schema_migration (owner, number, name, sql) VALUES (?1, ?2, ?3, ?4)",
                    owner, migration.number, migration.name, migration.sql)
            }
        }
    }
}
