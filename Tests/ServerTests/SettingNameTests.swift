import Foundation
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
