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

    @Test("PRJ-5 only a submitted offering is decided on; one that was returned is submitted again")
    func decided() throws {
        let decisions: [(OfferingEvent, OfferingState)] = [
            (.approve, .approved), (.reject, .rejected), (.return, .returned),
        ]
        for (decision, decided) in decisions {
            #expect(try OfferingLifecycle.table.next(.submitted, decision) == decided)
            for state in OfferingState.allCases where state != .submitted {
                let refused = refusal { () throws(Refusal) in try OfferingLifecycle.table.next(state, decision) }
                #expect(refused?.code == .wrongState)
            }
        }
        #expect(try OfferingLifecycle.table.next(.returned, .submit) == .submitted)
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

    @Test("PRJ-9b after a return the first submission counts for the lead days")
    func afterReturn() throws {
        let start = try #require(Day("2026-10-08"))
        let late = ZoneRule.china.instant(try #require(Day("2026-10-04")))
        #expect(
            try OfferingLifecycle.submit(.returned, firstDay: start, leadDays: 7, zone: .china, now: late)
                == .submitted)
    }

    @Test(
        "PRJ-4b, PRJ-4c a notification in advance has notice and agenda, and unless it is in person the supervision statement"
    )
    func documents() {
        #expect(DocumentDemand.kinds(leadDays: 7, modality: .inPerson) == [.notice, .agenda])
        for modality in [Modality.online, .blended] {
            #expect(DocumentDemand.kinds(leadDays: 7, modality: modality) == [.notice, .agenda, .supervision])
            #expect(DocumentDemand.kinds(leadDays: 0, modality: modality).isEmpty)
        }
        let missing = refusal { () throws(Refusal) in
            try DocumentDemand.require(leadDays: 7, modality: .blended, uploaded: [.notice, .agenda])
        }
        #expect(missing?.code == .wrongState && missing?.field == "documents")
        #expect(missing?.text.contains("supervision") == true)
    }
}
