// Generated from Protocol/identity.proto by `make generate`; change that and generate again.

/// How far somebody's identity has been looked at; a later level holds what an earlier one does.
package enum IdentityLevel: Int32, Word {
    /// a name that the person gave
    case declared = 1
    /// an ID number of GB 11643 that nobody else has
    case numberChecked = 2
    /// a reviewer has compared photos of the document
    case photosReviewed = 3
}

package enum ClaimState: Int32, Word {
    case waiting = 1
    case approved = 2
    case rejected = 3
}

package enum PhotoSide: Int32, Word {
    case front = 1
    case back = 2
    case portrait = 3
}

package enum PhotoFormat: Int32, Word {
    case jpeg = 1
    case png = 2
}

package enum ProfileSection: Int32, Word {
    case basic = 1
    case contact = 2
    case education = 3
    case unit = 4
}

package enum MembershipState: Int32, Word {
    case asked = 1
    case confirmed = 2
    case ended = 3
}
