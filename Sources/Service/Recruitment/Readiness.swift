import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// ACC-1b, ACC-8: throws unless identity and profile satisfy the round's programme.
    func requireReadiness(of person: UInt64, for round: RoundRecord, _ snapshot: Snapshot) throws {
        guard try identities.identitySatisfies(person, programme: round.programme, snapshot) else {
            throw Refused(.identityNotVerified, field: "identity")
        }
        let demand = try programmes.policy(of: round.programme, snapshot).profileSections
        let sections = try identities.profileMissing(person, demand, snapshot)
        let missing = Domain.ProfileSection.allCases.flatMap { sections[$0] ?? [] }
        guard missing.isEmpty else {
            throw Refused(
                .profileIncomplete, field: missing[0].rawValue,
                Wording(
                    missing.map(\.label.english).joined(separator: ", "),
                    zh: missing.map(\.label.chinese).joined(separator: "、")))
        }
    }
}
