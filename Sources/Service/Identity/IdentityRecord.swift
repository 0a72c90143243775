import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

/// The numbers of `person.identity_state`.
enum IdentityState: Int32 {
    case none = 0
    /// A claim waits for a reviewer.
    case claimed = 1
    /// The ID number is the person's.
    case verified = 2
}

/// A person's identity as stored.
struct IdentityRecord {
    let name: String
    let level: IdentityLevel?
    let numberHash: [UInt8]?
    let numberSealed: [UInt8]?

    static let isFixed = Phrase(
        "the identity is verified; a reviewer allows another name: rollcall verify --name NAME",
        "已实名认证，更名须经审核：rollcall verify --name 姓名")

    init(_ person: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(
            "SELECT name, identity_level, id_number_hash, id_number_sealed FROM person WHERE id = ?1", person
        ) {
            (
                name: $0.text(0), level: try $0.enumerationUnlessZero(1, IdentityLevel.self), hash: $0.bytesOrNil(2),
                sealed: $0.bytesOrNil(3)
            )
        }
        guard let found else { throw Refusal(.notFound, field: "person") }
        name = found.name
        level = found.level
        (numberHash, numberSealed) = (found.hash, found.sealed)
    }
}

extension Identities {
    /// ACC-2a, ACC-3: returns whether a person's identity satisfies the programme.
    func identitySatisfies(_ person: UInt64, programme: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try standing(of: person, snapshot).satisfies(evidence(of: programme, snapshot))
    }

    /// The level of somebody's identity, and whether a unit has confirmed them.
    func standing(of person: UInt64, _ snapshot: Snapshot) throws -> IdentityStanding {
        IdentityStanding(
            level: try IdentityRecord(person, snapshot).level,
            isUnitConfirmed: try snapshot.exists(
                "SELECT 1 FROM membership WHERE person = ?1 AND state = ?2", person,
                MembershipState.confirmed.rawValue))
    }

    func evidence(of programme: UInt64, _ snapshot: Snapshot) throws -> IdentityEvidence? {
        guard try snapshot.exists(.programmeExists, programme) else {
            throw Refusal(.notFound, field: "programme")
        }
        return try programmes.policy(of: programme, snapshot).identityEvidence
    }

    /// ACC-11c: the one place that decides who reads an ID number in full: identity reviewers. Everybody else,
    /// including its owner, sees `110***********002X`.
    func shownIdentity(_ number: String, to call: Call) -> String {
        call.grants.contains { $0.role == .identityReviewer } ? number : IdentityNumber.masked(number)
    }
}
