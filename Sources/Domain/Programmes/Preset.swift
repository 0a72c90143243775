/// The five policies of the source documents, as in the table of POL-1.
package enum Preset: String, CaseIterable, Sendable {
    case tianjinCPR = "tianjin-cpr"
    case countyRecruitment = "county-recruitment"
    case sichuanWater = "sichuan-water"
    case shaanxiCME = "shaanxi-cme"
    case hunanCME = "hunan-cme"

    package var name: String { rawValue }

    /// Throws for an unknown name.
    package init(named name: String) throws(Refusal) {
        guard let preset = Preset(rawValue: name) else {
            let known = Self.allCases.map(\.name).joined(separator: ", ")
            throw Refusal(
                .notFound, field: "preset", "there is no preset \(name); the presets are \(known)",
                zh: "没有预设 \(name)；可用：\(known)")
        }
        self = preset
    }

    package var policy: Policy {
        switch self {
        case .tianjinCPR:
            Policy(
                identityEvidence: .nameAndID, profileSections: .basicUnlessUnitPaid, funding: [.individual, .unit],
                payChannels: [.weChat], bookingReview: .base, cancelLimit: 3, refunds: .off, noticeSeconds: 0,
                offeringApproval: OfferingApproval.none, leadDays: 0, codePeriodMax: 600, walkIn: .no,
                attendanceDemand: .theSession, minQuestions: 0, examEntry: .paperCode, waitDays: 7, resits: .times(1),
                skillsRebookings: 1, evaluationGates: [.exam, .skillsResult], completion: .bothExams)
        case .countyRecruitment:
            Policy(
                identityEvidence: .nameAndID, profileSections: .allFour, bookingReview: .reviewLevels,
                noticeSeconds: 0, admissionFrom: .assignedOrPreferred, completion: .trainingCompleted)
        case .sichuanWater:
            Policy(
                identityEvidence: .idAndPhotos, profileSections: .basic, funding: [.individual],
                payChannels: [.weChat, .alipay, .unionPay], bookingReview: BookingReview.none,
                refunds: .fullOrLodgingOnly, noticeSeconds: 10, offeringApproval: OfferingApproval.none, leadDays: 0,
                walkIn: .no, attendanceDemand: .theSession, minQuestions: 0, completion: .attendance)
        case .shaanxiCME:
            Policy(
                identityEvidence: .selfDeclared, profileSections: .walkInFields, noticeSeconds: 0,
                offeringApproval: .committee, leadDays: 7, codePeriodMax: 600, walkIn: .yes,
                attendanceDemand: .anyOnePeriod, minQuestions: 0, evaluationGates: [], creditEffective: .reportApproved,
                reportDays: 14, certificateDays: 28, certificateLevels: .provincial)
        case .hunanCME:
            Policy(
                identityEvidence: .unitConfirmed, profileSections: ProfileDemand.none, loginChallenge: .organisations,
                noticeSeconds: 0, offeringApproval: .association, leadDays: 0, codePeriodMax: 60, walkIn: .no,
                attendanceDemand: .everyDayAndWindow, minQuestions: 5, examEntry: .attendanceList, waitDays: 0,
                resits: .unlimited, evaluationGates: [.credit], creditEffective: .award)
        }
    }
}
