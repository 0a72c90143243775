import Application
import Domain
import Messages
import Storage

enum KeptName {
    case nothing
    /// Of who has decided on others.
    case name
    /// A register must say whose an entry is.
    case nameAndNumber
}

// ACC-11e: what is forgotten of who closes an account. Ids stay everywhere: facts, credit, decisions and the audit name
// people by them. Text messages, and answers kept for repeated calls, are gone after a day, counts of codes after two.
extension Forgetting {
    /// - Returns: what is kept of who the person was.
    func forget(_ person: UInt64, _ context: WriteContext) throws -> KeptName {
        let isStaff = try accounts.isStaff(person, context.transaction)
        try accounts.forgetAccount(of: person, context)
        try identities.forgetIdentity(of: person, context)
        try leaves.forgetLeave(of: person, context)
        try uploads.forgetUploads(of: person, context.transaction)
        try notices.forgetMessages(of: person, context.transaction)
        try recruitment.forgetApplications(of: person, context)
        if try isRegistered(person, context.transaction) { return .nameAndNumber }
        try identities.forgetNumber(of: person, context.transaction)
        if isStaff { return .name }
        try identities.forgetName(of: person, context.transaction)
        return .nothing
    }

    /// A register of training or credit says who took part.
    private func isRegistered(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM award WHERE person = ?1", person)
            || snapshot.exists("SELECT 1 FROM roster WHERE person = ?1", person)
            || recruitment.wasAdmitted(person, snapshot)
    }
}
