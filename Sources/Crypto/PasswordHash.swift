import CSodium

/// Argon2id (RFC 9106, one lane) of a password. Takes about 20 ms and 19 MiB at the standard cost: run it on a bounded
/// worker, never in a transaction.
///
/// Record: `u8 version = 1 | u32 memory KiB | u32 passes | 16 salt | 32 hash`, little endian, 57 bytes.
package struct PasswordHash: Sendable, Equatable {
    package struct Cost: Sendable, Equatable {
        package let memoryKiB: UInt32
        package let passes: UInt32

        /// Nil outside 8 KiB…1 GiB and 1…16 passes: a record must not be able to exhaust the machine.
        package init?(memoryKiB: UInt32, passes: UInt32) {
            guard (8...1 << 20).contains(memoryKiB), (1...16).contains(passes) else { return nil }
            self.memoryKiB = memoryKiB
            self.passes = passes
        }

        private init(checkedMemoryKiB: UInt32, passes: UInt32) {
            memoryKiB = checkedMemoryKiB
            self.passes = passes
        }

        /// 256 MiB and three passes: about half a second of one core. For a passphrase that protects a file for years.
        package static let lasting = Cost(checkedMemoryKiB: 256 << 10, passes: 3)
        /// 19 MiB and two passes: about 20 ms of one core.
        package static let standard = Cost(checkedMemoryKiB: 19 << 10, passes: 2)
    }

    package static let saltSize = 16
    package static let recordSize = 57
    private static let version: UInt8 = 1

    package let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes `password`, the UTF-8 bytes as typed.
    /// - Parameter salt: 16 random bytes.
    package init(password: [UInt8], salt: [UInt8], cost: Cost = .standard) throws(CryptoError) {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(password: password, salt: salt, cost: cost)
    }

    /// Reads a record. Throws `badPasswordRecord` for an unknown version, a wrong size or a cost outside the limits.
    package init(record: [UInt8]) throws(CryptoError) {
        guard record.count == Self.recordSize, record[0] == Self.version,
            let cost = Cost(memoryKiB: Self.number(record[1..<5]), passes: Self.number(record[5..<9]))
        else { throw .badPasswordRecord }
        self.cost = cost
        salt = Array(record[9..<25])
        hash = Array(record[25...])
    }

    package var record: [UInt8] {
        [Self.version] + Self.bytes(cost.memoryKiB) + Self.bytes(cost.passes) + salt + hash
    }

    package func matches(_ password: [UInt8]) throws(CryptoError) -> Bool {
        equalInConstantTime(try Self.derive(password: password, salt: salt, cost: cost), hash)
    }

    /// Derives 32 secret bytes from a passphrase.
    /// - Parameter salt: 16 random bytes, stored beside what the secret protects.
    package static func seed(passphrase: [UInt8], salt: [UInt8], cost: Cost) throws(CryptoError) -> [UInt8] {
        try derive(password: passphrase, salt: salt, cost: cost)
    }

    static func derive(password: [UInt8], salt: [UInt8], cost: Cost) throws(CryptoError) -> [UInt8] {
        _ = Sodium.started
        guard salt.count == saltSize else { throw .wrongLength(expected: saltSize, given: salt.count) }
        var hash = [UInt8](repeating: 0, count: 32)
        let characters = password.map(CChar.init(bitPattern:))
        let code = unsafe crypto_pwhash_argon2id(
            &hash, 32, characters, UInt64(characters.count), salt,
            UInt64(cost.passes), Int(cost.memoryKiB) << 10, crypto_pwhash_argon2id_alg_argon2id13())
        guard code == 0 else { throw .outOfMemory }
        return hash
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }
}
