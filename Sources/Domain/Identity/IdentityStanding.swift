/// Each level of verification includes the lower ones.
extension IdentityLevel: Comparable {
    package static func < (a: IdentityLevel, b: IdentityLevel) -> Bool { a.rawValue < b.rawValue }
}

extension IdentityLevel? {
    /// Whether an identity is verified to at least this level; nil is below the first.
    package func reaches(_ wanted: IdentityLevel) -> Bool { map { $0 >= wanted } ?? false }
}

/// A person's identity as far as it is verified.
package struct IdentityStanding: Equatable, Sendable {
    /// Nil before the first.
    package let level: IdentityLevel?
    /// A unit has confirmed that the person belongs to it.
    package let isUnitConfirmed: Bool

    package init(level: IdentityLevel?, isUnitConfirmed: Bool) {
        self.level = level
        self.isUnitConfirmed = isUnitConfirmed
    }

    /// ACC-2a, ACC-3: returns whether it satisfies a programme's `identityEvidence`.
    /// - Parameter evidence: the programme's switch; nil if it requires none.
    package func satisfies(_ evidence: IdentityEvidence?) -> Bool {
        switch evidence {
        case nil: true
        case .nameAndID: level.reaches(.numberChecked)
        case .idAndPhotos: level.reaches(.photosReviewed)
        case .selfDeclared: level.reaches(.declared)
        case .unitConfirmed: isUnitConfirmed
        }
    }
}
