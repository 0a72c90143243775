import Domain
import Testing

@Suite struct EligibilityTests {
    private let person: PersonID
    private let window = AttendanceWindow(day: Day(20_728), fromMinute: 480, toMinute: 720)
    private let hunan = CreditGates(
        identityEvidence: .unitConfirmed, attendanceDemand: .everyDayAndWindow, minQuestions: 5,
        evaluationGates: [.credit], category: .i, isEvaluated: true, hasPapers: false)

    init() throws { person = try #require(PersonID(1)) }

    private func reasons(
        _ gates: CreditGates, isConfirmed: Bool = true, attendance: AttendanceResult = .present,
        exam: ExamOutcome = .passed(8000),
        evaluation: EvaluationResult = .done
    ) -> [String] {
        Eligibility(
            CreditCandidate(
                person: person, isUnitConfirmed: isConfirmed, hasBeenThere: true, attendance: attendance, exam: exam,
                evaluation: evaluation, award: nil),
            gates: gates
        ).reasons.map(\.en)
    }

    @Test("CRD-1 attendance, exam and evaluation are each asked for by policy, and the list says what is lacking")
    func allGates() {
        #expect(hunan.on == [.membership, .attendance, .exam, .evaluation])
        #expect(reasons(hunan).isEmpty)
        #expect(
            reasons(
                hunan, attendance: .missing([window, .wholeDay(Day(20_729))]), exam: .failed(5200, passMark: 6000),
                evaluation: .lacking)
                == [
                    "absent 2026-10-02 08:00–12:00", "absent 2026-10-03", "exam failed 52.00 < 60.00",
                    "evaluation missing",
                ])
        #expect(reasons(hunan, exam: .unsettled(.conflict)) == ["exam in conflict"])
        #expect(reasons(hunan, exam: .notTaken) == ["exam not taken"])
        #expect(reasons(hunan, attendance: .noPeriod) == ["absent from every period"])
    }

    @Test("ACC-9b somebody whom no unit has confirmed is not eligible where policy asks for it")
    func unconfirmed() {
        #expect(reasons(hunan, isConfirmed: false) == ["no unit has confirmed the membership"])
        for evidence in IdentityEvidence.allCases {
            let gates = CreditGates(
                identityEvidence: evidence, attendanceDemand: nil, minQuestions: nil, evaluationGates: nil,
                category: .i, isEvaluated: true, hasPapers: false)
            #expect(reasons(gates, isConfirmed: false).isEmpty == (evidence != .unitConfirmed))
        }
    }

    @Test("CRD-1 what a policy does not ask for is no obstacle")
    func shaanxi() {
        let gates = CreditGates(
            identityEvidence: .nameAndID, attendanceDemand: .anyOnePeriod, minQuestions: 0, evaluationGates: [],
            category: .i, isEvaluated: true, hasPapers: false)
        #expect(gates.on == [.attendance])
        #expect(reasons(gates, exam: .failed(0, passMark: 6000), evaluation: .lacking).isEmpty)
        #expect(reasons(gates, attendance: .noPeriod).count == 1)
    }

    @Test("EXM-2 a category II offering needs no exam")
    func categoryTwo() {
        let gates = CreditGates(
            identityEvidence: .nameAndID, attendanceDemand: .everyDayAndWindow, minQuestions: 5,
            evaluationGates: [.credit], category: .ii, isEvaluated: true, hasPapers: false)
        #expect(gates.on == [.attendance, .evaluation])
    }

    @Test("CRD-1 a gate that policy demands and nothing can answer is reported as off; one never demanded is not")
    func off() {
        let gates = CreditGates(
            identityEvidence: .nameAndID, attendanceDemand: .everyDayAndWindow, minQuestions: 0,
            evaluationGates: [.credit], category: .i,
            isEvaluated: false, hasPapers: false)
        #expect(gates.on == [.attendance])
        #expect(gates.off == [.evaluation])
        #expect(reasons(gates, evaluation: .lacking).isEmpty)
    }

    @Test(
        "NOT-3 who has been there is to take the exam and to evaluate, where these are asked for; absent people and conflicts are left alone"
    )
    func toDo() {
        func toDo(
            _ gates: CreditGates, exam: ExamOutcome, _ evaluation: EvaluationResult, hasBeenThere: Bool = true
        ) -> [Eligibility.ToDo] {
            Eligibility(
                CreditCandidate(
                    person: person, isUnitConfirmed: true, hasBeenThere: hasBeenThere, attendance: .noPeriod,
                    exam: exam, evaluation: evaluation, award: nil), gates: gates
            ).toDo
        }
        #expect(toDo(hunan, exam: .notTaken, .lacking) == [.takeExam, .evaluateClass])
        #expect(toDo(hunan, exam: .failed(5000, passMark: 6000), .done) == [.takeExam])
        #expect(toDo(hunan, exam: .passed(6000), .lacking) == [.evaluateClass])
        #expect(toDo(hunan, exam: .unsettled(.conflict), .done).isEmpty)
        #expect(toDo(hunan, exam: .notTaken, .lacking, hasBeenThere: false).isEmpty)
        let tianjin = CreditGates(
            identityEvidence: .nameAndID, attendanceDemand: .theSession, minQuestions: 0,
            evaluationGates: [.exam, .skillsResult], category: .ii, isEvaluated: true, hasPapers: true)
        #expect(toDo(tianjin, exam: .notTaken, .lacking) == [.takeExam, .evaluateClass])
        let nothing = CreditGates(
            identityEvidence: nil, attendanceDemand: .anyOnePeriod, minQuestions: nil, evaluationGates: [.exam],
            category: .i, isEvaluated: false, hasPapers: false)
        #expect(toDo(nothing, exam: .notTaken, .lacking).isEmpty)
    }

    @Test("CRD-6 an award that late facts contradict stands and is listed for a decision")
    func review() throws {
        let award = try #require(AwardID(9))
        func listed(_ exam: ExamOutcome) -> Bool {
            Eligibility(
                CreditCandidate(
                    person: person, isUnitConfirmed: true, hasBeenThere: true, attendance: .present, exam: exam,
                    evaluation: .done,
                    award: award),
                gates: hunan
            ).needsReview
        }
        #expect(!listed(.passed(6000)))
        #expect(listed(.unsettled(.lateMark)))
    }
}
