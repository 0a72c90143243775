import Seeded
import Messages
import Testing
import Wire

struct HostileMessageTests {
    /// How many mutated inputs were read as a message. A reader that refuses everything would pass every check below.
    private final class Tally {
        var read = 0
        var tried = 0
    }

    @Test("every truncation of every vector is refused, or is a shorter message that is read back the same")
    func truncations() throws {
        let tally = Tally()
        for sample in samples() {
            let before = tally.read
            try truncate(sample, tally)
            // Cut to nothing, every message is one of nothing but defaults.
            #expect(tally.read > before || sample.serialized().isEmpty, "\(type(of: sample).typeName) is never read")
        }
    }

    @Test("a thousand random mutations of every vector are refused, or are messages that are read back the same")
    func mutations() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("mutations of messages: seed \(seed)")
        var random = SeededRandom(seed: seed)
        let tally = Tally()
        for sample in samples() { try mutate(sample, &random, tally, "seed \(seed)") }
        // About a sixth is read: a changed value keeps the form, a changed length or tag seldom does.
        #expect(
            tally.read * 20 > tally.tried && tally.read * 2 < tally.tried,
            "\(tally.read) of \(tally.tried), seed \(seed)")
    }

    private func truncate<Sample: Message>(_ sample: Sample, _ tally: Tally) throws {
        let vector = sample.serialized()
        for length in vector.indices { try check(Sample.self, Array(vector[..<length]), tally, "cut at \(length)") }
    }

    private func mutate<Sample: Message>(
        _ sample: Sample, _ random: inout SeededRandom, _ tally: Tally, _ why: String
    ) throws {
        let vector = sample.serialized()
        for _ in 0..<1_000 { try check(Sample.self, random.mutation(of: vector), tally, why) }
    }

    /// A message that is read must be equal after writing and reading it again, and no larger than its bytes explain:
    /// nothing grows by more than an `int32` given in 5 bytes, whose sign takes 10.
    private func check<Value: Message>(
        _ type: Value.Type, _ bytes: [UInt8], _ tally: Tally, _ why: String
    ) throws {
        tally.tried += 1
        let value: Value
        do {
            value = try Value(serialized: bytes)
        } catch {
            return
        }
        tally.read += 1
        let written = value.serialized()
        #expect(try Value(serialized: written) == value, "\(Value.typeName), \(why): \(bytes)")
        #expect(written.count <= bytes.count * 2, "\(Value.typeName), \(why): \(bytes)")
    }
}
