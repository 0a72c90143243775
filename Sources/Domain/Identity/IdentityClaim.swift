package enum IdentityClaimEvent: CaseIterable, Sendable {
    case approve
    case reject
}

package enum IdentityClaimLifecycle {
    package static let table = Lifecycle<ClaimState, IdentityClaimEvent>(
        name: "claim", initial: [.waiting, .approved], final: [.approved, .rejected],
        [.init(.waiting, .approve, .approved), .init(.waiting, .reject, .rejected)])
}

/// The present holder of a claimed ID number.
package enum NumberHolder: Equatable, Sendable {
    case nobody
    case claimant
    /// A person of a roster or a walk-in without an account.
    ///   - hasPhone: another phone than the claimant's is on the record.
    ///   - isGuarded: the person acts for an organisation, so a join would transfer its roles, or has closed an
    ///     account.
    case withoutAccount(name: String, hasPhone: Bool = false, isGuarded: Bool = false)
    /// A person with an account, or with a pending claim.
    case somebodyElse
}

/// An identity provider's answer.
package enum ProviderAnswer: Equatable, Sendable {
    case matches
    case differs
    /// The provider could not be reached, or does not know the number.
    case unknown
}

/// ACC-3b, ACC-3c: the decision on a claim.
package enum ClaimDecision: Equatable, Sendable {
    /// The number becomes the claimant's.
    case accept
    /// The number becomes the claimant's, with everything recorded under it (ACC-11b).
    case join
    /// A reviewer decides.
    case review
    /// The claim is refused, and a reviewer decides.
    case contested

    /// - Parameters:
    ///   - name: the claimed name.
    ///   - needsReviewer: there are photos to review, or the claim differs from the record.
    ///   - provider: nil if there is none.
    /// - Throws: `invalid` if the provider says that the number belongs to another name.
    package init(name: String, holder: NumberHolder, needsReviewer: Bool, provider: ProviderAnswer?) throws(Refusal) {
        if provider == .differs {
            throw Refusal(.invalid, field: "name", "the name and the ID number do not belong together", zh: "姓名与身份证号不符")
        }
        let needsEyes = needsReviewer || provider == .unknown
        switch holder {
        case .nobody, .claimant: self = needsEyes ? .review : .accept
        case .withoutAccount(let known, let hasPhone, let isGuarded):
            // Name and number are no secrets: another phone on the record needs a review, and so does a guarded person,
            // whatever the provider says.
            let isDoubtful = needsEyes || isGuarded || (hasPhone && provider != .matches)
            if ComparedName(known) != ComparedName(name) {
                self = .contested
            } else {
                self = isDoubtful ? .review : .join
            }
        case .somebodyElse: self = .contested
        }
    }
}
