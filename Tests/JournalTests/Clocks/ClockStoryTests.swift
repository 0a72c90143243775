import Facts
import Journal
import Testing
import Vocabulary

/// 10,000 stories of terminals against an oracle that knows the true time.
@Suite struct ClockStoryTests {
    private static let parts: UInt64 = 10
    private static let storiesPerPart: UInt64 = 1000

    /// Four in ten are calm.
    private static func kind(_ seed: UInt64) -> ClockStory.Kind { seed % 10 < 4 ? .calm : .rough }

    @Test(
        "SYN-8 whatever a terminal's clocks do, nothing counts outside its window or after it came",
        arguments: 0..<parts)
    func neverWrong(part: UInt64) throws {
        var (calm, rough) = (ClockOracle(), ClockOracle())
        for seed in part * Self.storiesPerPart..<(part + 1) * Self.storiesPerPart {
            let kind = Self.kind(seed)
            let story = try ClockStory(kind, seed: seed)
            kind == .calm ? calm.judge(story) : rough.judge(story)
            #expect(calm.wrong.isEmpty && rough.wrong.isEmpty, "seed \(seed): \((calm.wrong + rough.wrong).prefix(1))")
            if !calm.wrong.isEmpty || !rough.wrong.isEmpty { return }
        }
        // With a contact a day nobody has to decide about more than one fact in fifty.
        #expect(calm.uncertain * 50 <= calm.facts, "\(calm.uncertain) of \(calm.facts)")
        // Most of what happens without contacts is decided all the same, some of it on the clock's word.
        #expect(rough.onClocksWord > 100 && rough.counted > rough.facts / 3)
        print(
            "clocks, part \(part): calm \(calm.facts) facts, \(calm.uncertain) uncertain; rough \(rough.facts) facts, "
                + "\(rough.counted) counted, \(rough.onClocksWord) of them on the clock's word "
                + "(\(rough.misledByClock) misled by a clock that was wrong), \(rough.uncertain) uncertain")
    }

    // Faults that the oracle must see

    private func wrong(boots: Bool = true, _ evaluator: ClockOracle.Evaluator) throws -> Int {
        var oracle = ClockOracle()
        for seed in 0..<600 as Range<UInt64> {
            oracle.judge(try ClockStory(Self.kind(seed), seed: seed, boots: boots), by: evaluator)
        }
        return oracle.wrong.count
    }

    @Test("SYN-8 a judge who believes the wall clock is found out")
    func wallClock() throws {
        let found = try wrong { arrived, row, _ in
            let wall = arrived.batch.wallMs(row) ?? 0
            return FactTime(
                interval: TimeInterval(earliestMs: wall, latestMs: wall), basis: .measured, shownMs: wall)
        }
        #expect(found > 100)
    }

    @Test("SYN-8 a judge who takes a receipt unread is found out")
    func receipts() throws {
        let found = try wrong { arrived, row, clock in
            BatchTimes(
                arrived.batch, clock: clock, receivedMs: arrived.receivedMs, isServer: false, isReceiptGenuine: true
            ).time(of: row)
        }
        #expect(found > 0)
    }

    @Test("SYN-8 a judge who does not ask for the boot is found out")
    func boots() throws {
        #expect(try wrong(boots: false, ClockOracle.product) > 0)
    }

    @Test("SYN-8 the product's own rule passes the same stories")
    func product() throws {
        #expect(try wrong(ClockOracle.product) == 0)
    }
}
