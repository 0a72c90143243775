extension CertificateKind: Named {
    package var phrase: Phrase {
        switch self {
        case .credit: Phrase("credit", "学分证书")
        case .completion: Phrase("completion", "结业证书")
        }
    }
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
