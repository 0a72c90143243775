internal import Crypto

/// Photos and documents: encrypted, cut into chunks, each chunk stored once however many blobs share it.
///
/// Every `store` adds an owner of the blob and every `release` removes one; the last one deletes the bytes.
package struct Blobs: Sendable {
    package static let chunkSize = 64 << 10

    package let keys: BlobKeys

    package init(_ keys: BlobKeys) {
        self.keys = keys
    }

    package func store(_ blob: SealedBlob, in transaction: Transaction) throws {
        let known = try transaction.execute(
            "UPDATE blob SET owners = owners + 1 WHERE address = ?1", blob.address)
        if known > 0 { return }
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO blob (id, address, size, owners) VALUES (?1, ?2, ?3, 1)", id, blob.address, blob.size)
        for (number, chunk) in blob.chunks.enumerated() {
            let chunkID = try transaction.insertReturningID(
                """
                INSERT INTO blob_chunk (id, address, sealed, uses) VALUES (?1, ?2, ?3, 1)
                ON CONFLICT (address) DO UPDATE SET uses = blob_chunk.uses + 1 RETURNING id
                """, transaction.newID(), chunk.address, chunk.sealed)
            try transaction.execute(
                "INSERT INTO blob_part (blob, number, chunk) VALUES (?1, ?2, ?3)", id, number, chunkID)
        }
    }

    /// Removes one owner; returns false if there is no such blob.
    @discardableResult
    package func release(_ address: BlobAddress, in transaction: Transaction) throws -> Bool {
        let blob = try transaction.first(
            "UPDATE blob SET owners = owners - 1 WHERE address = ?1 RETURNING id, owners", address
        ) { (id: $0.id(0), owners: $0.int(1)) }
        guard let blob else { return false }
        if blob.owners > 0 { return true }
        let chunks = try transaction.all("SELECT chunk FROM blob_part WHERE blob = ?1 ORDER BY number", blob.id) {
            $0.id(0)
        }
        try transaction.execute("DELETE FROM blob_part WHERE blob = ?1", blob.id)
        try transaction.execute("DELETE FROM blob WHERE id = ?1", blob.id)
        for chunk in chunks {
            try transaction.execute("UPDATE blob_chunk SET uses = uses - 1 WHERE id = ?1", chunk)
            try transaction.execute("DELETE FROM blob_chunk WHERE id = ?1 AND uses = 0", chunk)
        }
        return true
    }

    /// A blob's chunk list, with which its chunks can be read one by one, even in different snapshots.
    package struct Outline: Sendable {
        package let address: BlobAddress
        package let size: Int
        let chunks: [[UInt8]]

        package var chunkCount: Int { chunks.count }
    }

    /// Returns nil if there is no such blob.
    package func outline(_ address: BlobAddress, in snapshot: Snapshot) throws -> Outline? {
        let blob = try snapshot.first("SELECT id, size FROM blob WHERE address = ?1", address) {
            (id: $0.id(0), size: $0.int(1))
        }
        guard let blob else { return nil }
        let chunks = try snapshot.all(
            """
            SELECT c.address FROM blob_part p JOIN blob_chunk c ON c.id = p.chunk
            WHERE p.blob = ?1 ORDER BY p.number
            """, blob.id
        ) { $0.bytes(0) }
        guard keys.address(size: blob.size, chunks: chunks) == address else { throw Damage(address) }
        return Outline(address: address, size: blob.size, chunks: chunks)
    }

    /// Returns the plain bytes of one chunk: 64 KiB, the last one fewer. Nil if the blob was released meanwhile.
    package func chunk(_ number: Int, of outline: Outline, in snapshot: Snapshot) throws -> [UInt8]? {
        let address = outline.chunks[number]
        let sealed = try snapshot.first("SELECT sealed FROM blob_chunk WHERE address = ?1", address) { $0.bytes(0) }
        guard let sealed else { return nil }
        do {
            return try keys.open(SealedChunk(address: address, sealed: sealed))
        } catch .forged {
            throw Damage(outline.address)
        }
    }

    /// Returns the whole blob; nil if there is no such blob.
    package func read(_ address: BlobAddress, in snapshot: Snapshot) throws -> [UInt8]? {
        guard let outline = try outline(address, in: snapshot) else { return nil }
        var bytes: [UInt8] = []
        for number in 0..<outline.chunkCount {
            guard let chunk = try chunk(number, of: outline, in: snapshot) else { throw Damage(address) }
            bytes += chunk
        }
        guard bytes.count == outline.size else { throw Damage(address) }
        return bytes
    }
}

extension Damage {
    /// Damage of a blob whose rows do not match its address.
    init(_ blob: BlobAddress) {
        self.init("blob " + blob.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}
