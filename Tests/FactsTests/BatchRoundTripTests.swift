import Seeded
import Testing

@testable import Facts

@Suite struct BatchRoundTripTests {
    @Test("whatever facts say comes back from their batch, and encodes to the same bytes")
    func roundTrip() throws {
        for seed in UInt64(1)...400 {
            var random = SeededRandom(seed: seed)
            let sample = Sample.random(&random, facts: 1...60)
            let body = try sample.encoded()
            let batch = try Batch.decode(body)
            #expect(batch.header == sample.header, "seed \(seed)")
            #expect(batch.firstSequence == sample.firstSequence, "seed \(seed)")
            #expect(batch.lastSequence == sample.firstSequence + UInt64(sample.facts.count) - 1, "seed \(seed)")
            #expect(Array(batch.facts) == sample.facts, "seed \(seed)")
            #expect(batch.opaqueColumns == sample.opaque, "seed \(seed)")
            #expect(batch.deferral == nil, "seed \(seed)")
            let again = Sample(
                header: batch.header, firstSequence: batch.firstSequence, facts: Array(batch.facts),
                opaque: batch.opaqueColumns)
            #expect(try again.encoded() == body, "seed \(seed)")
        }
    }

    @Test("scanning rows and reading whole facts tell the same")
    func rowsAndFacts() throws {
        for seed in UInt64(1)...50 {
            var random = SeededRandom(seed: seed)
            let batch = try Batch.decode(Sample.random(&random, facts: 1...60).encoded())
            var seen = 0
            batch.forEachRow { row in
                let fact = batch.fact(row.row)
                #expect(row.kind == fact.kind && row.method == fact.method, "seed \(seed)")
                #expect(row.offsetMs == fact.offsetMs && row.offering == fact.offering, "seed \(seed)")
                #expect(row.actor == fact.actor && row.course == fact.course && row.slot == fact.slot, "seed \(seed)")
                #expect(row.sequence == batch.firstSequence + UInt64(seen), "seed \(seed)")
                switch fact.subject {
                case .person(let id): #expect(row.person == id, "seed \(seed)")
                case .raw: #expect(row.person == 0, "seed \(seed)")
                }
                seen += 1
            }
            #expect(seen == batch.count, "seed \(seed)")
        }
    }

    @Test("the dictionary alone tells who is in a batch and who is not")
    func dictionary() throws {
        for seed in UInt64(1)...50 {
            var random = SeededRandom(seed: seed)
            let sample = Sample.random(&random, facts: 1...60)
            let body = try sample.encoded()
            let subjects = try #require(try Batch.subjects(of: body))
            let present = Set(sample.facts.map(\.subject))
            #expect(subjects.count == present.count, "seed \(seed)")
            #expect(present.allSatisfy(subjects.contains), "seed \(seed)")
            for fact in sample.facts {
                guard case .person(let id) = fact.subject else { continue }
                let next = Subject.person(id + 1)
                #expect(subjects.contains(next) == present.contains(next), "seed \(seed)")
            }
            #expect(!subjects.contains(.raw([])))
        }
    }

    @Test("the offerings a batch touches are listed once each, ascending")
    func offerings() throws {
        var sample = Sample.classOf(5, scans: 4, seed: 3)
        #expect(try Batch.decode(sample.encoded()).offeringsTouched == [52_011])
        for (index, offering) in [UInt64(9), 4, 9, 70].enumerated() { sample.facts[index].offering = offering }
        #expect(try Batch.decode(sample.encoded()).offeringsTouched == [4, 9, 70])
    }

    @Test("each timebase gives its rows its own kind of time and no other")
    func times() throws {
        let fact = Fact(kind: .checkIn, subject: .person(1), method: .pass)
        var later = fact
        later.offsetMs = 3000
        var sample = Sample(
            header: BatchHeader(timebase: .boot(7, monotonicMs: 500), wallMs: 90), facts: [fact, later])
        var batch = try Batch.decode(sample.encoded())
        #expect(batch.monotonicMs(1)?.boot == 7 && batch.monotonicMs(1)?.ms == 3500)
        #expect(batch.wallMs(1) == 3090 && batch.localMs(1) == nil)

        sample.header = BatchHeader(timebase: .imported(zoneMinutes: 480, localMs: 10_000))
        sample.facts[1].offsetMs = -4000
        batch = try Batch.decode(sample.encoded())
        #expect(batch.localMs(1) == 6000 && batch.monotonicMs(1) == nil && batch.wallMs(1) == nil)
    }
}
