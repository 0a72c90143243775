import Console
import Foundation
import Gateways
import Testing

@testable import Server

/// OPS-1: what is mistyped in the settings is named.
@Suite struct SettingNameTests {
    private static func object(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test(
        "a mistyped name is found wherever it stands, with the setting that was meant; names of the operator's own are not"
    )
    func mistyped() throws {
        let given = try Self.object(
            """
            {"log_levle": "info", "http": {"lisen": "127.0.0.1:1"}, "colour": 1, "providers": {"anything": "a.key"},
             "payments": {"wechat": {"public_keys": {"PUB_1": "a.pem"}, "host": []}}}
            """)
        let found = SettingNames.unknown(given, SettingNames.all, "")
        #expect(
            found == [
                .init(path: "colour", meant: nil), .init(path: "http.lisen", meant: "http.listen"),
                .init(path: "log_levle", meant: "log_level"),
                .init(path: "payments.wechat.host", meant: "payments.wechat.hosts"),
            ])
    }

    @Test(
        "a number that no setting can have is refused with the range, a wrong value with its name, and halves of a pair too"
    )
    func ranges() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (text, told) in [
            (#"{"puzzle_difficulty": 99}"#, "puzzle_difficulty is from 0 to 32, not 99"),
            (#"{"sms_an_hour": -1}"#, "sms_an_hour is from 0 to 1000000, not -1"),
            (#"{"sms_a_day": -5}"#, "sms_a_day is from 0 to 10000000, not -5"),
            (#"{"sms": {"url": "https://a.example", "timeout_s": 0}}"#, "sms.timeout_s is from 1 to 60, not 0"),
            (#"{"puzzle_difficulty": 300}"#, "puzzle_difficulty is from 0 to 32, not 300"),
            (#"{"trusted_proxies": ["::1", 7]}"#, "trusted_proxies[1] is missing, or its value is of another form"),
            (#"{"sms_an_hour": "17"}"#, "sms_an_hour is missing, or its value is of another form"),
            (#"{"http": {}}"#, "http.listen is missing, or its value is of another form"),
            (#"{"login_challenge": "None"}"#, "login_challenge is missing, or its value is of another form"),
            ("{broken", "not JSON"),
            (
                #"{"http": {"listen": "127.0.0.1:1", "certificate_file": "a.pem"}}"#,
                "http.certificate_file and http.key_file go together"
            ),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: "settings.json"))
            let refused = #expect(throws: CommandFailure.self) {
                try ServerSettings.read(DataFolder(path: folder.path))
            }
            #expect(refused?.message.en.hasSuffix(told) == true, "\(text): \(String(describing: refused?.message.en))")
        }
        try Data(#"{"puzzle_difficulty": 32, "sms_an_hour": 0}"#.utf8).write(
            to: folder.appending(path: "settings.json"))
        #expect(try ServerSettings.read(DataFolder(path: folder.path)).puzzleDifficulty == 32)
    }

    @Test(
        "a file that a setting names is told with the setting, where it is not there or is no key",
        arguments: [
            (#"{"sms": {"url": "https://a.example", "bearer_file": "none"}}"#, "sms.bearer_file: "),
            (#"{"identity": {"url": "https://a.example", "hmac_file": "none"}}"#, "identity.hmac_file: "),
            (#"{"providers": {"wechat": "none"}}"#, "providers.wechat: "),
            (#"{"providers": {"wechat": "short"}}"#, "providers.wechat: not a key of 32 bytes"),
        ])
    func files(text: String, told: String) throws {
        let folder = DataFolder(
            path: FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)").path)
        try FileManager.default.createDirectory(atPath: folder.path + "/keys", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        try folder.write(Array(text.utf8), to: folder.settings)
        try folder.write([1, 2, 3], to: folder.key("short"))
        let refused = #expect(throws: CommandFailure.self) {
            try ServerSettings.read(folder).services(HTTPClient(), folder)
        }
        #expect(refused?.message.en.contains("settings.json: \(told)") == true, "\(String(describing: refused))")
    }

    @Test("the settings of Docs/CommandLine.md are all that there are, and can be read")
    func sample() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Docs/CommandLine.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let sample = try #require(text.firstMatch(of: /```json\n(\{"privacy_version"[\s\S]*?)\n```/)).output.1
        let value = try Self.object(String(sample))
        #expect(SettingNames.unknown(value, SettingNames.all, "") == [])
        #expect(Self.missing(SettingNames.all, in: value) == [])
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(sample.utf8).write(to: folder.appending(path: "settings.json"))
        let read = try ServerSettings.read(DataFolder(path: folder.path))
        #expect(read.http?.metricsFrom != nil && read.payments?.unionpay != nil && read.identity?.timeoutS == 3)
        try FileManager.default.removeItem(at: folder)
    }

    /// The names that the sample does not show.
    private static func missing(_ known: SettingNames.Known, in value: Any) -> [String] {
        guard case .group(let names) = known else { return [] }
        guard let object = value as? [String: Any] else { return ["a group"] }
        return names.flatMap { name, known in object[name].map { missing(known, in: $0) } ?? [name] }
    }
}
