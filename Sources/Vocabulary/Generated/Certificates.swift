// Generated from Protocol/certificates.proto by `make generate`; change that and generate again.

package enum CertificateKind: Int32, Word {
    case credit = 1
    case completion = 2
}

package enum CertificateState: Int32, Word {
    case valid = 1
    /// by another one, after a correction
    case replaced = 2
    case revoked = 3
}
