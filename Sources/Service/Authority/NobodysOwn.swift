import Application
import Domain
import Storage

extension Call {
    /// Nobody decides about their own: a check-in, a mark, credit, what they have asked for or handed in. To be called by whatever
    /// decides about a person, however far the caller's roles reach.
    /// - Throws: `notAllowed` where the person is the caller, by whichever id a roster has them.
    func requireAnothers(_ person: UInt64, _ snapshot: Snapshot) throws {
        guard try !isOwn(person, snapshot) else {
            throw Refusal(.notAllowed, "nobody decides about their own", zh: "不能处理本人的事项，请由他人办理")
        }
    }

    func isOwn(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        guard case .person(let caller) = caller else { return false }
        if person == caller.id { return true }
        return try People.canonical(person, snapshot) == People.canonical(caller.id, snapshot)
    }
}
