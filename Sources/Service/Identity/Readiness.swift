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
            throw Refusal(.identityNotVerified, field: "identity")
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
}
