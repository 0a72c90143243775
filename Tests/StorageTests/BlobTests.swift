import Seeded
import Crypto
import PowerCut
import Storage
import Testing

@Suite struct BlobTests {
    let scratch: Scratch
    let database: Database
    let blobs: Blobs

    init() throws {
        scratch = try Scratch()
        database = try Database(path: scratch.path("a.db"))
        try database.migrate("test", [])
        blobs = Blobs(BlobKeys(try MasterKey(Array(repeating: 7, count: 32))))
    }

    func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    func chunks() throws -> Int? {
        try database.read { try $0.first("SELECT count(*) FROM blob_chunk") { $0.int(0) } }
    }

    @Test(
        "a blob of any size comes back as it was stored, whole or by chunks",
        arguments: [0, 1, Blobs.chunkSize - 1, Blobs.chunkSize, Blobs.chunkSize + 1, 3 * Blobs.chunkSize + 5])
    func roundTrip(size: Int) throws {
        let plain = bytes(size)
        var draft = BlobDraft(blobs.keys)
        for start in stride(from: 0, to: size, by: 10_007) { draft.append(plain[start..<min(size, start + 10_007)]) }
        let blob = draft.finish()
        #expect(blob.address == blobs.keys.seal(plain).address)
        try database.write { try blobs.store(blob, in: $0) }

        #expect(try database.read { try blobs.read(blob.address, in: $0) } == plain)
        let outline = try #require(try database.read { try blobs.outline(blob.address, in: $0) })
        #expect(outline.size == size)
        let pieces = try (0..<outline.chunkCount).map { number in
            try #require(try database.read { try blobs.chunk(number, of: outline, in: $0) })
        }
        #expect(Array(pieces.joined()) == plain)
    }

    @Test("equal chunks are stored once, and go with the last blob that holds them")
    func owners() throws {
        let first = bytes(Blobs.chunkSize) + bytes(Blobs.chunkSize) + bytes(100)
        let second = bytes(Blobs.chunkSize) + bytes(100, seed: 2)
        let sealed = [first, second].map(blobs.keys.seal)
        try database.write { transaction in
            for blob in sealed { try blobs.store(blob, in: transaction) }
            try blobs.store(sealed[0], in: transaction)
        }
        #expect(try chunks() == 3)
        for (blob, left) in [(sealed[0], 3), (sealed[0], 2), (sealed[1], 0)] {
            #expect(try database.write { try blobs.release(blob.address, in: $0) })
            #expect(try chunks() == left)
        }
        #expect(try !database.write { try blobs.release(sealed[1].address, in: $0) })
        #expect(try database.read { try blobs.read(sealed[1].address, in: $0) } == nil)
    }

    @Test("neither the content nor an address made without the key is in the file")
    func hidden() throws {
        let plain = Array("110105 19491231 002X, a face and a name".utf8)
        let blob = blobs.keys.seal(plain)
        let other = BlobKeys(try MasterKey(Array(repeating: 8, count: 32))).seal(plain)
        #expect(other.address != blob.address)
        try database.write { try blobs.store(blob, in: $0) }
        try database.checkpoint()
        #expect(try !scratch.bytes("a.db").contains(plain))
    }

    @Test("bytes altered, exchanged or cut off in the file are found out")
    func damage() throws {
        let plain = bytes(2 * Blobs.chunkSize)
        let blob = blobs.keys.seal(plain)
        struct Undo: Error {}
        func damaged(_ body: (Transaction) throws -> Void) {
            #expect(throws: Undo.self) {
                try database.write { transaction in
                    try body(transaction)
                    do {
                        _ = try blobs.read(blob.address, in: transaction)
                        Issue.record("was not noticed")
                    } catch is Damage {}
                    throw Undo()
                }
            }
        }
        try database.write { try blobs.store(blob, in: $0) }
        damaged { try $0.execute("UPDATE blob_part SET number = 3 - number") }
        damaged { try $0.execute("DELETE FROM blob_part WHERE number = 1") }
        damaged { try $0.execute("UPDATE blob SET size = size - 1") }
        damaged { transaction in
            let sealed = try transaction.all("SELECT id, sealed FROM blob_chunk") { ($0.id(0), $0.bytes(1)) }
            try transaction.execute("UPDATE blob_chunk SET sealed = ?1 WHERE id = ?2", sealed[0].1, sealed[1].0)
        }
        #expect(try database.read { try blobs.read(blob.address, in: $0) } == plain)
    }
}
