import Console
import Foundation

/// The names of `settings.json`, for whoever mistypes one: a name that no setting has is passed over when it is read, and what
/// was meant does not happen.
enum SettingNames {
    /// The kinds of value that stand under a name.
    indirect enum Known {
        case value
        /// Names of the operator's own.
        case table
        case group([String: Known])
    }

    static let all = Known.group([
        "privacy_version": .value, "privacy_address": .value, "puzzle_difficulty": .value, "login_challenge": .value,
        "sat_papers_days": .value, "sms_an_hour": .value, "sms_a_day": .value, "log_level": .value,
        "trusted_proxies": .value,
        "sms": gateway, "identity": gateway, "providers": .table,
        "http": .group([
            "listen": .value, "certificate_file": .value, "key_file": .value, "public_address": .value,
            "metrics_from": .value,
        ]),
        "payments": .group([
            "notice_url": .value,
            "wechat": .group([
                "merchant": .value, "app": .value, "certificate_file": .value, "key_file": .value,
                "api_key_file": .value, "public_keys": .table, "hosts": .value,
                "invoices": .group(["training": invoiceLine, "lodging": invoiceLine]),
            ]),
            "alipay": .group([
                "app": .value, "seller": .value, "key_file": .value, "public_key_files": .value, "url": .value,
            ]),
            "unionpay": .group([
                "merchant": .value, "certificate_file": .value, "key_file": .value, "authority_files": .value,
                "signer": .value, "url": .value,
            ]),
        ]),
    ])

    private static let invoiceLine = Known.group(["tax_code": .value, "name": .value, "tax_rate": .value])

    private static let gateway = Known.group([
        "url": .value, "bearer_file": .value, "hmac_file": .value, "timeout_s": .value,
    ])

    /// A name that no setting has.
    struct Unknown: Equatable {
        /// `http.publik_address`.
        let path: String
        /// The setting that was probably meant.
        let meant: String?

        var text: Phrase {
            guard let meant else { return Phrase("\(path) is no setting", "没有设置项 \(path)") }
            return Phrase("\(path) is no setting: \(meant)?", "没有设置项 \(path)，是否为 \(meant)？")
        }
    }

    /// Returns the names in the file that no setting has; none where there is no file.
    static func unknown(in folder: DataFolder) throws -> [Unknown] {
        guard FileManager.default.fileExists(atPath: folder.settings) else { return [] }
        let value = try JSONSerialization.jsonObject(with: Data(try folder.read(folder.settings)))
        return unknown(value, all, "")
    }

    static func unknown(_ value: Any, _ known: Known, _ path: String) -> [Unknown] {
        guard case .group(let names) = known, let object = value as? [String: Any] else { return [] }
        return object.keys.sorted().flatMap { name -> [Unknown] in
            if let known = names[name], let inner = object[name] { return unknown(inner, known, path + name + ".") }
            let meant = Suggestion.nearest(to: name, among: Array(names.keys))
            return [Unknown(path: path + name, meant: meant.map { path + $0 })]
        }
    }
}
