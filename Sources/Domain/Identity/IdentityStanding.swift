/// The level to which a person's identity is verified. Ordered: each level includes the lower ones.
package enum IdentityLevel: UInt8, CaseIterable, Comparable, Sendable {
    case none = 0
    /// A name that the person gave.
    case declared = 1
    /// An ID number that passes GB 11643, that nobody else has, and that the identity provider, if there is one, knows
    /// under this name.
    case numberChecked = 2
    /// A reviewer has compared photos of the document.
    case photosReviewed = 3

    package static func < (a: IdentityLevel, b: IdentityLevel) -> Bool { a.rawValue < b.rawValue }
}

/// A person's identity as far as it is verified.
package struct IdentityStanding: Equatable, Sendable {
    package let level: IdentityLevel
    /// A unit has confirmed that the person belongs to it.
    package let isUnitConfirmed: Bool

    package init(level: IdentityLevel, isUnitConfirmed: Bool) {
        self.level = level
        self.isUnitConfirmed = isUnitConfirmed
    }

    /// ACC-2a, ACC-3: returns whether it satisfies a programme's `identityEvidence`.
    /// - Parameter evidence: the programme's switch; nil if it requires none.
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
