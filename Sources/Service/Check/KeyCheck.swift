import Causality
import Crypto
import Journal
package import Storage

/// Verifies that key files belong to a database, which stores a hash of each, keyed with the key itself.
package struct KeyCheck: Sendable {
    package enum Key: String, CaseIterable, Sendable {
        case site = "site.key"
        case serverLog = "server-log.key"
        case master = "master.key"
    }

    private let seeds: [Key: [UInt8]]

    /// - Parameter seeds: 32 bytes each.
    package init(_ seeds: [Key: [UInt8]]) {
        self.seeds = seeds
    }

    /// Returns the keys that do not belong to this database.
    package func wrong(_ database: Database) throws -> [Key] {
        try database.read { snapshot in
            try Key.allCases.filter { key in
                let noted = try snapshot.first(.valueOfSetting, Self.name(key)) {
                    $0.bytes(0)
                }
                if let noted { return try noted != value(key) }
                return try !fits(key, snapshot)
            }
        }
    }

    /// Stores the hashes of the keys, for a new database, or one from before they were stored.
    package func note(_ database: Database) throws {
        try database.write { transaction in
            for key in Key.allCases {
                try transaction.execute(
                    "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING", Self.name(key),
                    try value(key))
            }
        }
    }

    /// Returns whether the hash of this key is stored.
    package func isNoted(_ key: Key, _ database: Database) throws -> Bool {
        try database.read { snapshot in
            try snapshot.first(.valueOfSetting, Self.name(key)) { $0.bytes(0) }
                == value(key)
        }
    }

    /// Stores the hash of a key in the place of that of another one.
    func noteAnew(_ key: Key, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE setting SET value = ?2 WHERE name = ?1", Self.name(key), try value(key))
    }

    private static func name(_ key: Key) -> String { "check of " + key.rawValue }

    private func value(_ key: Key) throws -> [UInt8] {
        try MACKey(seeds[key] ?? []).mac(.keyCheck, Array(key.rawValue.utf8))
    }

    /// Compares a key with other data of the database, if no hash is stored.
    private func fits(_ key: Key, _ snapshot: Snapshot) throws -> Bool {
        let seed = seeds[key] ?? []
        let own = try snapshot.first(
            "SELECT l.log_id, l.opening, l.device_key FROM server_log s JOIN log l ON l.id = s.log WHERE s.id = 1"
        ) { (id: $0.bytes(0), opening: $0.bytes(1), key: $0.bytes(2)) }
        guard let own else { return false }
        switch key {
        case .serverLog: return try SigningKey(seed: seed).publicKey.bytes == own.key
        case .site:
            let site = try SigningKey(seed: seed).publicKey.siteID
            return try LogOpening(decoding: own.opening).logID(site: site).bytes == own.id
        case .master:
            let sealed = try snapshot.first(
                "SELECT id, phone_sealed FROM person WHERE phone_sealed IS NOT NULL ORDER BY id LIMIT 1"
            ) { (id: $0.id(0), phone: $0.bytes(1)) }
            guard let sealed else { return true }
            let secrets = Secrets(master: try MasterKey(seed))
            do {
                _ = try secrets.atRest.open(sealed.phone, .atRest, cellPlace("person.phone", sealed.id))
                return true
            } catch {
                return false
            }
        }
    }
}
