// Generated from Protocol/options.proto by `make generate`; change that and generate again.

/// Who may call. ANYONE needs no login, PERSON any logged-in person, TERMINAL an authenticated terminal;
/// the rest are the roles of ORG-2, each limited to its own region, base, unit or offering.
package enum Role: Int32, Word {
    case anyone = 1
    case person = 2
    case terminal = 3
    case platformAdmin = 4
    case commissionOfficer = 5
    case committeeOfficer = 6
    case providerAdmin = 7
    case baseAdmin = 8
    case examBaseAdmin = 9
    case unitAdmin = 10
    case identityReviewer = 11
    case adjudicator = 12
    case examiner = 13
    case instructor = 14
    case trainee = 15
}
