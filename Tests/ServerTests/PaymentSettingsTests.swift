import Application
import Console
import Domain
import Foundation
import GatewaySimulator
import Gateways
import Testing
import Threads

@testable import Server

/// `payments` of the settings, with the keys that the simulated gateways give a merchant.
@Suite(.timeLimit(.minutes(15))) struct PaymentSettingsTests {
    private static let text = """
        {"payments": {"notice_url": "https://rollcall.example",
          "wechat": {"merchant": "1900000109", "app": "wx8888888888888888", "certificate_file": "merchant-certificate.pem",
            "key_file": "merchant.pem", "api_key_file": "wechat-api-key",
            "public_keys": {"PUB_KEY_ID_0119000001092026113000000000000001": "wechat-public.pem"}},
          "alipay": {"app": "2021000000000001", "seller": "2088000000000001", "key_file": "merchant-pkcs1.pem",
            "public_key_files": ["alipay-public.pem"]},
          "unionpay": {"merchant": "777290058110048", "certificate_file": "merchant-certificate.pem",
            "key_file": "merchant.pem", "authority_files": ["unionpay-root.pem", "unionpay-middle.pem"]}}}
        """

    private static let keys = Result {
        try SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes).merchantFiles()
    }

    private static let invoices = """
        "invoices": {"training": {"tax_code": "3070201020000000000", "name": "培训费", "tax_rate": 3},
          "lodging": {"tax_code": "3070402000000000000", "name": "住宿费", "tax_rate": 6}},
        """

    /// Returns the number of gateways that these settings make.
    private func gateways(_ settings: String) throws -> Int { try services(settings).payments.count }

    private func services(_ settings: String) throws -> OutsideServices.Chosen {
        let folder = DataFolder(path: NSTemporaryDirectory() + "settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/keys", withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        for (name, text) in try Self.keys.get() { try folder.write(Array(text.utf8), to: folder.key(name)) }
        try folder.write(Array(settings.utf8), to: folder.settings)
        return try ServerSettings.read(folder).services(HTTPClient(), folder)
    }

    @Test("ORD-5 WeChat Pay issues invoices where the settings say what their lines are, and not without")
    func issuer() throws {
        let set = Self.text.replacing(#""public_keys""#, with: Self.invoices + #""public_keys""#)
        #expect(try services(set).invoices?.channel == .weChat)
        #expect(try services(Self.text).invoices == nil)
    }

    @Test("ORD-2 each gateway that the settings have is asked, with its own keys")
    func all() throws {
        #expect(try gateways(Self.text) == 3)
        #expect(try gateways("{}") == 0)
        #expect(try gateways(#"{"payments": {"notice_url": "https://rollcall.example"}}"#) == 0)
    }

    @Test(
        "a key in the place of another, and an address in clear, are told by the name of the setting",
        arguments: [
            (#""key_file": "merchant.pem", "api"#, #""key_file": "wechat-public.pem", "api"#, "wechat.key_file"),
            (#""api_key_file": "wechat-api-key""#, #""api_key_file": "merchant.pem""#, "wechat.api_key_file"),
            (#"1": "wechat-public.pem""#, #"1": "wechat-certificate.pem""#, "wechat.public_keys"),
            (#""public_keys""#, #""hosts": ["http://pay.example"], "public_keys""#, "wechat.hosts"),
            (#""tax_code": "3070402000000000000""#, #""tax_code": "12""#, "wechat.invoices.lodging"),
            (#""tax_rate": 3"#, #""tax_rate": 0"#, "wechat.invoices.training"),
            (#""alipay-public.pem""#, #""merchant.pem""#, "alipay.public_key_files"),
            (#""unionpay-root.pem""#, #""alipay-public.pem""#, "unionpay.authority_files"),
            (#""unionpay-root.pem""#, #""none.pem""#, "unionpay.authority_files"),
        ])
    func wrong(right: String, wrong: String, name: String) throws {
        let whole = Self.text.replacing(#""public_keys""#, with: Self.invoices + #""public_keys""#)
        let settings = whole.replacing(right, with: wrong)
        #expect(settings != whole)
        do {
            _ = try gateways(settings)
            Issue.record("\(name) is taken")
        } catch let failure as CommandFailure {
            #expect(failure.message.en.contains("payments.\(name):"), "\(failure.message.en)")
        }
    }
}
