import CLinux
import Glibc
package import Messages
import Threads

/// A server: loop threads that serve connections until it is stopped.
package final class Server: Sendable {
    /// The endpoints it listens on; a port 0 is replaced by the one the system chose.
    package let endpoints: [Endpoint]
    private let listeners: [Listener]
    private let mailboxes: [Mailbox]
    private let threads: [Thread]
    private let admission: Admission
    private let budget: MemoryBudget

    /// The progress of start-up: no loop serves before every loop has opened what it needs.
    private struct Start: Sendable {
        var opened = 0
        /// The error that aborts the start.
        var failure: (any Error)?
        var admission: Admission?
    }

    /// Starts listening and serving.
    /// - Parameter handler: makes the handler of a loop, on the loop's thread. Whatever it keeps open must be open when
    ///   it returns: the free descriptors are counted then.
    /// - Throws: `NetworkError` if an endpoint cannot be listened on, is plain and not local, or if the system allows
    ///   too few open files; the errors of `handler`.
    package static func start(
        _ configuration: ServerConfiguration,
        handler: @escaping @Sendable (_ loop: Int) throws -> any ConnectionHandler
    ) throws -> Server {
        ignoreBrokenPipes()
        OpenFiles.raiseLimit()
        let count = max(1, min(configuration.loops, 64))
        var listeners: [Listener] = []
        for listener in configuration.listeners { listeners.append(try Listener(listener)) }
        var mailboxes: [Mailbox] = []
        for _ in 0..<count { mailboxes.append(try Mailbox()) }
        let budget = MemoryBudget(most: configuration.memory)
        var seats: [LoopSeat] = []
        for index in 0..<count {
            seats.append(
                try LoopSeat(
                    index: index, configuration: configuration, budget: budget, listeners: listeners,
                    mailboxes: mailboxes))
        }
        let start = Monitor(Start())
        let threads = seats.map { seat in
            Thread.start("loop \(seat.index)") { run(seat, start, handler) }
        }
        do {
            try start.wait { state -> Result<Void, any Error>? in
                state.failure.map { .failure($0) } ?? (state.opened == count ? .success(()) : nil)
            }.get()
            let admission = Admission(
                most: try OpenFiles.connections(atMost: configuration.connections), limits: configuration.ofSource,
                ownLimits: configuration.ofOwnSource, loops: count)
            start.change { $0.admission = admission }
            return Server(listeners, mailboxes, threads, admission, budget)
        } catch {
            start.change { $0.failure = error }
            for thread in threads { thread.join() }
            throw error
        }
    }

    private static func run(
        _ seat: LoopSeat, _ start: Monitor<Start>, _ make: (_ loop: Int) throws -> any ConnectionHandler
    ) {
        do {
            let handler = try make(seat.index)
            start.change { $0.opened += 1 }
            let admission = start.wait { state -> Admission?? in
                state.failure == nil ? state.admission.map { .some($0) } : .some(nil)
            }
            if let admission { Loop(seat, admission, handler: handler).run() }
        } catch {
            start.change { $0.failure = $0.failure ?? error }
        }
    }

    private init(
        _ listeners: [Listener], _ mailboxes: [Mailbox], _ threads: [Thread], _ admission: Admission,
        _ budget: MemoryBudget
    ) {
        endpoints = listeners.map(\.endpoint)
        self.listeners = listeners
        self.mailboxes = mailboxes
        self.threads = threads
        self.admission = admission
        self.budget = budget
    }

    /// The open connections, including those in a handshake.
    package var connections: Int { admission.total }

    /// The bytes held for them.
    package var memory: Int { budget.total }

    /// Replaces the certificate for new connections; open ones keep theirs.
    /// - Parameter siteSignature: the site key's signature over the identity's public key.
    package func show(_ identity: TLSIdentity, siteSignature: [UInt8]) throws(NetworkError) {
        let credentials = try Listener.Credentials(identity, siteSignature: siteSignature)
        for listener in listeners { listener.show(credentials) }
    }

    /// Stops accepting, says goodbye to all peers, and returns when open calls are answered or the time has passed. A
    /// goodbye with code 0 lets clients finish; it may tell them when to reconnect.
    package func stop(_ goodbye: Goodbye = Goodbye(), withinMs: UInt64 = 5_000) {
        let byMs = MonotonicClock.nowMs() + withinMs
        for mailbox in mailboxes { mailbox.post(.stop(goodbye, byMs: byMs)) }
        for thread in threads { thread.join() }
    }
}
