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

    /// Makes calls on as many connections, all opened and logged in before the first call.
    /// - Parameter session: the session of each connection; empty for an anonymous one.
    static func call<Reply: Message>(
        _ site: ServerSite, _ requests: [some Message], session: @escaping @Sendable (Int) -> [UInt8] = { _ in [] },
        _ method: Method, of: Reply.Type
    ) throws -> [Answer<Reply>] {
        let waiting = Monitor(0)
        let everybody = requests.count
        return try each(everybody) { index in
            let client = Client(site, locale: "en", session: session(index))
            let opened = Swift.Result { let _: TermsReply = try client.call(.accountsTerms, TermsRequest()) }
            // Failed connections count too, so that nobody waits for ever.
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

    /// The same without TLS, for bulk preparations.
    func plainSite() throws -> ServerSite {
        try ServerSite(Endpoint(plain), SiteFingerprint(text: fingerprint), isPlain: true)
    }

    /// Opens the server's own file, for changes that no call can make.
    func database() throws -> Database { try Database(path: folder.path + "/data/rollcall.db") }
}
