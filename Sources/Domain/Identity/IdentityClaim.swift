/// A claim that an ID number is somebody's.
package enum IdentityClaimState: UInt8, CaseIterable, Sendable {
    case waiting = 1
    case approved = 2
    case rejected = 3
}

package enum IdentityClaimEvent: CaseIterable, Sendable {
    case approve
    case reject
}

package enum IdentityClaimLifecycle {
    package static let table = Lifecycle<IdentityClaimState, IdentityClaimEvent>(
        name: "claim", initial: [.waiting, .approved], final: [.approved, .rejected],
        [.init(.waiting, .approve, .approved), .init(.waiting, .reject, .rejected)])
}

/// Who has an ID number already when somebody claims it.
package enum NumberHolder: Equatable, Sendable {
    case nobody
    case claimant
    /// A person of a roster or a walk-in who has no account. Whose phone stands beside the number is not the claimant.
    /// Guarded is who logs in for an organisation and brings its roles along, and who had an account and closed it.
    case withoutAccount(name: String, hasPhone: Bool = false, isGuarded: Bool = false)
    /// Somebody with an account, or whose own claim waits.
    case somebodyElse
}

/// What an identity provider says.
package enum ProviderAnswer: Equatable, Sendable {
    case matches
    case differs
    /// It cannot be reached, or does not know the number.
    case unknown
}

/// ACC-3b, ACC-3c: what becomes of a claim.
package enum ClaimDecision: Equatable, Sendable {
    /// The number is the claimant's.
    case accept
    /// The number is the claimant's, and so is everything that was recorded under it (ACC-11b).
    case join
    /// A reviewer looks at it.
    case review
    /// Refused to the claimant, and a reviewer looks at it.
    case contested

    /// - Parameters:
    ///   - name: as claimed.
    ///   - needsReviewer: there are photos to be looked at, or what is claimed differs from what was recorded.
    ///   - provider: `nil` = there is none.
    /// - Throws: the provider's word that the number is another name's.
    package init(name: String, holder: NumberHolder, needsReviewer: Bool, provider: ProviderAnswer?) throws(Refusal) {
        if provider == .differs {
            throw Refusal(.invalid, field: "name", "the name and the ID number do not belong together", zh: "姓名与身份证号不符")
        }
        let needsEyes = needsReviewer || provider == .unknown
        switch holder {
        case .nobody, .claimant: self = needsEyes ? .review : .accept
        case .withoutAccount(let known, let hasPhone, let isGuarded):
            // Name and number are no secret; another phone beside them is a reason to look, and what would be gained by
            // them is one that no provider's word takes away.
            let isDoubtful = needsEyes || isGuarded || (hasPhone && provider != .matches)
            if known != name { self = .contested } else { self = isDoubtful ? .review : .join }
        case .somebodyElse: self = .contested
        }
    }
}
