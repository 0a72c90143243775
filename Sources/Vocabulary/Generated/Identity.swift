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

extension IdentityLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .declared: Phrase("name declared", "已填报姓名")
        case .numberChecked: Phrase("ID number verified", "身份证号已认证")
        case .photosReviewed: Phrase("ID card reviewed", "证件照片已审核")
        }
    }
}

package enum ClaimState: Int32, Word {
    case waiting = 1
    case approved = 2
    case rejected = 3
}

extension ClaimState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待审核")
        case .approved: Phrase("approved", "审核通过")
        case .rejected: Phrase("rejected", "审核不通过")
        }
    }
}

package enum PhotoSide: Int32, Word {
    case front = 1
    case back = 2
    case portrait = 3
}

extension PhotoSide: Named {
    package var phrase: Phrase {
        switch self {
        case .front: Phrase("front", "正面")
        case .back: Phrase("back", "背面")
        case .portrait: Phrase("portrait", "人像")
        }
    }
}

package enum PhotoFormat: Int32, Word {
    case jpeg = 1
    case png = 2
}

extension PhotoFormat: Named {
    package var phrase: Phrase {
        switch self {
        case .jpeg: Phrase("JPEG")
        case .png: Phrase("PNG")
        }
    }
}

package enum ProfileSection: Int32, Word {
    case basic = 1
    case contact = 2
    case education = 3
    case unit = 4
}

extension ProfileSection: Named {
    package var phrase: Phrase {
        switch self {
        case .basic: Phrase("basic", "基本信息")
        case .contact: Phrase("contact", "联系信息")
        case .education: Phrase("education", "教育信息")
        case .unit: Phrase("unit", "单位信息")
        }
    }
}

package enum MembershipState: Int32, Word {
    case asked = 1
    case confirmed = 2
    case ended = 3
}

extension MembershipState: Named {
    package var phrase: Phrase {
        switch self {
        case .asked: Phrase("asked", "待确认")
        case .confirmed: Phrase("confirmed", "已确认")
        case .ended: Phrase("ended", "已终止")
        }
    }
}
