import Facts
import Journal
import Testing
import Wire

@Suite struct BatchVectorTests {
    static let vectors = Vector.all("batch")

    @Test("the vectors of batches are there")
    func present() {
        #expect(Self.vectors.count >= 21)
    }

    @Test("SYN-10 a batch of the protocol says what its vector says", arguments: vectors)
    func decodes(vector: Vector) throws {
        let batch = try Batch.decode(vector.bytes)
        #expect(try batch.header == vector.header())
        #expect(try batch.firstSequence == vector.firstSequence())
        #expect(try batch.opaqueColumns == vector.opaqueColumns())
        let facts = try vector.facts()
        #expect(batch.count == facts.count)
        #expect(Array(batch.facts) == (batch.deferral == nil ? facts : []))
        let deferred =
            switch batch.deferral {
            case nil: ""
            case .unknownColumn(let id): "column \(id)"
            case .unknownSchema(let schema): "schema \(schema)"
            case .unknownHeaderField: "header field"
            case .unknownEncoding(let id): "encoding of column \(id)"
            }
        #expect(deferred == vector.values("deferred").first ?? "")
    }

    @Test("what a vector says is written as its bytes", arguments: vectors)
    func encodes(vector: Vector) throws {
        let body = try Batch.encode(
            header: vector.header(), firstSequence: vector.firstSequence(), facts: vector.facts(),
            opaqueColumns: vector.opaqueColumns())
        #expect(body == vector.bytes)
    }

    @Test("a vector cut short anywhere is refused", arguments: vectors)
    func truncated(vector: Vector) {
        for length in vector.bytes.indices {
            #expect(throws: DecodeError.self, "\(length) bytes") { try Batch.decode(Array(vector.bytes[..<length])) }
        }
    }
}
