package import Messages
import Storage

extension TerminalCore {
    private static let serverLogLimit = 16

    /// SYN-6: the latest known positions of the server's own logs, for the hello of the next connection.
    package func serverLogs() throws -> [LogPosition] {
        try database.read { try serverLogs($0) }
    }

    /// Stores the positions of the server's own logs. Ignores a position below the known one: the server was restored,
    /// and is shown the known one until it continues in another log.
    func keep(serverLogs told: [LogPosition]) throws {
        guard !told.isEmpty, told.count <= Self.serverLogLimit else { return }
        try database.write { transaction in
            let known = try serverLogs(transaction)
            let kept = told.map { position in
                known.first { $0.log == position.log && $0.sequence >= position.sequence } ?? position
            }
            guard kept != known else { return }
            try transaction.execute("DELETE FROM server_log")
            for position in kept {
                try transaction.execute(
                    """
                    INSERT INTO server_log (log, sequence, head_hash, token) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (log) DO NOTHING
                    """,
                    position.log, position.sequence, position.headHash, Int64(bitPattern: position.token))
            }
        }
    }

    private func serverLogs(_ snapshot: Snapshot) throws -> [LogPosition] {
        try snapshot.all("SELECT log, sequence, head_hash, token FROM server_log ORDER BY log") {
            LogPosition(
                log: $0.bytes(0), sequence: $0.id(1), headHash: $0.bytes(2), token: UInt64(bitPattern: $0.integer(3)))
        }
    }
}
