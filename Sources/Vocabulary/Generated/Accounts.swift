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

extension SmsPurpose: Named {
    package var phrase: Phrase {
        switch self {
        case .register: Phrase("register", "注册")
        case .recover: Phrase("recover", "找回密码")
        case .oldPhone: Phrase("old phone", "原手机")
        case .newPhone: Phrase("new phone", "新手机")
        case .organisationLogin: Phrase("organisation login", "机构登录")
        }
    }
}

package enum SmsState: Int32, Word {
    case waiting = 1
    case sending = 2
    case sent = 3
    /// given up, or its code would have come too late
    case failed = 4
}

extension SmsState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待发送")
        case .sending: Phrase("sending", "发送中")
        case .sent: Phrase("sent", "已发送")
        case .failed: Phrase("failed", "失败")
        }
    }
}
