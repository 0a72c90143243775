extension MembershipState: Named {
    package var phrase: Phrase {
        switch self {
        case .asked: Phrase("asked", "待确认")
        case .confirmed: Phrase("confirmed", "已确认")
        case .ended: Phrase("ended", "已终止")
        }
    }
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

extension IdentityLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .declared: Phrase("name declared", "已填报姓名")
        case .numberChecked: Phrase("ID number verified", "身份证号已认证")
        case .photosReviewed: Phrase("ID card reviewed", "证件照片已审核")
        }
    }
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

extension PhotoSide: Named {
    package var phrase: Phrase {
        switch self {
        case .front: Phrase("front", "正面")
        case .back: Phrase("back", "背面")
        case .portrait: Phrase("portrait", "人像")
        }
    }
}

extension PhotoFormat: Named {
    package var phrase: Phrase {
        switch self {
        case .jpeg: Phrase("JPEG", "JPEG")
        case .png: Phrase("PNG", "PNG")
        }
    }
}
