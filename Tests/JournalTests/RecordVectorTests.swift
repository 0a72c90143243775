import Causality
import Crypto
import Facts
import Journal
import Testing
import Wire

/// Openings, closings, receipts and cursors, byte for byte.
@Suite struct RecordVectorTests {
    @Test("the vectors of every record are there")
    func present() {
        let counts = ["opening": 2, "closing": 3, "chain": 1, "receipt": 1, "cursor": 1, "digest": 1, "sheet": 1]
        for (kind, count) in counts { #expect(Vector.all(kind).count >= count, "\(kind)") }
    }

    @Test("a log's opening names the log and is signed by its device", arguments: Vector.all("opening"))
    func opening(vector: Vector) throws {
        let site = try vector.data("site")
        let key = try SigningKey(seed: vector.data("device-seed"))
        var expected = LogOpening(deviceKey: key.publicKey, epoch: try vector.number("epoch"))
        if vector.has("predecessor") {
            let final = LogHead(sequence: try vector.number("final-sequence"), hash: try vector.hash("head"))
            expected.predecessor = .init(log: try vector.log("predecessor"), final: final)
        }
        let opening = try LogOpening(decoding: vector.bytes)
        #expect(opening == expected)
        #expect(opening.bytes == vector.bytes)
        #expect(try opening.logID(site: site) == vector.log("log"))
        #expect(try opening.origin(site: site) == vector.hash("origin"))
        let signature = try vector.data("signature")
        #expect(opening.sign(with: key, site: site) == signature)
        #expect(opening.isSigned(signature, site: site))
        #expect(!opening.isSigned(signature, site: [UInt8](repeating: 9, count: 32)))
        refusesEveryTruncation(vector.bytes) { bytes throws(DecodeError) in try LogOpening(decoding: bytes) }
    }

    @Test("a log's closing names where the log ended", arguments: Vector.all("closing"))
    func closing(vector: Vector) throws {
        let closing = try LogClosing(decoding: vector.bytes)
        #expect(try closing.log == vector.log("log"))
        #expect(try closing.final == LogHead(sequence: vector.number("final-sequence"), hash: vector.hash("head")))
        let reasons: [UInt8: LogClosing.Reason] = [1: .rotated, 2: .revoked, 3: .replaced]
        #expect(try closing.reason == reasons[vector.number("reason")])
        #expect(closing.bytes == vector.bytes)
        let signer = try PublicKey(vector.data("signer"))
        #expect(try closing.isSigned(vector.data("signature"), by: signer, site: vector.data("site")))
        refusesEveryTruncation(vector.bytes) { bytes throws(DecodeError) in try LogClosing(decoding: bytes) }
    }

    @Test("SKL-2 a sheet has every item of a mark, in the order of its checklist", arguments: Vector.all("sheet"))
    func sheet(vector: Vector) throws {
        let items = vector.values("item").map { item in
            let parts = item.split(separator: " ")
            return SkillsSheet.Item(earned: UInt64(parts[0]) ?? 0, isFailed: parts[1] == "1")
        }
        let sheet = SkillsSheet(
            checklist: try vector.number("checklist"), edition: try vector.number("edition"), items: items)
        #expect(SkillsSheet(vector.bytes) == sheet)
        #expect(sheet.bytes == vector.bytes)
        #expect(try sheet.value == vector.number("value"))
        #expect(sheet.hasFailedStep)
        for length in vector.bytes.indices { #expect(SkillsSheet(Array(vector.bytes[..<length])) == nil) }
        #expect(SkillsSheet(vector.bytes + [0]) == nil)
    }

    @Test("a chain seals and verifies its batches", arguments: Vector.all("chain"))
    func chain(vector: Vector) throws {
        let site = try vector.data("site")
        let key = try SigningKey(seed: vector.data("device-seed"))
        let opening = LogOpening(deviceKey: key.publicKey, epoch: try vector.number("epoch"))
        var sealing = Chain(opening: opening, site: site)
        var verifying = sealing
        let bodies = try vector.values("body").map(Vector.bytes)
        let signatures = try vector.values("signature").map(Vector.bytes)
        let hashes = try vector.values("hash").map(Vector.hash)
        for (index, body) in bodies.enumerated() {
            let batch = try sealing.seal(body, with: key)
            #expect(batch.signature == signatures[index])
            #expect(batch.hash == hashes[index])
            #expect(try batch.hash.tag.bytes == Vector.bytes(vector.values("tag")[index]))
        }
        let run = zip(bodies, signatures).map { (body: $0, signature: $1) }
        #expect(try verifying.append(run, inner: .verified).map(\.hash) == hashes)
        #expect(verifying.head == sealing.head)
    }

    @Test("a receipt's token is the beginning of its MAC")
    func receipt() throws {
        let vector = try #require(Vector.all("receipt").first)
        let key = try MACKey(vector.data("key"))
        let log = try vector.log("log")
        let time: UInt64 = try vector.number("time-ms")
        let token = ReceiptToken.make(key: key, log: log, sequence: try vector.number("sequence"), timeMs: time)
        #expect((0..<8).map { UInt8(truncatingIfNeeded: token >> UInt64(8 * $0)) } == vector.bytes)
    }

    @Test("a cursor comes back as it was handed out", arguments: Vector.all("cursor"))
    func cursor(vector: Vector) throws {
        let expected = FeedCursor(position: try vector.number("position"))
        #expect(try FeedCursor(decoding: vector.bytes) == expected)
        #expect(expected.bytes == vector.bytes)
        refusesEveryTruncation(vector.bytes) { bytes throws(DecodeError) in try FeedCursor(decoding: bytes) }
    }

    @Test("a scope's digest does not ask in which order its entities came or went")
    func digest() throws {
        let vector = try #require(Vector.all("digest").first)
        let entities = try vector.values("entity").map { line in
            try Vector.fields(line).map { try Vector.number($0.value) as UInt64 }
        }
        var digest = ScopeDigest()
        digest.add(.init(kind: 9, id: 9), position: 9)
        for entity in entities.reversed() { digest.add(.init(kind: entity[0], id: entity[1]), position: entity[2]) }
        digest.remove(.init(kind: 9, id: 9), position: 9)
        #expect(digest.bytes == vector.bytes && digest.count == 3)
        #expect(ScopeDigest(count: 3, bytes: vector.bytes) == digest)
        digest.remove(.init(kind: entities[0][0], id: entities[0][1]), position: entities[0][2] + 1)
        #expect(digest.bytes != vector.bytes)
    }

    private func refusesEveryTruncation<Record>(
        _ bytes: [UInt8], decode: ([UInt8]) throws(DecodeError) -> Record
    ) {
        for length in bytes.indices {
            #expect(throws: DecodeError.self, "\(length) bytes") { _ = try decode(Array(bytes[..<length])) }
        }
        #expect(throws: DecodeError.self) { _ = try decode(bytes + [0]) }
    }
}
