import CLinux
import Glibc

/// The resources of a loop, prepared by the thread that starts the server, so that errors occur there.
struct LoopSeat: Sendable {
    let index: Int
    /// The epoll descriptor: waits for the mailbox; on the first loop, which distributes connections, also for
    /// listeners.
    let epoll: Int32
    let configuration: ServerConfiguration
    let budget: MemoryBudget
    let listeners: [Listener]
    /// The mailboxes of all loops, to hand connections over.
    let mailboxes: [Mailbox]

    /// Tokens from here on belong to listeners; connections' are below, because their generation has 31 bits.
    static let firstToken: UInt64 = 1 << 63
    static let mailboxToken = UInt64.max

    init(
        index: Int, configuration: ServerConfiguration, budget: MemoryBudget, listeners: [Listener],
        mailboxes: [Mailbox]
    ) throws(NetworkError) {
        self.index = index
        self.configuration = configuration
        self.budget = budget
        self.listeners = listeners
        self.mailboxes = mailboxes
        epoll = try NetworkError.check("epoll_create1", clinux_epoll_create())
        let mailbox = mailboxes[index].eventfd
        try NetworkError.check("epoll_ctl", clinux_epoll_add_edge(epoll, mailbox, LoopSeat.mailboxToken))
    }

    static func add(_ listeners: [Listener], to epoll: Int32) -> Int32 {
        for (number, listener) in listeners.enumerated() {
            let outcome = clinux_epoll_add_level(epoll, listener.socket, firstToken + UInt64(number))
            guard outcome == 0 || outcome == -EEXIST else { return outcome }
        }
        return 0
    }
}
