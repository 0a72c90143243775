import Application
import Console
import Crypto
import Foundation
import Gateways
import Network
import Passes
import Service

/// `settings.json` of the data directory, the operator's settings. `Docs/CommandLine.md` lists them.
struct ServerSettings: Decodable {
    struct Gateway: Decodable {
        var url: String
        var bearerFile: String?
        var hmacFile: String?
        var timeoutS: Int?
    }

    enum LoginChallenge: String, Decodable { case organisations, none }

    var privacyVersion: String?
    var privacyAddress: String?
    var puzzleDifficulty: Int?
    /// The logins that require a solved puzzle: "organisations" or "none".
    var loginChallenge: LoginChallenge?
    var sms: Gateway?
    /// The gateway that compares a name with an ID number.
    var identity: Gateway?
    /// Addresses, or networks such as `10.0.0.0/8`, whose connections start with a PROXY header.
    var trustedProxies: [String]?
    /// Text messages per hour and per day after which anonymous callers get none.
    var smsAnHour: Int?
    var smsADay: Int?
    /// For how many days sat papers are kept; for good unless given.
    var satPapersDays: Int?
    /// The lowest level that is logged.
    var logLevel: LogLine.Level?
    /// Provider name → file of a key of 32 bytes.
    var providers: [String: String]?
    /// The gateways that take payments.
    var payments: PaymentSettings?
    /// The HTTP listener; read once, when the server starts.
    var http: NoticeListener.Settings?

