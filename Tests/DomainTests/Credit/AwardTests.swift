import Domain
import Testing

@Suite struct AwardTests {
    private let people: [PersonID]
    private let dates = [Day(20_729), Day(20_728)]
    private let list: [Eligibility]

    /// Persons 1 and 2 are eligible, 3 is not, 4 is eligible and has the award 9.
    init() throws {
        people = (1...5).compactMap { PersonID($0) }
        let gates = CreditGates(
            identityEvidence: nil, attendanceDemand: .anyOnePeriod, minQuestions: nil, evaluationGates: nil,
            category: .ii, isEvaluated: true, hasPapers: false)
        let award = try #require(AwardID(9))
        list = people.prefix(4).map {
            Eligibility(
                CreditCandidate(
                    person: $0, isUnitConfirmed: false, hasBeenThere: true,
                    attendance: $0.value == 3 ? .noPeriod : .present,
                    exam: .notTaken, evaluation: .lacking,
                    award: $0.value == 4 ? award : nil), gates: gates)
        }
    }

    private func decide(
        _ named: [PersonID] = [], except: [(PersonID, String)] = [], day: Day? = nil,
        effective: CreditEffective? = .award
    ) throws(Refusal) -> AwardDecision {
        try AwardDecision(
            list: list, people: named,
            exclusions: except.map { AwardDecision.Exclusion(person: $0.0, reason: $0.1) }, activityDay: day,
            dates: dates, effective: effective)
    }

    @Test("CRD-2a everybody eligible is awarded once, dated the last activity date")
    func everybody() throws {
        let decision = try decide()
        #expect(decision.awarded == Array(people[0...1]))
        #expect(decision.already == [people[3]])
        #expect(decision.refused.isEmpty)
        #expect(decision.activityDay == Day(20_729))
        #expect(decision.state == .effective)
    }

    @Test("CRD-2a those named are awarded, and who cannot be is answered one by one with the reason")
    func named() throws {
        let decision = try decide([people[4], people[2], people[1]], day: Day(20_728))
        #expect(decision.awarded == [people[1]])
        #expect(decision.refused.map(\.person) == [people[2], people[4]])
        #expect(
            decision.refused.map { $0.reasons.map(\.en) } == [["absent from every period"], ["not on the roster"]])
        #expect(decision.activityDay == Day(20_728))
    }

    @Test("CRD-2a a person under suspicion is left out with a reason, also from among those named")
    func excluded() throws {
        for decision in [
            try decide(except: [(people[0], " 代刷 ")]), try decide([people[0], people[1]], except: [(people[0], "代刷")]),
        ] {
            #expect(decision.awarded == [people[1]])
            #expect(decision.excluded == [.init(person: people[0], reason: "代刷")])
        }
    }

    @Test("CRD-2a an exclusion without a reason, of a stranger or twice refuses the whole request")
    func badExclusions() {
        #expect(refusal { () throws(Refusal) in try decide(except: [(people[0], " ")]) }?.field == "exclusions.reason")
        #expect(refusal { () throws(Refusal) in try decide(except: [(people[4], "x")]) }?.code == .notFound)
        #expect(
            refusal { () throws(Refusal) in try decide(except: [(people[0], "x"), (people[0], "y")]) }?.code == .invalid
        )
    }

    @Test("CRD-2a a day that is no activity date is refused")
    func day() {
        #expect(refusal { () throws(Refusal) in try decide(day: Day(20_730)) }?.code == .outsideActivityDates)
    }

    @Test("CRD-4 credit that waits for the report is pending, and a programme without credit awards none")
    func effect() throws {
        #expect(try decide(effective: .reportApproved).state == .pending)
        #expect(refusal { () throws(Refusal) in try decide(effective: nil) }?.code == .wrongState)
    }

    @Test("CRD-2c an award is reversed once, with a reason")
    func reversal() throws {
        let (state, reason) = try AwardLifecycle.reverse(.effective, reason: " 误授 ")
        #expect(state == .reversed)
        #expect(reason == "误授")
        #expect(try AwardLifecycle.reverse(.pending, reason: "x").0 == .reversed)
        #expect(refusal { () throws(Refusal) in try AwardLifecycle.reverse(.effective, reason: "") }?.field == "reason")
        for state in [AwardState.reversed, .notValid] {
            #expect(
                refusal { () throws(Refusal) in try AwardLifecycle.reverse(state, reason: "x") }?.code == .wrongState)
        }
    }

    @Test("CRD-5 totals are by the year of the activity date and by category; only effective credit counts")
    func totals() throws {
        func credit(_ date: String, _ category: CreditCategory, _ tenths: UInt32, _ state: AwardState) throws
            -> AwardedCredit
        {
            AwardedCredit(
                category: category, credits: Tenths(tenths), hours: Tenths(tenths * 6),
                activityDay: try #require(Day(date)), state: state)
        }
        let totals = YearCredit.totals([
            try credit("2025-12-31", .i, 10, .effective), try credit("2026-01-01", .ii, 15, .effective),
            try credit("2026-05-01", .i, 20, .effective), try credit("2026-06-01", .i, 5, .effective),
            try credit("2026-06-02", .i, 100, .pending), try credit("2026-06-02", .i, 100, .reversed),
            try credit("2026-06-02", .i, 100, .notValid),
        ])
        #expect(totals.map(\.year) == [2026, 2026, 2025])
        #expect(totals.map(\.category) == [.i, .ii, .i])
        #expect(totals.map(\.credits) == [Tenths(25), Tenths(15), Tenths(10)])
        #expect(totals.map(\.hours) == [Tenths(150), Tenths(90), Tenths(60)])
    }
}
