import ClientKit
import Foundation
import Messages
import Network
import Passes
import Processes
import Storage
import Threads
import Wire

/// Threads of this test, each with a connection of its own, that do something at the same time.
enum AtOnce {
    /// Does it on as many threads; gives what each one brought, in order.
    static func each<Result: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) throws -> Result
    ) throws -> [Result] {
        let results = Locked([Swift.Result<Result, any Error>?](repeating: nil, count: count))
        let threads = (0..<count).map { index in
            Thread.start("once") {
                let result = Swift.Result { try body(index) }
                results.withLock { $0[index] = result }
            }
        }
        for thread in threads { thread.join() }
        return try results.withLock { $0 }.map { result in
            guard let result else { throw Programs.Failure("a thread brought nothing") }
            return try result.get()
        }
    }

    /// The calls of as many connections, all open and logged in before the first one is made.
    /// - Parameter session: whose connection each one is; empty = nobody's.
    static func call<Reply: Message>(
        _ site: ServerSite, _ requests: [some Message], session: @escaping @Sendable (Int) -> [UInt8] = { _ in [] },
        _ method: Method, of: Reply.Type
    ) throws -> [Answer<Reply>] {
        let waiting = Monitor(0)
        let everybody = requests.count
        return try each(everybody) { index in
            let client = Client(site, locale: "en", session: session(index))
            let opened = Swift.Result { let _: TermsReply = try client.call(.accountsTerms, TermsRequest()) }
            // Who could not open is waited for too, so that nobody waits forever.
            waiting.change { $0 += 1 }
            waiting.wait { $0 == everybody ? () : nil }
            try opened.get()
            do throws(ClientError) {
                return .reply(try client.call(method, requests[index]))
            } catch {
                guard case .refused(let failure) = error else { throw error }
                return .refused(failure)
            }
        }
    }

    enum Answer<Reply: Message>: Sendable {
        case reply(Reply)
        case refused(Failure)

        var reply: Reply? { if case .reply(let reply) = self { reply } else { nil } }
        var refusal: Failure? { if case .refused(let failure) = self { failure } else { nil } }
    }
}

extension Site {
    func serverSite() throws -> ServerSite {
        try ServerSite(Endpoint(tls), SiteFingerprint(text: fingerprint))
    }

    /// The same without TLS, where much is to be made and nothing depends on it.
    func plainSite() throws -> ServerSite {
        try ServerSite(Endpoint(plain), SiteFingerprint(text: fingerprint), isPlain: true)
    }

    /// The server's own file, for what no call can do.
    func database() throws -> Database { try Database(path: folder.path + "/data/rollcall.db") }
}
