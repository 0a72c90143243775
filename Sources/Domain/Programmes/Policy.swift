/// POL-1: the settings in which programmes differ. Nil means that the programme does not use that part ("–" in the
/// table); an empty set of gates is "none".
package struct Policy: Equatable, Sendable {
    package var identityEvidence: IdentityEvidence?
    package var profileSections: ProfileDemand?
    package var loginChallenge: LoginChallenge?
    package var funding: Set<Funding>?
    package var payChannels: Set<PayChannel>?
    package var bookingReview: BookingReview?
    package var cancelLimit: Int?
    package var refunds: RefundRule?
    package var noticeSeconds: Int?
    package var offeringApproval: OfferingApproval?
    package var leadDays: Int?
    /// In seconds.
    package var codePeriodMax: Int?
    package var walkIn: WalkInPolicy?
    package var attendanceDemand: AttendanceDemand?
    package var minQuestions: Int?
    package var examEntry: ExamEntry?
    package var waitDays: Int?
    package var resits: ResitLimit?
    package var skillsRebookings: Int?
    package var evaluationGates: Set<EvaluationGate>?
    package var creditEffective: CreditEffective?
    package var reportDays: Int?
    package var certificateDays: Int?
    package var admissionFrom: AdmissionSource?
    package var multipleChoice: MultipleChoice? = .allOrNothing
    package var certificateLevels: CertificateLevels? = .all
    /// Nil where nothing is evaluated; gates for evaluations are off then.
    package var evaluationForm: EvaluationForm? = .standard
    package var creditRules: CreditRules? = .standard
    /// Nil where there are no certificates of completion.
    package var completion: Completion?
    package var scanEvidence: ScanEvidence? = .any
}

extension Policy {
    /// Whether a trainee evaluates the class before an exam or before credit.
    package var demandsEvaluation: Bool {
        evaluationForm != nil && !(evaluationGates ?? []).isDisjoint(with: [.exam, .credit])
    }

    /// The name and text of one switch.
    package struct Setting: Equatable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Every switch, in the order of POL-1.
    package var settings: [Setting] {
        SwitchName.allCases.map { Setting($0.name, self[$0]) }
    }

    package subscript(_ policySwitch: SwitchName) -> String {
        SwitchRule.of(policySwitch).text(self)
    }

    /// Throws for an unknown name, a switch given twice, one without a default not given at all, and a value out of range.
    package init(_ settings: [Setting]) throws(Refusal) {
        self = try Policy().changed(settings)
        let given = Set(settings.map(\.name))
        for policySwitch in SwitchName.allCases where !given.contains(policySwitch.name) && !policySwitch.hasDefault {
            throw Refusal(
                .unknownSwitch, field: policySwitch.name, "the switch \(policySwitch.name) is missing",
                zh: "缺少政策开关“\(policySwitch.phrase.zh)”")
        }
    }

    /// Returns the policy with these switches changed. Throws like `init`, except for missing ones.
    package func changed(_ changes: [Setting]) throws(Refusal) -> Policy {
        var policy = self
        var seen: Set<SwitchName> = []
        for change in changes {
            guard let policySwitch = SwitchName(rawValue: change.name) else {
                throw Refusal(
                    .unknownSwitch, field: change.name, "there is no switch \(change.name)", zh: "没有政策开关 \(change.name)"
                )
            }
            guard seen.insert(policySwitch).inserted else {
                throw Refusal(
                    .unknownSwitch, field: change.name, "the switch \(change.name) is given twice",
                    zh: "政策开关“\(policySwitch.phrase.zh)”重复")
            }
            let rule = SwitchRule.of(policySwitch)
            guard rule.set(&policy, change.value) else {
                throw Refusal(
                    .unknownSwitch, field: change.name,
                    "\(change.name) cannot be \(change.value); it may be \(rule.range.en)",
                    zh: "政策开关“\(policySwitch.phrase.zh)”不能为“\(PolicyWords.phrase(change.value).zh)”；可填：\(rule.range.zh)"
                )
            }
        }
        return policy
    }
}
