/// ACC-5a: a name typed to log in.
package enum LoginName: Equatable, Sendable {
    case account(AccountName)
    case phone(MobileNumber)
    case identity(IdentityNumber)

    /// Returns nil for a text that cannot be anybody's login name; the caller then answers as for a wrong password.
    package init?(_ typed: String, today: Day) {
        // The errors are ignored, because the text may be of the next kind.
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
