import Application
import Domain
import Messages
import Storage

enum KeptName {
    case nothing
    /// Kept for a person who has decided on others.
    case name
    /// Kept because a register must identify its entries.
    case nameAndNumber

    /// For the audit log.
    var title: AuditDetail {
        switch self {
        case .nothing: "nothing"
        case .name: "name"
        case .nameAndNumber: "name and ID number"
        }
    }
}

// ACC-11e: the data deleted when an account is closed. Ids remain everywhere: facts, credit, decisions and the audit
// log refer to people by them. Text messages, and stored answers, are deleted after a day, counts of codes after two.
extension Forgetting {
    /// - Returns: the identity data that is kept.
    func forget(_ person: UInt64, _ context: WriteContext) throws -> KeptName {
        let isStaff = try accounts.isStaff(person, context.transaction)
        try accounts.forgetAccount(of: person, context)
        try identities.forgetIdentity(of: person, context)
        try leaves.forgetLeave(of: person, context)
        try uploads.forgetUploads(of: person, context.transaction)
        try notices.forgetMessages(of: person, context.transaction)
        try recruitment.forgetApplications(of: person, context)
        try orders.forgetOrders(of: person, context)
        try credits.forgetExcuses(of: person, context.transaction)
        try evaluations.forgetTexts(of: person, context.transaction)
        try sittings.forgetReasons(of: person, context.transaction)
        try skills.forgetPIN(of: person, context.transaction)
        try walkIns.forgetDetails(of: person, context.transaction)
        try projects.forgetRosterNames(of: person, context.transaction)
        let hasAccepted = try outside.forgetRecords(of: person, context)
        if try hasAccepted || isRegistered(person, context.transaction) { return .nameAndNumber }
        try identities.forgetNumber(of: person, context.transaction)
        if isStaff { return .name }
        try identities.forgetName(of: person, context.transaction)
        return .nothing
    }

    /// Returns whether a register of training, credit or money includes the person.
    private func isRegistered(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM award WHERE person = ?1", person)
            || snapshot.exists(.personIsOnAnyRoster, person)
            || snapshot.exists("SELECT 1 FROM certificate WHERE person = ?1", person)
            || projects.hasTaught(person, snapshot) || recruitment.wasAdmitted(person, snapshot)
            || orders.hasBought(person, snapshot)
    }
}
