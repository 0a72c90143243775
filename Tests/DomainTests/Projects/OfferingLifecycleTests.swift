import Domain
import Testing

@Suite struct OfferingLifecycleTests {
    @Test(
        "PRJ-5 nothing opens before approval where approval is asked for; without it an offering opens when submitted")
    func opening() {
        for approval in [OfferingApproval.committee, .association] {
            #expect(OfferingState.allCases.filter { OfferingLifecycle.isOpen($0, approval: approval) } == [.approved])
        }
        #expect(
            OfferingState.allCases.filter { OfferingLifecycle.isOpen($0, approval: OfferingApproval.none) }
                == [.submitted, .approved])
        #expect(OfferingState.allCases.allSatisfy { !OfferingLifecycle.isOpen($0, approval: nil) })
    }

    @Test("PRJ-5 only a submitted offering is decided on")
    func decided() throws {
        #expect(try OfferingLifecycle.decided(.submitted, approved: true) == .approved)
        #expect(try OfferingLifecycle.decided(.submitted, approved: false) == .rejected)
        for state in OfferingState.allCases where state != .submitted {
            let refused = refusal { () throws(Refusal) in try OfferingLifecycle.decided(state, approved: true) }
            #expect(refused?.code == .wrongState)
        }
    }

    @Test("PRJ-4b with seven lead days the seventh day before the start is the last on which to submit")
    func leadDays() throws {
        let start = try #require(Day("2026-10-08"))
        let late = ZoneRule.china.instant(try #require(Day("2026-10-02")))
        let inTime = late.adding(milliseconds: -1)
        func submit(_ now: Instant, leadDays: Int) throws(Refusal) -> OfferingState {
            try OfferingLifecycle.submit(.draft, firstDay: start, leadDays: leadDays, zone: .china, now: now)
        }
        #expect(try submit(inTime, leadDays: 7) == .submitted)
        let refused = refusal { () throws(Refusal) in try submit(late, leadDays: 7) }
        #expect(refused?.code == .tooLate)
        #expect(refused?.text.contains("2026-10-01") == true)
        #expect(try submit(late.adding(milliseconds: 900_000_000_000), leadDays: 0) == .submitted)
    }
}
