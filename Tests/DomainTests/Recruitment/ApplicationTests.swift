import Domain
import Testing

@Suite struct ApplicationTests {
    private static let today = Day(20_728)
    private static let known = ApplicationForm.Known(
        specialties: [31, 32, 33, 34], titles: [41], baseCategories: [51: 11, 52: 12, 53: 13])

    private static func form(
        batch: Int = 1, type: UInt64 = 1, specialty: UInt64 = 31, title: UInt64 = 41,
        titleSince: Day? = Day(15_000), specialtySince: Day? = Day(14_000), preferences: [UInt64] = [31, 32]
    ) -> ApplicationForm {
        ApplicationForm(
            batch: batch, personType: type, specialty: specialty, title: title, titleSince: titleSince,
            specialtySince: specialtySince, preferences: preferences)
    }

    private func field(_ form: ApplicationForm, kind: IntakeKind = .specialty) throws -> String? {
        let round = try RoundTests.round(kind: kind)
        return refusal { () throws(Refusal) in try form.check(round, Self.known, today: Self.today) }?.field
    }

    @Test("REC-5a what is missing in a form, or is no choice of the round, is refused by its field")
    func fields() throws {
        #expect(try field(Self.form()) == nil)
        for batch in [0, 2, -1] { #expect(try field(Self.form(batch: batch)) == "batch") }
        #expect(try field(Self.form(type: 3)) == "person_type")
        #expect(try field(Self.form(specialty: 41)) == "specialty")
        #expect(try field(Self.form(title: 31)) == "title")
        #expect(try field(Self.form(titleSince: nil)) == "title_since")
        #expect(try field(Self.form(titleSince: Self.today)) == nil)
        #expect(try field(Self.form(titleSince: Self.today.adding(1))) == "title_since")
        #expect(try field(Self.form(specialtySince: Day("1970-01-01"))) == "specialty_since")
        #expect(try field(Self.form(specialtySince: Day("1970-01-02"))) == nil)
    }

    @Test("REC-5a preferences are the round's kind, without repeats, at most the batch's number, the specialty first")
    func specialties() throws {
        #expect(try field(Self.form(preferences: [31, 32, 33])) == nil)
        for wrong in [[], [31, 32, 33, 34], [31, 31], [32, 31], [31, 99]] as [[UInt64]] {
            #expect(try field(Self.form(preferences: wrong)) == "preferences")
        }
    }

    @Test("REC-5a, REC-2 in a round of bases preferences are training bases of the batch's categories")
    func bases() throws {
        #expect(try field(Self.form(preferences: [52, 51]), kind: .base) == nil)
        for wrong in [[53], [51, 99], [31]] as [[UInt64]] {
            #expect(try field(Self.form(preferences: wrong), kind: .base) == "preferences")
        }
    }

    @Test("REC-5c an applicant withdraws a draft or before the first review, not after")
    func withdrawal() throws {
        #expect(try ApplicationLifecycle.withdraw(.draft, isReviewed: false) == .withdrawn)
        #expect(try ApplicationLifecycle.withdraw(.submitted, isReviewed: false) == .withdrawn)
        for (state, isReviewed) in [(ApplicationState.submitted, true), (.returned, true), (.approved, true)] {
            let refused = refusal { () throws(Refusal) in
                _ = try ApplicationLifecycle.withdraw(state, isReviewed: isReviewed)
            }
            #expect(refused?.code == .wrongState)
        }
    }

    @Test("REC-7a the province assigns the approved, and again until a base admits, to bases of the batch's categories")
    func assignment() throws {
        let batch = RoundTests.batch()
        func assign(_ state: ApplicationState, category: UInt64) -> ErrorCode? {
            refusal { () throws(Refusal) in
                _ = try Placement(state: state, assigned: 0, preferredBases: []).assign(
                    category: category, batch: batch)
            }?.code
        }
        #expect(assign(.approved, category: 11) == nil)
        #expect(assign(.assigned, category: 12) == nil)
        #expect(assign(.approved, category: 13) == .invalid)
        for state in ApplicationState.allCases where state != .approved && state != .assigned {
            #expect(assign(state, category: 11) == .wrongState)
        }
    }

    @Test("REC-7b a base admits whom it was assigned, and by preference only the unassigned where the policy says so")
    func admission() throws {
        func admit(_ placement: Placement, byPreference: Bool) -> ErrorCode? {
            refusal { () throws(Refusal) in _ = try placement.admit(by: 51, byPreference: byPreference) }?.code
        }
        let preferred = Placement(state: .approved, assigned: 0, preferredBases: [52, 51])
        #expect(admit(preferred, byPreference: true) == nil)
        #expect(admit(preferred, byPreference: false) == .wrongState)
        #expect(admit(Placement(state: .assigned, assigned: 51, preferredBases: []), byPreference: false) == nil)
        let elsewhere = Placement(state: .assigned, assigned: 52, preferredBases: [51])
        #expect(admit(elsewhere, byPreference: true) == .wrongState)
        #expect(admit(Placement(state: .admitted, assigned: 51, preferredBases: []), byPreference: true) == .wrongState)
    }

    @Test("REC-7c only the base that was assigned gives an applicant back, who is then approved again")
    func release() throws {
        let placement = Placement(state: .assigned, assigned: 51, preferredBases: [])
        #expect(try placement.release(by: 51) == .approved)
        #expect(refusal { () throws(Refusal) in _ = try placement.release(by: 52) }?.code == .wrongState)
    }

    @Test(
        "REC-4 what is approved takes a place of approvals until it is declined or left, what is admitted also one of admissions"
    )
    func places() {
        #expect(
            ApplicationState.allCases.filter(\.takesApproval) == [
                .approved, .assigned, .admitted, .inTraining, .completed,
            ])
        #expect(ApplicationState.allCases.filter(\.takesAdmission) == [.admitted, .inTraining, .completed])
    }
}
