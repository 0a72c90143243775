import Seeded
import Messages
import Testing
import Wire

struct HostileMessageTests {
    @Test("every truncation of every vector is refused, or is a shorter message that is read back the same")
    func truncations() throws {
        for sample in samples() { try truncate(sample) }
    }

    @Test("a thousand random mutations of every vector are refused, or are messages that are read back the same")
    func mutations() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("mutations of messages: seed \(seed)")
        var random = SeededRandom(seed: seed)
        for sample in samples() { try mutate(sample, &random, "seed \(seed)") }
    }

    private func truncate<Sample: Message>(_ sample: Sample) throws {
        let vector = sample.serialized()
        for length in vector.indices { try check(Sample.self, Array(vector[..<length]), "cut at \(length)") }
    }

    private func mutate<Sample: Message>(_ sample: Sample, _ random: inout SeededRandom, _ why: String) throws {
        let vector = sample.serialized()
        for _ in 0..<1_000 { try check(Sample.self, random.mutation(of: vector), why) }
    }

    /// What is read must stay the same when written and read again, and be no larger than its bytes explain: nothing
    /// grows by more than an `int32` given in 5 bytes, whose sign takes 10.
    private func check<Value: Message>(_ type: Value.Type, _ bytes: [UInt8], _ why: String) throws {
        let value: Value
        do {
            value = try Value(serialized: bytes)
        } catch {
            return
        }
        let written = value.serialized()
        #expect(try Value(serialized: written) == value, "\(Value.typeName), \(why): \(bytes)")
        #expect(written.count <= bytes.count * 2, "\(Value.typeName), \(why): \(bytes)")
    }
}
