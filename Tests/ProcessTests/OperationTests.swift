import ClientKit
import Foundation
import Loopback
import Messages
import Network
import Passes
import Processes
import Testing
import Threads
import Wire

/// OPS-4, OPS-3: a server whose log nobody reads, that reloads its settings, and that is stopped while busy.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct OperationTests {
    private func port(_ endpoint: String) throws -> UInt16 {
        try #require(UInt16(endpoint.split(separator: ":").last ?? ""))
    }

    private func place(_ site: Site) throws -> ServerSite {
        ServerSite(try Endpoint(site.tls), try SiteFingerprint(text: site.fingerprint))
    }

    private func client(_ site: Site) throws -> Client { Client(try place(site), locale: "en") }

    /// Opens connections that say hello and then send an invalid frame.
    private func breakProtocol(_ site: Site, times: Int) throws {
        let port = try port(site.plain)
        for _ in 0..<times {
            let peer = try RawPeer(to: port)
            try peer.sayAll(RawPeer.hello + [0, 0, 0, 0x17, 0, 0, 0, 0])
            #expect(peer.isClosed(withinMs: 20_000))
        }
    }

    @Test("OPS-4 one who breaks the protocol seven hundred times brings about four lines, which tell how often")
    func violations() throws {
        let site = try Site()
        try breakProtocol(site, times: 700)
        #expect(try site.stop() == 0)
        let lines = try site.logged().filter { $0["event"] as? String == "connection broke the protocol" }
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0["source"] as? String == "127.0.0.1" })
        #expect(lines.compactMap { $0["repeated"] as? String } == ["697"])
    }

    @Test("OPS-4 a server whose log is full or closed starts, serves and stops", arguments: [true, false])
    func unread(isClosed: Bool) throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        if isClosed {
            try pipe.fileHandleForReading.close()
        } else {
            let flags = fcntl(descriptor, F_GETFL)
            _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
            let filler = [UInt8](repeating: 0x20, count: 4096)
            while unsafe write(descriptor, filler, filler.count) > 0 {}
            _ = fcntl(descriptor, F_SETFL, flags)
        }
        let site = try Site(log: .pipe(pipe))
        try breakProtocol(site, times: 50)
        let client = try client(site)
        _ = try client.login(name: "admin", password: site.firstPassword)
        #expect(try site.stop() == 0)
        withExtendedLifetime(pipe) {}
    }

    @Test("OPS-6 a server told by SIGHUP goes by the settings it finds, or by those it had when they are wrong")
    func reload() throws {
        let site = try Site()
        let settings = site.folder.appendingPathComponent("data/settings.json")
        let client = try client(site)
        func version() throws -> String {
            let terms: TermsReply = try client.call(.accountsTerms, TermsRequest())
            return terms.privacyVersion
        }
        func logged(_ event: String) throws -> Bool { try site.logged().contains { $0["event"] as? String == event } }

        #expect(try version() == "1")
        try Data(#"{"privacy_version": "7"}"#.utf8).write(to: settings)
        try site.signal(SIGHUP)
        while try !logged("settings read again") { sched_yield() }
        #expect(try version() == "7")

        try Data(#"{"privacy_version": "#.utf8).write(to: settings)
        try site.signal(SIGHUP)
        while try !logged("settings not read again; the old ones hold") { sched_yield() }
        #expect(try version() == "7")
        #expect(try site.stop() == 0)
    }

    @Test(
        "OPS-6 a certificate is replaced under a running server without losing a connection; one whose key does not belong to it is not taken"
    )
    func certificate() throws {
        let (site, other) = (try Site(), try Site())
        #expect(try other.stop() == 0)
        /// Returns the TLS key that a new connection is shown; the client verifies that the site has signed it.
        func shown() throws -> [UInt8] {
            let asking = try client(site)
            let _: TermsReply = try asking.call(.accountsTerms, TermsRequest())
            let key = Locked<[UInt8]>([])
            let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: "test")
            _ = try ClientSocket.connect(
                to: try Endpoint(site.tls),
                trust: .siteKey { evidence in key.withLock { $0 = evidence.publicKeyInfo } },
                hello: hello, by: .inMs(10_000))
            return key.withLock { $0 }
        }
        func take(_ file: String) throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: other.data + "/keys/" + file))
            try bytes.write(to: URL(fileURLWithPath: site.data + "/keys/" + file))
        }
        func reload(_ event: String) throws {
            try site.signal(SIGHUP)
            while try !site.logged().contains(where: { $0["event"] as? String == event }) { sched_yield() }
        }
        let first = try shown()
        let before = try client(site)
        let _: TermsReply = try before.call(.accountsTerms, TermsRequest())

        try take("tls.crt")
        try reload("settings not read again; the old ones hold")
        #expect(try shown() == first)

        try take("tls.key")
        try reload("settings read again")
        #expect(try shown() != first && !first.isEmpty)
        // The earlier connection continues.
        let _: TermsReply = try before.call(.accountsTerms, TermsRequest())
        #expect(try site.stop() == 0)
    }

    @Test(
        "OPS-3 SIGTERM ends a server within two seconds, whatever is queued, and takes nothing back that was acknowledged"
    )
    func stop() throws {
        let gateway = try HTTPListener { _, _ in [.hold] }
        let site = try Site { data in
            try Data("token\n".utf8).write(to: data.appendingPathComponent("keys/gateway.key"))
            let settings = """
                {"puzzle_difficulty": 4, "sms": {"url": "http://127.0.0.1:\(gateway.port)/", \
                "bearer_file": "gateway.key", "timeout_s": 60}}
                """
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
        let admin = try site.administrator()
        let zhao = site.user("zhao", "rollcall")
        try zhao.connect()
        try zhao("send-code", "register", "13908000001")
        #expect(gateway.requests(1).count == 1)

        let place = try place(site)
        // Before the guesser uses up this address's share of logins.
        let session = try Client(place, locale: "en").login(name: "admin", password: Site.password).session
        let plain = try port(site.plain)
        let idle = try (0..<20).map { _ in try RawPeer(to: plain) }
        for peer in idle { try peer.sayAll(RawPeer.hello) }
        let guesser = try RawPeer(to: plain)
        let login = LoginRequest(name: "nobody", password: "not-\(Site.password)").serialized()
        try guesser.sayAll(
            RawPeer.hello + (0..<250).flatMap { RawPeer.call(UInt32(2 * $0 + 1), .accountsLogin, login) })

        let acknowledged = Monitor(0)
        let writer = Thread.start("writer") {
            let client = Client(place, locale: "en", session: session)
            for turn in 0..<100_000 {
                let request = CreateOrganisationRequest(kind: .base, name: "基地\(turn)")
                let reply: CreateOrganisationReply? = try? client.call(
                    .organisationsCreateOrganisation, request, waitMs: 2000)
                guard reply != nil else { return }
                acknowledged.change { $0 += 1 }
            }
        }
        acknowledged.wait { $0 >= 5 ? () : nil }

        let clock = ContinuousClock()
        let began = clock.now
        #expect(try site.stop() == 0)
        #expect(clock.now - began < .seconds(2.5))
        writer.join()
        try site.start()
        try admin.connect()
        try admin("login", "admin", "--password-file", site.file("own", Site.password + "\n"))
        let kept = try admin("organisations", "list", "--all", "--json").rows.count
        #expect(kept >= acknowledged.change { $0 })
    }
}
