import Foundation
package import Signatures

/// The keys of the simulated gateways and of the one merchant that they know.
package struct SimulatorKeys: Sendable {
    package static let weChatMerchant = "1900000109"
    package static let weChatApp = "wx8888888888888888"
    package static let weChatKeyID = "PUB_KEY_ID_0119000001092026113000000000000001"
    package static let alipayApp = "2021000000000001"
    package static let alipaySeller = "2088000000000001"
    package static let unionPayMerchant = "777290058110048"
    /// Signs in UnionPay's name, as in the certificates of its production.
    package static let unionPayName = "中国银联股份有限公司"

    /// Signs what the merchant sends, to all three.
    package let merchant: RSAPrivateKey
    /// Its serial number names the merchant's key.
    package let merchantCertificate: Certificate
    /// The APIv3 key, 32 characters.
    package let sealingKey: String
    package let weChat: RSAPrivateKey
    package let weChatOld: RSAPrivateKey
    package let weChatCertificate: Certificate
    package let alipay: RSAPrivateKey
    package let unionPayRoot: Certificate
    package let unionPayMiddle: Certificate
    package let unionPay: RSAPrivateKey
    package let unionPayCertificate: Certificate
    /// A certificate with UnionPay's name that its root has not issued.
    package let forgedCertificate: Certificate
    /// Nobody's: forges.
    package let stranger: RSAPrivateKey

    /// - Parameter random: returns that many unpredictable bytes.
    package static func make(nowMs: Int64, random: (Int) -> [UInt8]) throws -> SimulatorKeys {
        let (root, middle, stranger) = try (RSAPrivateKey.make(), RSAPrivateKey.make(), RSAPrivateKey.make())
        let (merchant, old, unionPay) = try (RSAPrivateKey.make(), RSAPrivateKey.make(), RSAPrivateKey.make())
        func issue(
            _ name: String, _ key: RSAPrivateKey, by issuer: (certificate: Certificate, key: RSAPrivateKey)?,
            mayIssue: Bool = false
        ) throws -> Certificate {
            try Certificate.issue(
                commonName: name, for: key, by: issuer, mayIssue: mayIssue, serial: [0x4A] + random(15),
                fromMs: nowMs - 86_400_000, days: 1825)
        }
        let rootCertificate = try issue("Simulated Root CA", root, by: nil, mayIssue: true)
        let middleCertificate = try issue(
            "Simulated Operation CA", middle, by: (rootCertificate, root), mayIssue: true)
        let signer = "041@8310000000083040@\(unionPayName)@00016493"
        return SimulatorKeys(
            merchant: merchant,
            merchantCertificate: try issue("041@Z1@Merchant", merchant, by: (middleCertificate, middle)),
            sealingKey: random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
            weChat: try .make(), weChatOld: old,
            weChatCertificate: try issue("Simulated Tenpay", old, by: (rootCertificate, root)), alipay: try .make(),
            unionPayRoot: rootCertificate, unionPayMiddle: middleCertificate, unionPay: unionPay,
            unionPayCertificate: try issue(signer, unionPay, by: (middleCertificate, middle)),
            forgedCertificate: try issue(signer, stranger, by: nil), stranger: stranger)
    }

    /// All that a merchant is given, by file name: its key, and the keys to verify by.
    package func merchantFiles() throws -> [String: String] {
        [
            "merchant.pem": try merchant.pem(), "merchant-pkcs1.pem": try merchant.traditionalPEM(),
            "merchant-certificate.pem": try merchantCertificate.pem(), "wechat-api-key": sealingKey,
            "wechat-public.pem": try weChat.publicPEM(), "wechat-certificate.pem": try weChatCertificate.pem(),
            "alipay-public.pem": try alipay.publicPEM(), "unionpay-root.pem": try unionPayRoot.pem(),
            "unionpay-middle.pem": try unionPayMiddle.pem(),
        ]
    }

    /// `payments` of a server's settings: what a merchant with these keys in its `keys` folder says of these gateways.
    /// - Parameters:
    ///   - address: of the gateways, `http://127.0.0.1:PORT`.
    ///   - noticeURL: the server's own, where it hears their notices.
    package func settings(address: String, noticeURL: String) throws -> String {
        let settings: [String: Any] = [
            "notice_url": noticeURL,
            "wechat": [
                "merchant": Self.weChatMerchant, "app": Self.weChatApp,
                "certificate_file": "merchant-certificate.pem", "key_file": "merchant.pem",
                "api_key_file": "wechat-api-key", "public_keys": [Self.weChatKeyID: "wechat-public.pem"],
                "hosts": [address],
                "invoices": [
                    "training": ["tax_code": "3070201020000000000", "name": "培训费", "tax_rate": 6],
                    "lodging": ["tax_code": "3070402000000000000", "name": "住宿费", "tax_rate": 6],
                ],
            ],
            "alipay": [
                "app": Self.alipayApp, "seller": Self.alipaySeller, "key_file": "merchant.pem",
                "public_key_files": ["alipay-public.pem"], "url": address + "/gateway.do",
            ],
            "unionpay": [
                "merchant": Self.unionPayMerchant, "certificate_file": "merchant-certificate.pem",
                "key_file": "merchant.pem", "authority_files": ["unionpay-root.pem", "unionpay-middle.pem"],
                "signer": Self.unionPayName, "url": address,
            ],
        ]
        let text = try JSONSerialization.data(
            withJSONObject: settings, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: text, as: UTF8.self) + "\n"
    }
}
