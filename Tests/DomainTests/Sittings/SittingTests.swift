import Domain
import Testing

@Suite struct SittingTests {
    private let zone = ZoneRule.china
    private let day = Day(20_728)

    private func clock(_ instant: Instant) -> String { zone.clock(instant) }

    @Test(
        "EXM-3a an exam opens at midnight of the seventh day after the class or the own evaluation; without days to wait, at its end"
    )
    func opening() throws {
        let ends = zone.instant(day, minute: 17 * 60)
        func opens(_ waitDays: Int?, _ evaluated: ExamOpening.Evaluated) throws(Refusal) -> String {
            clock(
                try ExamOpening.opens(
                    waitDays: waitDays, lastDay: day, classEnds: ends, evaluated: evaluated, zone: zone))
        }
        let sameDay = zone.instant(day, minute: 18 * 60)
        let later = zone.instant(day.adding(3), minute: 60)
        #expect(try opens(7, .done(sameDay)) == "2026-10-09 00:00:00")
        #expect(try opens(7, .notDemanded) == "2026-10-09 00:00:00")
        #expect(try opens(7, .done(later)) == "2026-10-12 00:00:00")
        #expect(try opens(0, .notDemanded) == "2026-10-02 17:00:00")
        #expect(try opens(nil, .done(sameDay)) == "2026-10-02 18:00:00")
        #expect(try opens(0, .done(zone.instant(day))) == "2026-10-02 17:00:00")
        #expect(refusal { () throws(Refusal) in try opens(7, .lacking) }?.field == "evaluation")
        let opens7 = zone.instant(day.adding(7))
        let early = refusal { () throws(Refusal) in
            try ExamOpening.requireOpen(opens7, now: opens7.adding(milliseconds: -1), zone: zone)
        }
        #expect(early?.code == .tooEarly)
        #expect(early?.reason.en == "the exam opens at 2026-10-09 00:00:00")
        try ExamOpening.requireOpen(opens7, now: opens7, zone: zone)
    }

    @Test("EXM-4 one resit: two fails are the end, and a pass in between too; unlimited has none")
    func attempts() {
        func left(_ failed: Int, _ resits: ResitLimit?, passed: Bool = false) -> Int? {
            ExamAttempts(passed: passed, failed: failed).left(resits)
        }
        #expect([left(0, .times(1)), left(1, .times(1)), left(2, .times(1)), left(3, .times(1))] == [2, 1, 0, 0])
        #expect(left(99, .unlimited) == nil)
        #expect([left(0, nil), left(1, nil)] == [1, 0])
        #expect(left(1, .times(1), passed: true) == 0)
        #expect(ExamAttempts(passed: false, failed: 2).isExhausted(.times(1)))
        #expect(!ExamAttempts(passed: false, failed: 1).isExhausted(.times(1)))
        #expect(!ExamAttempts(passed: true, failed: 2).isExhausted(.times(1)))
        #expect(!ExamAttempts(passed: false, failed: 50).isExhausted(.unlimited))
    }

    @Test(
        "EXM-3e of two devices the answer that came last stands; those of one device stand in the order they were given"
    )
    func answers() {
        func answer(_ device: UInt64, _ counter: UInt64, _ item: Int, _ chosen: UInt32) -> SavedAnswer {
            SavedAnswer(device: device, counter: counter, item: item, chosen: chosen)
        }
        let sheet = AnswerSheet([
            answer(1, 1, 0, 0b01), answer(2, 1, 0, 0b10), answer(1, 3, 1, 0b10), answer(1, 2, 1, 0b01),
            answer(2, 2, 2, 0b01), answer(2, 3, 2, 0),
        ])
        #expect(sheet.chosen == [0: 0b10, 1: 0b10, 2: 0])
        #expect(sheet.answered == 2)
        // The late first answer of one device comes after the other's: what came last stands.
        #expect(AnswerSheet([answer(2, 1, 0, 0b10), answer(1, 1, 0, 0b01)]).chosen == [0: 0b01])
        #expect(
            AnswerSheet([answer(1, 2, 0, 0b10), answer(2, 1, 0, 0b100), answer(1, 1, 0, 0b01)]).chosen == [0: 0b100])
    }
}
