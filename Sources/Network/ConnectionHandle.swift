/// Identifies one connection of a server; never reused while the server runs.
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

/// A connection as other threads refer to it. Answers are posted to its loop as values; a burst wakes the loop once.
/// Answers given through handles reach a connection in order.
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

/// Wakes the loops of many answers once: a writer that has committed a group wakes each loop after all answers are
/// posted. The answers are posted as they are added, so that they stay in order with those of other threads.
package struct Outbox: Sendable {
    private var mailboxes: [Mailbox] = []

    package init() {}

    package mutating func add(_ answer: Answer, to handle: ConnectionHandle) {
        handle.mailbox.postQuietly(.answer(handle.id, answer))
        if !mailboxes.contains(where: { $0 === handle.mailbox }) { mailboxes.append(handle.mailbox) }
    }

    /// Wakes the loops for which answers were added; the outbox may be reused.
    package mutating func send() {
        for mailbox in mailboxes { mailbox.wake() }
        mailboxes.removeAll(keepingCapacity: true)
    }
}
