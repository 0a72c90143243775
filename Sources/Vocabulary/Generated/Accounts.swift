// Generated from Protocol/accounts.proto by `make generate`; change that and generate again.

/// What a code is for: it is refused for anything else.
package enum SmsPurpose: Int32, Word {
    case register = 1
    case recover = 2
    /// to the caller's own phone, before it is changed
    case oldPhone = 3
    /// to the phone that the caller is to have
    case newPhone = 4
    case organisationLogin = 5
}

package enum SmsState: Int32, Word {
    case waiting = 1
    case sending = 2
    case sent = 3
    /// given up, or its code would have come too late
    case failed = 4
}
