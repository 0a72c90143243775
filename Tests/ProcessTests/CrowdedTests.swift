import ClientKit
import Foundation
import Messages
import Network
import Passes
import Processes
import Testing
import Threads
import Wire

/// A server process with too few descriptors, too little memory, or a proxy before it.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct CrowdedTests {
    /// The first bytes of an anonymous peer.
    private var hello: [UInt8] {
        var bytes = Preface.bytes
        bytes.appendFrame(.hello, payload: Hello(versions: VersionRange(lowest: 1, highest: 1)).serialized())
        return bytes
    }

    private func log(_ site: Site) throws -> String {
        String(decoding: try Data(contentsOf: site.folder.appendingPathComponent("log")), as: UTF8.self)
    }

    /// Waits until the log contains the event that many times.
    private func log(_ site: Site, says event: String, times: Int = 1) throws -> Bool {
        let deadline = Deadline.inMs(20_000)
        while deadline.leftMs > 0 {
            if try log(site).components(separatedBy: "\"event\":\"\(event)\"").count == times + 1 { return true }
            // A known caller's call serves as a pause.
            _ = try Client(site.plainSite(), locale: "en").callEcho()
        }
        return false
    }

    @Test("OPS-3 at the limit of open files known callers are served, newcomers find a place, and the log says so once")
    func descriptors() throws {
        let site = try Site(openFiles: 200)
        let port = try #require(UInt16(site.plain.split(separator: ":").last ?? ""))
        let admin = Client(try site.plainSite(), locale: "en")
        try Crowd.enter(admin, "admin", site.firstPassword)
        var crowd: [RawPeer] = []
        for number in 0..<400 {
            let peer = try RawPeer(from: "127.0.0.\(2 + number % 2)", to: port)
            peer.say(hello)
            crowd.append(peer)
        }
        for _ in 0..<20 {
            let _: LoginReply = try admin.call(.accountsWhoAmI, WhoAmIRequest())
            let _: ListReviewsReply = try admin.call(.reviewsListReviews, ListReviewsRequest(kind: .identity))
            let newcomer = Client(try site.plainSite(), locale: "en", session: admin.session)
            let _: LoginReply = try newcomer.call(.accountsWhoAmI, WhoAmIRequest())
        }
        #expect(try log(site, says: "no room for connections"))
        crowd = []
        #expect(try log(site, says: "room for connections again"))
        let said = try log(site)
        #expect(!said.contains("internal") && said.components(separatedBy: "no room").count == 2, "\(said)")
        #expect(try site.stop() == 0)
    }

    @Test("a server that may open too few files says how many it needs, and does not start")
    func tooFew() throws {
        let site = try Site()
        #expect(try site.stop() == 0)
        let served = try Programs.run(
            "/usr/bin/prlimit",
            [
                "--nofile=24:24", Programs.folder.appendingPathComponent("rollcalld").path, "serve", "--data",
                site.folder.path + "/data", "--plain", "127.0.0.1:0",
            ], environment: [:])
        #expect(served.code == 1)
        #expect(served.err.contains("open files is too low") || served.err.contains("Too many open files"))
    }

    /// A thread meets the limit first, or the database: the allocator chooses.
    @Test("a server that is given too little address space says so, and does not start", arguments: [140, 170, 240])
    func tooLittleMemory(megabytes: Int) throws {
        let site = try Site()
        #expect(try site.stop() == 0)
        let served = try Programs.run(
            "/usr/bin/prlimit",
            [
                "--as=\(megabytes)000000", Programs.folder.appendingPathComponent("rollcalld").path, "serve", "--data",
                site.folder.path + "/data", "--plain", "127.0.0.1:0",
            ], environment: [:])
        #expect(served.code == 1)
        let last = served.err.split(separator: "\n").last ?? ""
        #expect(last.contains("no thread") || last.contains("out of memory"), "\(served.err)")
        #expect(last.contains("address space"), "\(served.err)")
    }

    @Test("OPS-3 behind a trusted proxy the source of a call is the person's, and nobody else's word is taken for it")
    func proxies() throws {
        let site = try Site(host: "127.0.0.1") { data in
            try Data(#"{"trusted_proxies": ["127.0.0.1/32"]}"#.utf8)
                .write(to: data.appendingPathComponent("settings.json"))
        }
        let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10]
        let header = signature + [0x21, 0x11, 0, 12, 203, 0, 113, 9, 198, 51, 100, 1, 0x12, 0x67, 0x1E, 0x14]
        let port = try #require(UInt16(site.tls.split(separator: ":").last ?? ""))
        let proxy = try CuttingProxy(to: port, saying: header)
        let place = ServerSite(try Endpoint("127.0.0.1:\(proxy.port)"), try SiteFingerprint(text: site.fingerprint))
        let client = Client(place, locale: "en")
        try Crowd.enter(client, "admin", site.firstPassword)
        let sessions: ListSessionsReply = try client.call(.accountsListSessions, ListSessionsRequest())
        #expect(sessions.sessions.map(\.address) == ["203.0.113.9:4711"])

        for (source, words) in [("127.0.0.1", hello), ("127.0.0.7", header + hello)] {
            for port in [site.tls, site.plain] {
                let peer = try RawPeer(from: source, to: try #require(UInt16(port.split(separator: ":").last ?? "")))
                peer.say(words)
                #expect(peer.isClosed(withinMs: 5_000), "\(source) at \(port)")
            }
        }
    }

    @Test("a proxy that is no address is refused at the start, with the place to mend it")
    func badProxy() throws {
        let site = try Site()
        #expect(try site.stop() == 0)
        try Data(#"{"trusted_proxies": ["proxy.local"]}"#.utf8)
            .write(to: site.folder.appendingPathComponent("data/settings.json"))
        let served = try Programs.run(
            "rollcalld", ["serve", "--data", site.folder.path + "/data", "--plain", "127.0.0.1:0"], environment: [:])
        #expect(served.code == 1)
        #expect(served.err.contains("settings.json") && served.err.contains("proxy.local"), "\(served.err)")
    }
}

extension Client {
    fileprivate func callEcho() throws -> [UInt8] {
        defer { close() }
        let reply: EchoReply = try call(.diagnosticsEcho, EchoRequest(body: [1]))
        return reply.body
    }
}
