import Application
import Console
import Domain
import Foundation
import Gateways
import Signatures
import Threads

/// `payments` of the settings: how this site is known to each payment gateway. Files stand in `keys/`.
struct PaymentSettings: Decodable {
    struct WeChat: Decodable {
        var merchant: String
        var app: String
        /// The merchant's certificate and key, and the APIv3 key.
        var certificateFile: String
        var keyFile: String
        var apiKeyFile: String
        /// WeChat Pay's public keys by their ids; without one, its certificates are fetched.
        var publicKeys: [String: String]?
        var hosts: [String]?
        /// ORD-5: what the lines of invoices say; without it WeChat Pay issues none.
        var invoices: Invoices?
    }

    struct Invoices: Decodable {
        struct Line: Decodable {
            var taxCode: String
            var name: String
            /// In percent.
            var taxRate: Double
        }

        var training: Line
        var lodging: Line
    }

    struct Alipay: Decodable {
        var app: String
        var seller: String
        var keyFile: String
        /// Alipay's public keys: while they change, the old and the new.
        var publicKeyFiles: [String]
        var url: String?
    }

    struct UnionPay: Decodable {
        var merchant: String
        var certificateFile: String
        var keyFile: String
        /// UnionPay's root, and what stands between it and the certificate that comes with each message.
        var authorityFiles: [String]
        var signer: String?
        var url: String?
    }

    /// The public address of this server's HTTP listener, from which the gateways reach it.
    var noticeUrl: String
    var wechat: WeChat?
    var alipay: Alipay?
    var unionpay: UnionPay?

    /// Makes the adapters of the gateways that are set, to be asked over `http`.
    func choose(_ chosen: inout OutsideServices.Chosen, _ http: HTTPClient, _ folder: DataFolder) throws {
        let read = Reader(folder: folder)
        // Each has its own clock.
        func surroundings() -> GatewaySurroundings {
            GatewaySurroundings(http: http, now: WallClock.nowMs, random: SystemRandom.bytes)
        }
        if let wechat {
            let pay = WeChatPay(try settings(wechat, read), surroundings())
            chosen.payments[.weChat] = pay.gateway
            chosen.invoices = pay.issuer
        }
        if let alipay { chosen.payments[.alipay] = Gateways.Alipay(try settings(alipay, read), surroundings()).gateway }
        if let unionpay {
            chosen.payments[.unionPay] = Gateways.UnionPay(try settings(unionpay, read), surroundings()).gateway
        }
    }

    private func notices(_ channel: String) -> String { noticeUrl + NoticeListener.path + channel }

    private func settings(_ given: WeChat, _ read: Reader) throws -> WeChatPaySettings {
        let key = try read.bytes("wechat.api_key_file", given.apiKeyFile).prefix { $0 != 0x0A && $0 != 0x0D }
        guard key.count == 32 else {
            throw read.wrong("wechat.api_key_file", Phrase("not of 32 characters", "不是 32 个字符"))
        }
        return WeChatPaySettings(
            merchant: given.merchant, app: given.app, key: try read.privateKey("wechat.key_file", given.keyFile),
            serial: try read.certificate("wechat.certificate_file", given.certificateFile).serialHex,
            sealingKey: Array(key),
            platformKeys: try (given.publicKeys ?? [:]).mapValues { try read.publicKey("wechat.public_keys", $0) },
            noticeURL: notices("wechat"),
            hosts: try (given.hosts ?? ["https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com"]).map {
                try read.address("wechat.hosts", $0)
            }, invoices: try given.invoices.map { try lines($0, read) })
    }

    private func lines(_ given: Invoices, _ read: Reader) throws -> WeChatInvoiceLines {
        func line(_ name: String, _ given: Invoices.Line) throws -> WeChatInvoiceLines.Line {
            let rate = Int(exactly: (given.taxRate * 100).rounded()) ?? 0
            guard let line = WeChatInvoiceLines.Line(taxCode: given.taxCode, name: given.name, taxRate: rate) else {
                throw read.wrong(
                    "wechat.invoices.\(name)",
                    Phrase(
                        "tax_code has 19 digits, name up to 100 characters, and tax_rate is a percentage above 0 and at most 17",
                        "tax_code 应为 19 位数字，name 不超过 100 字，tax_rate 为大于 0、不超过 17 的百分数"))
            }
            return line
        }
        return WeChatInvoiceLines(
            training: try line("training", given.training), lodging: try line("lodging", given.lodging))
    }

    private func settings(_ given: Alipay, _ read: Reader) throws -> AlipaySettings {
        AlipaySettings(
            app: given.app, seller: given.seller, key: try read.privateKey("alipay.key_file", given.keyFile),
            platformKeys: try given.publicKeyFiles.map { try read.publicKey("alipay.public_key_files", $0) },
            noticeURL: notices("alipay"),
            address: try read.address("alipay.url", given.url ?? "https://openapi.alipay.com/gateway.do"))
    }

    private func settings(_ given: UnionPay, _ read: Reader) throws -> UnionPaySettings {
        UnionPaySettings(
            merchant: given.merchant, key: try read.privateKey("unionpay.key_file", given.keyFile),
            certificateID: try read.certificate("unionpay.certificate_file", given.certificateFile).serialDecimal,
            authorities: try given.authorityFiles.map { try read.certificate("unionpay.authority_files", $0) },
            signer: given.signer ?? UnionPaySettings.unionPay, noticeURL: notices("unionpay"),
            host: try read.address("unionpay.url", given.url ?? "https://gateway.95516.com"))
    }
}

/// Reads what the settings name, and says which of them is wrong.
private struct Reader {
    let folder: DataFolder

    func wrong(_ name: String, _ reason: Phrase) -> CommandFailure { folder.wrongSetting("payments.\(name)", reason) }

    func bytes(_ name: String, _ file: String) throws -> [UInt8] { try folder.read(file, of: "payments.\(name)") }

    func privateKey(_ name: String, _ file: String) throws -> RSAPrivateKey {
        try pem(name, file, Phrase("not a private RSA key in PEM", "不是 PEM 格式的 RSA 私钥")) { try RSAPrivateKey(pem: $0) }
    }

    func publicKey(_ name: String, _ file: String) throws -> RSAPublicKey {
        try pem(name, file, Phrase("not a public RSA key in PEM", "不是 PEM 格式的 RSA 公钥")) { try RSAPublicKey(pem: $0) }
    }

    func certificate(_ name: String, _ file: String) throws -> Certificate {
        try pem(name, file, Phrase("not a certificate in PEM", "不是 PEM 格式的证书")) { try Certificate(pem: $0) }
    }

    func address(_ name: String, _ text: String) throws -> HTTPAddress {
        do {
            return try HTTPAddress(text)
        } catch {
            throw wrong(name, Phrase("no https address", "不是 https 地址"))
        }
    }

    private func pem<Value>(
        _ name: String, _ file: String, _ otherwise: Phrase, _ parse: (String) throws -> Value
    ) throws -> Value {
        let text = String(decoding: try bytes(name, file), as: UTF8.self)
        do {
            return try parse(text)
        } catch {
            throw wrong(name, otherwise)
        }
    }
}
