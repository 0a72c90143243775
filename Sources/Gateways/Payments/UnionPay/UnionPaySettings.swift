package import Signatures

/// How a merchant is known to UnionPay, and how it signs.
package struct UnionPaySettings: Sendable {
    let merchant: String
    let key: RSAPrivateKey
    /// The decimal serial number of the merchant's certificate.
    let certificateID: String
    /// The root and what stands between it and UnionPay's own certificate, which comes with each message.
    let authorities: [Certificate]
    /// The name that UnionPay's certificate carries; in its test surroundings it is `00040000:SIGN`.
    let signer: String
    let noticeURL: String
    /// `https://gateway.95516.com`
    let host: HTTPAddress

    package static let unionPay = "中国银联股份有限公司"

    package init(
        merchant: String, key: RSAPrivateKey, certificateID: String, authorities: [Certificate],
        signer: String = UnionPaySettings.unionPay, noticeURL: String, host: HTTPAddress
    ) {
        self.merchant = merchant
        self.key = key
        self.certificateID = certificateID
        self.authorities = authorities
        self.signer = signer
        self.noticeURL = noticeURL
        self.host = host
    }
}
