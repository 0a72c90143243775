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
    /// nil = WeChat Pay issues no invoices.
    let invoices: WeChatInvoiceLines?

    package init(
        merchant: String, app: String, key: RSAPrivateKey, serial: String, sealingKey: [UInt8],
        platformKeys: [String: RSAPublicKey], noticeURL: String, hosts: [HTTPAddress],
        invoices: WeChatInvoiceLines? = nil
    ) {
        self.merchant = merchant
        self.app = app
        self.key = key
        self.serial = serial
        self.sealingKey = sealingKey
        self.platformKeys = platformKeys
        self.noticeURL = noticeURL
        self.hosts = hosts
        self.invoices = invoices
    }

    /// The key that answers are asked to be signed by: without it a merchant who has both gets the certificate's.
    var preferredKey: String? { platformKeys.keys.filter { $0.hasPrefix("PUB_KEY_ID_") }.max() }
}

/// The lines of an invoice that WeChat Pay issues.
package struct WeChatInvoiceLines: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// 税收分类编码
        let taxCode: String
        /// For the buyer.
        let name: String
        /// In hundredths of a percent, which the price includes.
        let taxRate: Int

        /// Returns nil unless the code has 19 digits, the name 1 to 100 characters, and the rate is above 0 and at most 17 %.
        package init?(taxCode: String, name: String, taxRate: Int) {
            let isCode = taxCode.utf8.count == 19 && taxCode.utf8.allSatisfy { (0x30...0x39).contains($0) }
            guard isCode, (1...100).contains(name.count), (1...1700).contains(taxRate) else { return nil }
            self.taxCode = taxCode
            self.name = name
            self.taxRate = taxRate
        }
    }

    let training: Line
    let lodging: Line

    package init(training: Line, lodging: Line) {
        self.training = training
        self.lodging = lodging
    }
}