    static func read(_ folder: DataFolder) throws -> ServerSettings {
        guard FileManager.default.fileExists(atPath: folder.settings) else { return ServerSettings() }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            let settings = try decoder.decode(ServerSettings.self, from: Data(try folder.read(folder.settings)))
            try settings.requireRanges(folder)
            return settings
        } catch let error as DecodingError {
            throw Self.wrong(folder, error.reason)
        }
    }

    /// Refuses a number that no setting can have, rather than taking another in its place.
    private func requireRanges(_ folder: DataFolder) throws {
        let hardest = Int(AccountSettings.hardestPuzzle)
        for (name, value, range) in [
            ("puzzle_difficulty", puzzleDifficulty, 0...hardest),
            ("sms_an_hour", smsAnHour, 0...1_000_000), ("sms_a_day", smsADay, 0...10_000_000),
            ("sat_papers_days", satPapersDays, 30...36_500), ("sms.timeout_s", sms?.timeoutS, 1...60),
            ("identity.timeout_s", identity?.timeoutS, 1...60),
        ] {
            guard let value, !range.contains(value) else { continue }
            throw Self.wrong(
                folder,
                Phrase(
                    "\(name) is from \(range.lowerBound) to \(range.upperBound), not \(value)",
                    "\(name) 须为 \(range.lowerBound) 至 \(range.upperBound)，不能是 \(value)"))
        }
        if let http, (http.certificateFile == nil) != (http.keyFile == nil) {
            throw Self.wrong(
                folder,
                Phrase(
                    "http.certificate_file and http.key_file go together", "http.certificate_file 与 http.key_file 须同时填写"
                ))
        }
    }

    func accounts() -> AccountSettings {
        var accounts = AccountSettings()
        accounts.privacyVersion = privacyVersion ?? accounts.privacyVersion
        accounts.privacyAddress = privacyAddress ?? accounts.privacyAddress
        accounts.puzzleDifficulty = puzzleDifficulty.map(UInt8.init(clamping:)) ?? accounts.puzzleDifficulty
        accounts.challengesOrganisations = (loginChallenge ?? .organisations) == .organisations
        accounts.textsAnHour = smsAnHour ?? accounts.textsAnHour
        accounts.textsADay = smsADay ?? accounts.textsADay
        return accounts
    }

    /// Reads the key shared with a provider of outside accounts.
    func providerKey(_ name: String, _ folder: DataFolder) throws -> MACKey {
        guard let file = providers?[name] else {
            throw Self.wrong(folder, Phrase("no provider \(name)", "没有第三方 \(name)"))
        }
        let bytes = try folder.read(file, of: "providers.\(name)")
        guard let key = try? MACKey(bytes) else {
            throw folder.wrongSetting("providers.\(name)", Phrase("not a key of 32 bytes", "不是 32 字节的密钥"))
        }
        return key
    }

    func trustedProxyRanges(_ folder: DataFolder) throws -> [AddressRange] {
        do {
            return try (trustedProxies ?? []).map { try AddressRange($0) }
        } catch {
            throw Self.wrong(
                folder,
                Phrase("trusted_proxies holds what is no address: \(error)", "trusted_proxies 中有不是地址的内容：\(error)"))
        }
    }

    /// The services of others, to be asked over `http`.
    func services(_ http: HTTPClient, _ folder: DataFolder) throws -> OutsideServices.Chosen {
        var chosen = OutsideServices.Chosen()
        if let sms { chosen.texts = HTTPTextSender(try gateway(sms, "sms", timeoutS: 10, http, folder)).send }
        if let identity {
            // A registration waits for it, so the time limit is short.
            let provider = HTTPIdentityProvider(try gateway(identity, "identity", timeoutS: 3, http, folder))
            chosen.identities = IdentityProvider { provider.check($0, $1) }
        }
        try payments?.choose(&chosen, http, folder)
        for name in (providers ?? [:]).keys { chosen.logins[name] = .sharing(try providerKey(name, folder)) }
        return chosen
    }

    /// The key of documents and the address printed on them.
    func certificates(_ folder: DataFolder, site: [UInt8]) throws -> CertificateSettings {
        let address = http?.publicAddress ?? ""
        guard address.isEmpty || address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw Self.wrong(folder, Phrase("http.public_address is no address", "http.public_address 不是有效地址"))
        }
        return CertificateSettings(
            signer: try folder.documentSigner(of: SiteFingerprint(siteID: site)),
            address: String(address.reversed().drop { $0 == "/" }.reversed()))
    }

    private func gateway(
        _ given: Gateway, _ name: String, timeoutS: Int, _ http: HTTPClient, _ folder: DataFolder
    ) throws -> Gateways.Gateway {
        let address: HTTPAddress
        do throws(HTTPAddress.Fault) {
            address = try HTTPAddress(given.url)
        } catch {
            throw Self.wrong(
                folder,
                error == .inClear
                    ? Phrase("\(name).url must be https, but on this machine", "\(name).url 须使用 https（本机除外）")
                    : Phrase("\(name).url is no address", "\(name).url 不是有效地址"))
        }
        let proof: Gateways.Gateway.Proof
        if let file = given.bearerFile {
            let line = try folder.read(file, of: "\(name).bearer_file").prefix { $0 != 0x0A && $0 != 0x0D }
            proof = .bearer(String(decoding: line, as: UTF8.self))
        } else if let file = given.hmacFile {
            proof = .hmac(key: try folder.read(file, of: "\(name).hmac_file"))
        } else {
            throw Self.wrong(
                folder, Phrase("\(name) needs bearer_file or hmac_file", "\(name) 须填写 bearer_file 或 hmac_file"))
        }
        return Gateways.Gateway(
            http, address, proof: proof, timeoutMs: Int64(given.timeoutS ?? timeoutS) * 1000)
    }

    private static func wrong(_ folder: DataFolder, _ reason: Phrase) -> CommandFailure {
        CommandFailure(
            .failure, name: "settings",
            Phrase("\(folder.settings): \(reason.text(in: .en))", "\(folder.settings)：\(reason.text(in: .zh))"))
    }
}

extension DecodingError {
    /// The setting whose value cannot be read, as the file names it.
    fileprivate var reason: Phrase {
        let path: [any CodingKey] =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        let name = path.reduce(into: "") { name, key in
            if let place = key.intValue {
                name += "[\(place)]"
            } else {
                name += (name.isEmpty ? "" : ".") + Self.asWritten(key.stringValue)
            }
        }
        return name.isEmpty
            ? Phrase("not JSON", "不是有效的 JSON")
            : Phrase("\(name) is missing, or its value is of another form", "缺少 \(name)，或其取值类型不符")
    }

    /// `smsAnHour` → `sms_an_hour`.
    private static func asWritten(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
    }
}
