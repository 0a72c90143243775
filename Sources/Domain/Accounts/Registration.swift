/// ACC-1: what becomes of a registration, when lists may hold the same phone or ID number already.
package enum Registration: Equatable, Sendable {
    /// Somebody new. Whoever had the phone written down, without ever having proven it, loses it.
    case newPerson(takingPhoneFrom: PersonID?)
    /// Somebody a list holds already, who had no account until now.
    case join(PersonID)

    /// Who has a phone or an ID number now.
    package struct Holder: Equatable, Sendable {
        package let person: PersonID
        package let hasAccount: Bool
        package let hasIdentity: Bool
        /// Called as who registers is.
        package let isNamesake: Bool

        package init(person: PersonID, hasAccount: Bool, hasIdentity: Bool, isNamesake: Bool) {
            self.person = person
            self.hasAccount = hasAccount
            self.hasIdentity = hasIdentity
            self.isNamesake = isNamesake
        }
    }

    /// ACC-1b: by a phone that has been proven. Whoever has it on a list is who registers.
    package static func byPhone(_ phone: Holder?) throws(Refusal) -> Registration {
        guard let phone else { return .newPerson(takingPhoneFrom: nil) }
        guard !phone.hasAccount else { throw taken("phone") }
        return .join(phone.person)
    }

    /// ACC-1a: by name and ID number, which prove nothing by themselves, and a phone that has been proven.
    package static func byIdentity(phone: Holder?, identity: Holder?) throws(Refusal) -> Registration {
        if let identity {
            // ACC-3c: one ID number, one person; only the phone that stands beside it says that this is them.
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
