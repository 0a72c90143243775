import Seeded
import Journal
import Testing

@Suite struct BootClockTests {
    static let hour: UInt64 = 3_600_000

    @Test("SYN-8 a contact bounds the facts around it by the round trip and the drift since")
    func contact() {
        let clock = BootClock([.answer(serverMs: 1_000_000_000, monotonicMs: 50_000, roundTripMs: 80)])
        #expect(clock.interval(at: 50_000) == TimeInterval(earliestMs: 1_000_000_000, latestMs: 1_000_000_080))
        let later = clock.interval(at: 50_000 + Self.hour)
        #expect(later == TimeInterval(earliestMs: 1_003_598_199, latestMs: 1_003_601_881))
        let before = clock.interval(at: 40_000)
        #expect(before == TimeInterval(earliestMs: 999_989_994, latestMs: 999_990_086))
        #expect(clock.interval(at: 50_000, tickMs: 1000).latestMs == 1_000_001_080)
    }

    @Test("SYN-8 more anchors only narrow, and the true time stays inside, whatever the drift")
    func narrowing() {
        for seed in UInt64(1)...200 {
            var random = SeededRandom(seed: seed)
            let drift = Double.random(in: -0.0004...0.0004, using: &random)
            let truth = { (monotonic: UInt64) in 1_700_000_000_000 + Int64(Double(monotonic) * (1 + drift)) }
            var clock = BootClock()
            var last = clock.interval(at: 5_000_000)
            for _ in 0..<6 {
                let at = UInt64.random(in: 0...20_000_000, using: &random)
                let trip = Int64.random(in: 2...3000, using: &random)
                let taken = Int64.random(in: 1..<trip, using: &random)
                clock.add(.answer(serverMs: truth(at) - taken, monotonicMs: at, roundTripMs: trip))
                let next = clock.interval(at: 5_000_000)
                #expect(next.intersected(last) == next, "seed \(seed)")
                #expect((next.earliestMs ?? .max) <= truth(5_000_000) + 1, "seed \(seed)")
                #expect((next.latestMs ?? .min) >= truth(5_000_000) - 1, "seed \(seed)")
                #expect(!next.isContradictory, "seed \(seed)")
                last = next
            }
        }
    }

    @Test("SYN-8 what cannot be bounded is uncertain, never guessed")
    func standing() {
        let window: Range<Int64> = 1000..<2000
        #expect(TimeInterval(earliestMs: 1000, latestMs: 1999).standing(in: window) == .inside)
        #expect(TimeInterval(earliestMs: 999, latestMs: 1999).standing(in: window) == .uncertain)
        #expect(TimeInterval(earliestMs: 1000, latestMs: 2000).standing(in: window) == .uncertain)
        #expect(TimeInterval(earliestMs: 2000).standing(in: window) == .outside)
        #expect(TimeInterval(latestMs: 999).standing(in: window) == .outside)
        #expect(TimeInterval(earliestMs: 1500).standing(in: window) == .uncertain)
        #expect(TimeInterval().standing(in: window) == .uncertain)
    }

    @Test("SYN-8 a clock that its own anchors deny decides nothing")
    func contradiction() {
        let clock = BootClock([
            .answer(serverMs: 1_000_000, monotonicMs: 1000, roundTripMs: 10),
            .answer(serverMs: 9_000_000, monotonicMs: 2000, roundTripMs: 10),
        ])
        let interval = clock.interval(at: 1500)
        #expect(interval.isContradictory)
        #expect(interval.standing(in: 0..<10_000_000) == .uncertain)
        #expect(interval.standing(in: 0..<10) == .uncertain)
    }

    @Test("numbers from beyond the calendar bound nothing and never trap")
    func extremes() {
        for server in [Int64.min, .max] {
            for monotonic in [0, 1 << 53, UInt64.max] {
                let clock = BootClock([.answer(serverMs: server, monotonicMs: monotonic, roundTripMs: .max)])
                for at in [0, 1 << 53, UInt64.max] { _ = clock.interval(at: at, tickMs: .max) }
                for at in [0, 1 << 53, UInt64.max] { _ = clock.interval(at: at) }
            }
        }
    }
}
