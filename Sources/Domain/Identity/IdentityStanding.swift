/// How far a person's identity has been looked at. Ordered: a later one holds what an earlier one does.
package enum IdentityLevel: UInt8, CaseIterable, Comparable, Sendable {
    case none = 0
    /// A name that the person gave.
    case declared = 1
    /// An ID number that passes GB 11643, that nobody else has, and that an identity provider, where there is one, knows
    /// under this name.
    case numberChecked = 2
    /// A reviewer has compared photos of the document.
    case photosReviewed = 3

    package static func < (a: IdentityLevel, b: IdentityLevel) -> Bool { a.rawValue < b.rawValue }
}

/// What is known of who somebody is.
package struct IdentityStanding: Equatable, Sendable {
    package let level: IdentityLevel
    /// A unit says that the person is one of its own.
    package let isUnitConfirmed: Bool

    package init(level: IdentityLevel, isUnitConfirmed: Bool) {
        self.level = level
        self.isUnitConfirmed = isUnitConfirmed
    }

    /// ACC-2a, ACC-3: whether this is what a programme's `identityEvidence` asks for.
    /// - Parameter evidence: the programme's; `nil` where it asks for none.
    package func satisfies(_ evidence: IdentityEvidence?) -> Bool {
        switch evidence {
        case nil: true
        case .nameAndID: level >= .numberChecked
        case .idAndPhotos: level >= .photosReviewed
        case .selfDeclared: level >= .declared
        case .unitConfirmed: isUnitConfirmed
        }
    }
}
