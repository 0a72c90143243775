import Foundation
import Service
import Storage

/// The product's tables as PostgreSQL has them.
struct Catalogue {
    private(set) var columns: [String: Set<String>] = [:]
    /// Columns that an INSERT must name.
    private(set) var required: [String: Set<String>] = [:]
    /// The columns of every key that is unique without a condition.
    private(set) var keys: [String: [Set<String>]] = [:]

    /// Runs every migration in an empty database and looks at what has become of it.
    init(in server: PostgreSQL) throws {
        let texts = [StorageSchema.register] + (StorageSchema.migrations + Schema.migrations).map(\.sql)
        for text in texts {
            let answer = try server.run(SchemaText.expanded(text, for: .postgreSQL))
            guard answer.errors.isEmpty else { throw PostgreSQL.Failure(description: "\(answer.errors) in: \(text)") }
        }
        let found = try server.run(
            """
            SELECT table_name, column_name, CASE WHEN is_nullable = 'NO' AND column_default IS NULL THEN 1 ELSE 0 END
            FROM information_schema.columns WHERE table_schema = 'public';
            """)
        for parts in found.lines.map({ $0.split(separator: "|").map(String.init) }) where parts.count == 3 {
            columns[parts[0], default: []].insert(parts[1])
            if parts[2] == "1" { required[parts[0], default: []].insert(parts[1]) }
        }
        let unique = try server.run(
            """
            SELECT t.relname, string_agg(a.attname, ',') FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE i.indisunique AND i.indpred IS NULL AND t.relnamespace = 'public'::regnamespace
            GROUP BY t.relname, i.indexrelid;
            """)
        for parts in unique.lines.map({ $0.split(separator: "|").map(String.init) }) where parts.count == 2 {
            keys[parts[0], default: []].append(Set(parts[1].split(separator: ",").map(String.init)))
        }
    }
}
