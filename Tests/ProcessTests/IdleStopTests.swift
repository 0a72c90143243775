import Foundation
import Processes
import Testing

/// OPS-3: a server that is stopped while many clients say nothing.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct IdleStopTests {
    @Test("OPS-3 SIGTERM ends a server with a thousand idle clients and waits for none of them")
    func thousand() throws {
        var limit = rlimit()
        #expect(unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
        limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 4096))
        #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
        let site = try Site()
        let port = try #require(UInt16(site.plain.split(separator: ":").last ?? ""))
        let peers = try (0..<1000).map { _ in try RawPeer(to: port) }
        for peer in peers { try peer.sayAll(RawPeer.hello) }
        // The last one is answered, so all before it are.
        let last = try #require(peers.last)
        #expect(last.isAnswered(withinMs: 20_000))
        let clock = ContinuousClock()
        let began = clock.now
        #expect(try site.stop() == 0)
        let took = clock.now - began
        print("stopped with 1000 idle clients in \(took)")
        // None of them hangs up. The second that is asked for is a quiet machine's, and printed above.
        #expect(took < .seconds(15))
        withExtendedLifetime(peers) {}
    }
}
