package enum CertificateEvent: CaseIterable, Sendable {
    case correct
    case revoke
}

/// CRT-1, CRT-2d: when a certificate of an award is issued, and what becomes of it.
package enum CertificateRule {
    package static let table = Lifecycle<CertificateState, CertificateEvent>(
        name: "certificate", initial: [.valid], final: [.replaced, .revoked],
        [.init(.valid, .correct, .replaced), .init(.valid, .revoke, .revoked)])

    package static let reasonLimit = 500

    /// An award as far as its certificate depends on it.
    package struct Award: Sendable {
        package let state: AwardState
        package let level: ProjectLevel
        /// The last activity date of its offering.
        package let lastDay: Day

        package init(state: AwardState, level: ProjectLevel, lastDay: Day) {
            self.state = state
            self.level = level
            self.lastDay = lastDay
        }
    }

    package static func issuesNone(field: String) -> Refusal {
        Refusal(
            .wrongState, field: field,
            "this programme issues no certificates of credit; a platform administrator lets it: its switch certificateDays",
            zh: "本项目体系不发放学分证书；平台管理员可在其开关中启用")
    }

    /// CRT-1: throws unless the award may have its certificate today; a date that has not come and a report that is not approved are
    /// named.
    /// - Parameters:
    ///   - days: so long after the end; nil if the programme issues none.
    ///   - provincialOnly: only provincial projects have them.
    package static func check(
        _ award: Award, days: Int?, provincialOnly: Bool, today: Day
    ) throws(Refusal) {
        guard let days else { throw issuesNone(field: "award") }
        if provincialOnly, award.level != .provincial {
            throw Refusal(
                .wrongState, field: "award", "only provincial projects have certificates", zh: "仅省级项目可打印学分证书")
        }
        let from = award.lastDay.adding(days)
        guard today >= from else {
            throw Refusal(
                .tooEarly, field: "award", "certificates of it are issued from \(from)", zh: "自 \(from) 起可领取证书")
        }
        switch award.state {
        case .effective: return
        case .pending:
            throw Refusal(
                .wrongState, field: "report", "its report is not approved: the credit is pending",
                zh: "项目执行情况（报告）尚未审批，学分未生效")
        case .reversed, .notValid, .lapsed:
            throw Refusal(.wrongState, field: "award", "the credit is not valid", zh: "该学分已撤销或无效")
        }
    }
}
