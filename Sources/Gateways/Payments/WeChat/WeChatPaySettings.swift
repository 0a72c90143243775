package import Signatures

/// How a merchant is known to WeChat Pay, and how it signs.
package struct WeChatPaySettings: Sendable {
    /// 商户号
    let merchant: String
    let app: String
    let key: RSAPrivateKey
    /// Of the merchant's certificate, upper-case hex.
    let serial: String
    /// The APIv3 key, 32 bytes: WeChat Pay encrypts notices and its certificates by it.
    let sealingKey: [UInt8]
    /// The keys that WeChat Pay signs by: a public key by its id, `PUB_KEY_ID_…`, certificates' by their serial number. Several
    /// hold at once. Certificates that are not here are fetched.
    let platformKeys: [String: RSAPublicKey]
    /// For payments and refunds.
    let noticeURL: String
    /// The first that can be reached is asked.
    let hosts: [HTTPAddress]

    package init(
        merchant: String, app: String, key: RSAPrivateKey, serial: String, sealingKey: [UInt8],
        platformKeys: [String: RSAPublicKey], noticeURL: String, hosts: [HTTPAddress]
    ) {
        self.merchant = merchant
        self.app = app
        self.key = key
        self.serial = serial
        self.sealingKey = sealingKey
        self.platformKeys = platformKeys
        self.noticeURL = noticeURL
        self.hosts = hosts
    }

    /// The key that answers are asked to be signed by: without it a merchant who has both gets the certificate's.
    var preferredKey: String? { platformKeys.keys.filter { $0.hasPrefix("PUB_KEY_ID_") }.max() }
}
