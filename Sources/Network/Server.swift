import CLinux
import Glibc
package import Messages
import Threads

/// A server: loop threads that serve connections until it is stopped.
package final class Server: Sendable {
    /// Where it listens; a port 0 is replaced by the one the system chose.
    package let endpoints: [Endpoint]
    private let mailboxes: [Mailbox]
    private let threads: [Thread]
    private let admission: Admission

    /// Starts listening and serving.
    /// - Parameter handler: makes the handler of a loop, on the loop's thread.
    /// - Throws: `NetworkError` when an endpoint cannot be listened on, or is plain and not of this machine.
    package static func start(
        _ configuration: ServerConfiguration, handler: @escaping @Sendable (_ loop: Int) -> any ConnectionHandler
    ) throws(NetworkError) -> Server {
        ignoreBrokenPipes()
        raiseFileLimit()
        let count = max(1, min(configuration.loops, 64))
        var listeners: [Listener] = []
        for listener in configuration.listeners { listeners.append(try Listener(listener)) }
        var mailboxes: [Mailbox] = []
        for _ in 0..<count { mailboxes.append(try Mailbox()) }
        let admission = Admission(
            most: configuration.connections, mostPerAddress: configuration.connectionsPerAddress, loops: count)
        var seats: [LoopSeat] = []
        for index in 0..<count {
            seats.append(
                try LoopSeat(
                    index: index, configuration: configuration, admission: admission, listeners: listeners,
                    mailboxes: mailboxes))
        }
        let threads = seats.map { seat in
            Thread.start("loop \(seat.index)") { Loop(seat, handler: handler(seat.index)).run() }
        }
        return Server(listeners.map(\.endpoint), mailboxes, threads, admission)
    }

    private init(_ endpoints: [Endpoint], _ mailboxes: [Mailbox], _ threads: [Thread], _ admission: Admission) {
        self.endpoints = endpoints
        self.mailboxes = mailboxes
        self.threads = threads
        self.admission = admission
    }

    /// Connections at present, those still shaking hands included.
    package var connections: Int { admission.total }

    /// Accepts nobody any more, says goodbye to everybody, and returns when calls under way have been answered or the
    /// time has passed. A goodbye with the code 0 lets clients finish; it may tell them when to come back.
    package func stop(_ goodbye: Goodbye = Goodbye(), withinMs: UInt64 = 5_000) {
        let byMs = MonotonicClock.nowMs() + withinMs
        for mailbox in mailboxes { mailbox.post(.stop(goodbye, byMs: byMs)) }
        for thread in threads { thread.join() }
    }

    /// A connection is a descriptor: take as many as the system allows this process.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
