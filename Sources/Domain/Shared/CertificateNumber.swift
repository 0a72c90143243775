/// CRT-3: the number of a certificate, as its issuer writes it.
package enum CertificateNumber {
    /// Characters.
    package static let limit = 40
}
