import Application
import Domain
import Messages
import Storage

extension Identities {
    /// ACC-1b, ACC-2a, ACC-8: what a programme asks of a person before anything is ordered, booked or applied for, in the
    /// order in which it is asked.
    /// - Parameter needsPhone: whether the phone has to be bound too.
    /// - Throws: `phoneNotBound`, `identityNotVerified`, `profileIncomplete` with what is missing.
    func requireReadiness(
        of person: UInt64, for programme: UInt64, needsPhone: Bool = true, isUnitPaid: Bool = false,
        _ snapshot: Snapshot
    ) throws {
        if needsPhone {
            let phone = try snapshot.first(.phoneOfPerson, person) { $0.bytesOrNil(0) }
            guard phone != nil else { throw Refusal(.phoneNotBound, field: "phone") }
        }
        guard try identitySatisfies(person, programme: programme, snapshot) else {
            throw try identityLacks(person, evidence(of: programme, snapshot), snapshot)
        }
        let demand = try programmes.policy(of: programme, snapshot).profileSections
        let sections = try profileMissing(person, demand, isUnitPaid: isUnitPaid, snapshot)
        let missing = ProfileSection.allCases.flatMap { sections[$0] ?? [] }
        guard missing.isEmpty else {
            throw Refusal(
                .profileIncomplete, field: missing[0].rawValue,
                Phrase(
                    missing.map(\.label.en).joined(separator: ", "),
                    missing.map(\.label.zh).joined(separator: "、")))
        }
    }

    /// Why an identity is not enough. The field says what helps: `claim`, to wait for the reviewer; `with_photos`, photos of the ID card;
    /// `unit`, a unit's word; `identity`, a name or an ID number.
    private func identityLacks(
        _ person: UInt64, _ evidence: IdentityEvidence?, _ snapshot: Snapshot
    ) throws -> Refusal {
        if try snapshot.exists(.claimInState, person, ClaimState.waiting.rawValue) {
            return Refusal(
                .identityNotVerified, field: "claim", "a reviewer has your claim; a message tells you",
                zh: "实名认证申请待审核，审核结果会以消息通知")
        }
        switch evidence {
        case .idAndPhotos:
            return Refusal(
                .identityNotVerified, field: "with_photos",
                "this programme asks for photos of both sides of the ID card",
                zh: "本项目要求上传身份证正反面照片")
        case .unitConfirmed:
            return Refusal(
                .identityNotVerified, field: "unit", "a unit has to confirm that you are theirs", zh: "须由所属单位确认")
        case .nameAndID, .selfDeclared, nil: return Refusal(.identityNotVerified, field: "identity")
        }
    }
}
