import Console
import Crypto
import Threads
import Wire

/// The beginning of a backup: whose key opens it. Each backup is encrypted under a key of its own, which is sealed to an X25519
/// key: one that the operator has made, or one that a passphrase gives.
///
/// Layout: `8 magic | u8 kind | 16 salt | u32 memory KiB | u32 passes | 32 public key | 80 sealed key`, little endian; salt and cost
/// are zeros unless the kind is a passphrase. A header that is changed anywhere opens nothing: each chunk names its digest.
struct BackupHeader: Equatable {
    enum Kind: UInt8 { case passphrase = 1, publicKey = 2 }

    static let size = 145
    static let magic = Array("rcbkup1\n".utf8)
    private static let saltSize = PasswordHash.saltSize

    let kind: Kind
    let salt: [UInt8]
    let memoryKiB: UInt32
    let passes: UInt32
    let publicKey: [UInt8]
    let sealedKey: [UInt8]

    /// Seals a new backup's key.
    init(_ fileKey: [UInt8], to lock: BackupLock) throws(CryptoError) {
        switch lock {
        case .passphrase(let passphrase):
            let salt = SystemRandom.bytes(Self.saltSize)
            let key = try Self.boxKey(passphrase, salt, .lasting)
            (kind, publicKey, self.salt) = (.passphrase, key.publicKey, salt)
            (memoryKiB, passes) = (PasswordHash.Cost.lasting.memoryKiB, PasswordHash.Cost.lasting.passes)
        case .publicKey(let key):
            (kind, publicKey, memoryKiB, passes) = (.publicKey, key, 0, 0)
            salt = [UInt8](repeating: 0, count: Self.saltSize)
        }
        sealedKey = try BoxKey.seal(fileKey, to: publicKey, seed: SystemRandom.bytes(32))
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size, bytes.starts(with: Self.magic), let kind = Kind(rawValue: bytes[8]) else {
            return nil
        }
        self.kind = kind
        salt = Array(bytes[9..<25])
        memoryKiB = Self.number(bytes[25..<29])
        passes = Self.number(bytes[29..<33])
        publicKey = Array(bytes[33..<65])
        sealedKey = Array(bytes[65...])
    }

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.writeBytes(Self.magic)
        writer.writeByte(kind.rawValue)
        writer.writeBytes(salt)
        writer.writeFixed32(memoryKiB)
        writer.writeFixed32(passes)
        writer.writeBytes(publicKey)
        writer.writeBytes(sealedKey)
        return writer.bytes
    }

    /// Returns whether a backup begun with this header is for the same key.
    func isFor(_ lock: BackupLock) throws(CryptoError) -> Bool {
        switch (kind, lock) {
        case (.publicKey, .publicKey(let key)): key == publicKey
        case (.passphrase, .passphrase(let passphrase)): try boxKey(passphrase)?.publicKey == publicKey
        case _: false
        }
    }

    /// Returns the backup's key; nil if the passphrase or the key is not its own.
    func open(_ key: BackupOpener) throws(CryptoError) -> [UInt8]? {
        let box: BoxKey? =
            switch (kind, key) {
            case (.passphrase, .passphrase(let passphrase)): try boxKey(passphrase)
            case (.publicKey, .secretKey(let seed)): try BoxKey(seed: seed)
            case _: nil
            }
        guard let box, box.publicKey == publicKey else { return nil }
        return try? box.open(sealedKey)
    }

    private func boxKey(_ passphrase: [UInt8]) throws(CryptoError) -> BoxKey? {
        guard let cost = PasswordHash.Cost(memoryKiB: memoryKiB, passes: passes) else { return nil }
        return try Self.boxKey(passphrase, salt, cost)
    }

    private static func boxKey(
        _ passphrase: [UInt8], _ salt: [UInt8], _ cost: PasswordHash.Cost
    ) throws(CryptoError) -> BoxKey {
        try BoxKey(seed: PasswordHash.seed(passphrase: passphrase, salt: salt, cost: cost))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// That to which a backup is encrypted.
enum BackupLock {
    /// UTF-8 bytes as typed.
    case passphrase([UInt8])
    /// 32 bytes.
    case publicKey([UInt8])
}

/// That which opens a backup.
enum BackupOpener {
    case passphrase([UInt8])
    /// 32 bytes, as `rollcalld backup key` wrote them.
    case secretKey([UInt8])
}
