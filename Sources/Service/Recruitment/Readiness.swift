import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// ACC-1b, ACC-8: throws unless identity and profile satisfy the round's programme.
    func requireReadiness(of person: UInt64, for round: RoundRecord, _ snapshot: Snapshot) throws {
        guard try identities.identitySatisfies(person, programme: round.programme, snapshot) else {
            throw Refusal(.identityNotVerified, field: "identity")
        }
        let demand = try programmes.policy(of: round.programme, snapshot).profileSections
        let sections = try identities.profileMissing(person, demand, snapshot)
        let missing = ProfileSection.allCases.flatMap { sections[$0] ?? [] }
        guard missing.isEmpty else {
            throw Refusal(
                .profileIncomplete, field: missing[0].rawValue,
                Phrase(
                    missing.map(\.label.en).joined(separator: ", "),
                    missing.map(\.label.zh).joined(separator: "、")))
        }
    }
}
