import Application
import Domain
import Messages
import Storage

/// Those who correct what is known of a person.
enum Keeper: Equatable {
    /// They log in, or their identity has been verified.
    case themselves
    /// Others than one organisation have them, as a member, on a roster or as a responsible person.
    case organisations([UInt64])
}

extension Identities {
    /// Returns whose it is to correct what is known of a person, and nil where the organisation alone has them. Otherwise
    /// whoever knows an ID number could give its holder another phone, and register by it.
    func keeper(of person: UInt64, besides organisation: UInt64, _ snapshot: Snapshot) throws -> Keeper? {
        if try IdentityRecord(person, snapshot).level.reaches(.numberChecked)
            || snapshot.exists(.personHasAccount, person)
        {
            return .themselves
        }
        let others = try snapshot.all(
            """
            SELECT unit FROM membership WHERE person = ?1 AND unit <> ?2
            UNION SELECT organisation FROM responsible_person WHERE person = ?1 AND organisation <> ?2
            UNION SELECT o.base FROM roster r JOIN offering o ON o.id = r.offering WHERE r.person = ?1 AND o.base <> ?2
            ORDER BY 1
            """, person, organisation
        ) { $0.id(0) }
        return others.isEmpty ? nil : .organisations(others)
    }

    /// Throws `wrongState`, with who can, unless the organisation alone has the person, or the caller is above all that do.
    func requireCorrectable(
        _ person: UInt64, by organisation: UInt64, field: String, _ context: WriteContext
    ) throws {
        guard let keeper = try keeper(of: person, besides: organisation, context.transaction) else { return }
        var kept = keeper
        if case .organisations(let others) = keeper {
            let grants = context.call.grants
            let foreign = try others.filter { other in
                try !grants.contains { try $0.reaches(other, context.transaction) }
            }
            guard !foreign.isEmpty else { return }
            kept = .organisations(foreign)
        }
        throw Refusal(.wrongState, field: field, try correction(by: kept, context.transaction))
    }

    /// Tells who corrects a name, and by which command.
    func correction(by keeper: Keeper, _ snapshot: Snapshot) throws -> Phrase {
        switch keeper {
        case .themselves:
            return Phrase(
                "this person logs in or is verified, and corrects the name themselves: rollcall verify --name NAME",
                "此人已开通账号或已实名认证，姓名应由本人更正：rollcall verify --name 姓名")
        case .organisations(let others):
            let other = others.first ?? 0
            let called = try snapshot.first(.nameOfOrganisation, other) { $0.text(0) } ?? ""
            return Phrase(
                "\(called) (\(other)) has this person too: whoever administers both corrects the name",
                "“\(called)”（\(other)）也有此人，姓名应由同时管理两处的管理员更正")
        }
    }
}
