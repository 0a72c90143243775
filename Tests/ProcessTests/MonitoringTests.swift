import Foundation
import Loopback
import Processes
import Storage
import Testing
import Threads

/// OPS-5: what a monitoring system asks of a whole server, and what an operator is told early.
@Suite(.timeLimit(.minutes(15))) struct MonitoringTests {
    private static func site(
        settings: String = #"{"http": {"listen": "127.0.0.1:0"}}"#, prepare: (URL) throws -> Void = { _ in }
    ) throws -> (site: Site, port: UInt16) {
        let site = try Site { data in
            try Data(settings.utf8).write(to: data.appending(path: "settings.json"))
            try prepare(data)
        }
        return (site, try port(site))
    }

    private static func port(_ site: Site) throws -> UInt16 {
        try until("the listener") { try site.hasLogged("listening for HTTP") }
        let line = try site.logged().last { $0["event"] as? String == "listening for HTTP" }
        return try #require((line?["port"] as? String).flatMap { UInt16($0) })
    }

    private static func samples(_ port: UInt16) throws -> [String: Double] {
        let (status, text) = try Caller.ask(port, "GET /metrics")
        #expect(status == 200)
        var samples: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            samples[parts.dropLast().joined(separator: " ")] = parts.last.flatMap { Double($0) }
        }
        return samples
    }

    @Test("OPS-5 the figures of a server count its calls by method and outcome, its commits, connections and room")
    func figures() throws {
        let (site, port) = try Self.site()
        let admin = try site.administrator()
        try admin("organisations", "add", "base", "湘雅基地")
        try admin("organisations", "add", "base", "湘雅基地", exits: 3)
        let figures = try Self.samples(port)
        func value(_ name: String) -> Double { figures[name] ?? -1 }
        let creation = #"method="Organisations.CreateOrganisation""#
        #expect(value("rollcall_calls_total{\(creation),outcome=\"ok\"}") == 1)
        #expect(value("rollcall_calls_total{\(creation),outcome=\"already_exists\"}") == 1)
        #expect(value("rollcall_call_duration_seconds_count{\(creation)}") == 2)
        #expect(value("rollcall_call_duration_seconds_bucket{\(creation),le=\"+Inf\"}") == 2)
        #expect(value("rollcall_commit_group_duration_seconds_count") >= 3)
        #expect(value("rollcall_commit_commands_total") >= 3)
        #expect(value("rollcall_disk_free_bytes") > 0 && value("rollcall_database_size_bytes") > 100_000)
        #expect(
            value("rollcall_certificate_expiry_timestamp_seconds{certificate=\"tls\"}") > Date().timeIntervalSince1970)
        #expect(value("rollcall_queue_length{queue=\"writer\"}") == 0)
        #expect(value("rollcall_terminals{last_contact=\"hour\"}") == 0)
        #expect(value("rollcall_outbox_entries{state=\"dead\"}") == 0)
        #expect(value("process_resident_memory_bytes") > 1_000_000 && value("process_open_fds") > 10)
        #expect(value("rollcall_connections") >= 0)

        // A backup tells when it was made.
        let secret = try site.file("pass", "three rivers and a bridge\n")
        let made = try Programs.run(
            "rollcalld",
            ["backup", "create", site.folder.path + "/b", "--data", site.data, "--passphrase-file", secret],
            environment: [:])
        #expect(made.code == 0, "\(made.err)")
        _ = try site.stop()
        try site.start()
        let again = try Self.port(site)
        try until("the backup to be seen") { try Self.samples(again)["rollcall_backup_timestamp_seconds"] != nil }
        // What a proxy passes on is nobody's business.
        #expect(try Caller.ask(again, "GET /metrics", headers: ["X-Forwarded-For: 203.0.113.1"]).status == 404)
        #expect(try Caller.ask(again, "GET /healthz") == (200, "ok\n"))
        #expect(try Caller.ask(again, "GET /readyz") == (200, "ready\n"))
        #expect(try site.stop() == 0)
    }

    @Test(
        "OPS-5 Prometheus's own checker finds nothing to say about the figures of a server under load",
        .enabled(if: Promtool.path != nil))
    func promtool() throws {
        let (site, port) = try Self.site()
        _ = try Course(site)
        let text = try Caller.ask(port, "GET /metrics").body
        let outcome = try Programs.run(Promtool.path ?? "", ["check", "metrics"], environment: [:], input: text)
        #expect(outcome.code == 0 && outcome.out.isEmpty && outcome.err.isEmpty, "\(outcome)")
        let rules = try Programs.run(
            Promtool.path ?? "", ["check", "rules", Promtool.rules], environment: [:])
        #expect(rules.code == 0, "\(rules)")
        #expect(try site.stop() == 0)
    }

    @Test("OPS-5 every figure that an alert names is one that a server gives")
    func alerts() throws {
        let (site, port) = try Self.site()
        let given = Set(try Self.samples(port).keys.map { String($0.prefix { $0 != "{" }) })
        let rules = try String(contentsOfFile: Promtool.rules, encoding: .utf8)
        let named = Set(rules.matches(of: /\b(?:rollcall|process)_[a-z_]+/).map { String($0.output) })
        #expect(named.count > 8)
        // Without a call or a backup there is nothing to give.
        let later = [
            "rollcall_calls_total", "rollcall_call_duration_seconds_bucket", "rollcall_backup_timestamp_seconds",
        ]
        #expect(named.subtracting(given).subtracting(later).isEmpty, "\(named.subtracting(given))")
        #expect(try site.stop() == 0)
    }

    @Test(
        "OPS-5 an old certificate, deliveries given up and silent terminals are told in the log when the server starts")
    func told() throws {
        let (site, _) = try Self.site()
        _ = try site.stop()
        let week: Int64 = 604_800_000
        let contact = WallClock.nowMs() - week - 3_600_000
        try site.database().write { transaction in
            try transaction.execute(
                """
                INSERT INTO terminal (id, name, base, device_key, revoked_ms, last_contact_ms) VALUES (1, '东门', 1, ?1, 0, ?2)
                """, [UInt8](repeating: 1, count: 32), contact)
            try transaction.execute(
                """
                INSERT INTO outbox (id, kind, key, subject, at_ms, payload_sealed, state, attempts, due_ms, holder, failure)
                VALUES (1, 1, 'k', 1, ?1, ?2, ?3, 5, 0, 0, 'no')
                """, contact, [UInt8](repeating: 0, count: 60), 4)
        }
        let keys = site.data + "/keys"
        let made = try Programs.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "10",
                "-subj",
                "/CN=localhost", "-keyout", keys + "/tls.key", "-out", keys + "/tls.crt",
            ], environment: [:])
        #expect(made.code == 0, "\(made.err)")
        try site.start()
        for event in [
            "certificate expires soon", "deliveries were given up: rollcall-admin outbox list --state dead",
            "terminals have been silent for a week",
        ] { try until(event) { try site.hasLogged(event) } }
        #expect(try site.hasLogged("东门"))
        #expect(try site.stop() == 0)
    }
}

/// The checker of Prometheus, from Debian's package `prometheus`.
private enum Promtool {
    static let path = ["/usr/bin/promtool", ProcessInfo.processInfo.environment["ROLLCALL_PROMTOOL"]].compactMap { $0 }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Docs/Operating/rollcall.rules.yml").standardizedFileURL.path
}
