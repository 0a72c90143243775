/// Names one connection of a server for as long as the server runs; never reused.
package struct ConnectionID: Hashable, Sendable {
    // generation (32 bits) | loop (8) | slot (24)
    package let rawValue: UInt64

    static let mostLoops = 1 << 8
    static let mostSlots = 1 << 24

    init(loop: Int, slot: Int, generation: UInt32) {
        rawValue = UInt64(generation) << 32 | UInt64(loop & 0xFF) << 24 | UInt64(slot & 0xFF_FFFF)
    }

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    var slot: Int { Int(rawValue & 0xFF_FFFF) }
}

/// A connection as any thread may hold it. Answers travel to its loop as values; a burst of them wakes the loop once.
/// Answers given through handles reach a connection in the order they were given.
package struct ConnectionHandle: Sendable {
    package let id: ConnectionID
    let mailbox: Mailbox

    package func answer(_ answer: Answer) {
        mailbox.post(.answer(id, answer))
    }
}

extension ConnectionHandle: Hashable {
    package static func == (a: ConnectionHandle, b: ConnectionHandle) -> Bool {
        a.id == b.id && a.mailbox === b.mailbox
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}

/// Wakes the loops of many answers once: a writer that has committed a group tells each loop when all are in, however
/// many callers it answers. The answers themselves are handed over as they are added, so that they stay in order with
/// those of other threads.
package struct Outbox: Sendable {
    private var mailboxes: [Mailbox] = []

    package init() {}

    package mutating func add(_ answer: Answer, to handle: ConnectionHandle) {
        handle.mailbox.postQuietly(.answer(handle.id, answer))
        if !mailboxes.contains(where: { $0 === handle.mailbox }) { mailboxes.append(handle.mailbox) }
    }

    /// Wakes whom something was added for; the outbox may be used again.
    package mutating func send() {
        for mailbox in mailboxes { mailbox.wake() }
        mailboxes.removeAll(keepingCapacity: true)
    }
}
