// Values of policy switches that only the programme's policy uses; the others are in Shared/PolicyValues.swift. Their
// texts are those of the table in POL-1.

package enum LoginChallenge: String, CaseIterable, Sendable {
    case organisations
    case everybody
}

package enum Funding: String, CaseIterable, Sendable {
    case individual
    case unit
}

package enum PayChannel: String, CaseIterable, Sendable {
    case weChat = "WeChat"
    case alipay = "Alipay"
    case unionPay = "UnionPay"

    package var channel: PaymentChannel {
        switch self {
        case .weChat: .weChat
        case .alipay: .alipay
        case .unionPay: .unionPay
        }
    }
}

package enum BookingReview: String, CaseIterable, Sendable {
    case base
    case reviewLevels = "review levels"
    case none
}

package enum WalkInPolicy: String, CaseIterable, Sendable {
    case yes
    case no
}

/// ATT-1c: what must stand behind a check-in before it counts by itself.
package enum ScanEvidence: String, CaseIterable, Sendable {
    /// The venue's code, whoever's client reads it.
    case any = "none"
    /// A terminal of the base, which scans a pass or a number.
    case terminal
}

package enum ExamEntry: String, CaseIterable, Sendable {
    case paperCode = "paper's QR"
    case attendanceList = "attendance list"
}

package enum AdmissionSource: String, CaseIterable, Sendable {
    case assigned
    case assignedOrPreferred = "assigned or preferred"
}

/// CRT-2b: the end of a training, after which there is a certificate of completion.
package enum Completion: String, CaseIterable, Sendable {
    /// The written exam of the class, and the skills exam that follows it.
    case bothExams = "both exams"
    /// REC-8: the training of an intake.
    case trainingCompleted = "training completed"
    /// The attendance that the offering demands.
    case attendance
}

/// CRT-1: the levels of projects whose credit has certificates.
package enum CertificateLevels: String, CaseIterable, Sendable {
    case all
    case provincial
}
