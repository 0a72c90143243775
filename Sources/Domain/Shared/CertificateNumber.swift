/// CRT-3: the number of a certificate, as its issuer writes it.
package enum CertificateNumber {
    /// Characters.
    package static let limit = 40

    /// Returns the number in the form in which it is looked for: neither width nor case of letters matters.
    package static func compared(_ typed: String) -> String {
        let scalars = halfWidth(typed).unicodeScalars.lazy.filter { !isBlank($0) }.map { scalar in
            ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
