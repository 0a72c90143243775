/// ACC-1: the outcome of a registration whose phone or ID number may be on a list already.
package enum Registration: Equatable, Sendable {
    /// A new person. A person who had the phone on record without proof loses it.
    case newPerson(takingPhoneFrom: PersonID?)
    /// A person on a list who had no account.
    case join(PersonID)

    /// The present holder of a phone or an ID number.
    package struct Holder: Equatable, Sendable {
        package let person: PersonID
        package let hasAccount: Bool
        package let hasIdentity: Bool
        /// Whether the holder has the name of the person who registers.
        package let isNamesake: Bool

        package init(person: PersonID, hasAccount: Bool, hasIdentity: Bool, isNamesake: Bool) {
            self.person = person
            self.hasAccount = hasAccount
            self.hasIdentity = hasIdentity
            self.isNamesake = isNamesake
        }
    }

    /// ACC-1b: registers by a proven phone. The person who has it on a list is the one who registers.
    package static func byPhone(_ phone: Holder?) throws(Refusal) -> Registration {
        guard let phone else { return .newPerson(takingPhoneFrom: nil) }
        guard !phone.hasAccount else { throw taken("phone") }
        return .join(phone.person)
    }

    /// ACC-1a: registers by name and ID number, which prove nothing by themselves, and a proven phone.
    package static func byIdentity(phone: Holder?, identity: Holder?) throws(Refusal) -> Registration {
        if let identity {
            // ACC-3c: an ID number belongs to one person; only the phone on the same record proves that this is that
            // person.
            guard !identity.hasAccount, identity.isNamesake, identity.person == phone?.person else {
                throw taken("id_number")
            }
            return .join(identity.person)
        }
        guard let phone else { return .newPerson(takingPhoneFrom: nil) }
        guard !phone.hasAccount else { throw taken("phone") }
        return phone.isNamesake && !phone.hasIdentity
            ? .join(phone.person) : .newPerson(takingPhoneFrom: phone.person)
    }

    private static func taken(_ field: String) -> Refusal {
        Refusal(
            .alreadyExists, field: field, "log in, recover the password, or ask the office",
            zh: "请直接登录、找回密码，或联系管理员")
    }
}
