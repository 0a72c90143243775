// Generated from Protocol/certificates.proto by `make generate`; change that and generate again.

package enum CertificateKind: Int32, Word {
    case credit = 1
    case completion = 2
}

extension CertificateKind: Named {
    package var phrase: Phrase {
        switch self {
        case .credit: Phrase("credit", "学分证书")
        case .completion: Phrase("completion", "结业证书")
        }
    }
}

package enum CertificateState: Int32, Word {
    case valid = 1
    /// by another one, after a correction
    case replaced = 2
    case revoked = 3
}

extension CertificateState: Named {
    package var phrase: Phrase {
        switch self {
        case .valid: Phrase("valid", "有效")
        case .replaced: Phrase("replaced", "已更正替换")
        case .revoked: Phrase("revoked", "已撤销")
        }
    }
}
