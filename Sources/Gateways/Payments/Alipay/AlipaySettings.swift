package import Signatures

/// How a merchant is known to Alipay, and how it signs.
package struct AlipaySettings: Sendable {
    let app: String
    /// The merchant's number with Alipay, `2088…`: notices for another one are refused.
    let seller: String
    let key: RSAPrivateKey
    /// Alipay's own keys: while they change, several hold.
    let platformKeys: [RSAPublicKey]
    let noticeURL: String
    /// `https://openapi.alipay.com/gateway.do`
    let address: HTTPAddress

    package init(
        app: String, seller: String, key: RSAPrivateKey, platformKeys: [RSAPublicKey], noticeURL: String,
        address: HTTPAddress
    ) {
        self.app = app
        self.seller = seller
        self.key = key
        self.platformKeys = platformKeys
        self.noticeURL = noticeURL
        self.address = address
    }
}
