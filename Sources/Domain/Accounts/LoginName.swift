/// ACC-5a: what somebody types to log in.
package enum LoginName: Equatable, Sendable {
    case account(AccountName)
    case phone(MobileNumber)
    case identity(IdentityNumber)

    /// `nil` when it can be nobody's; the caller answers as it answers a wrong password.
    package init?(_ typed: String, today: Day) {
        // Why it is none of one kind says nothing: it may be of the next.
        if let phone = try? MobileNumber(typed) {
            self = .phone(phone)
        } else if let identity = try? IdentityNumber(typed, today: today) {
            self = .identity(identity)
        } else if let account = try? AccountName(typed) {
            self = .account(account)
        } else {
            return nil
        }
    }
}
