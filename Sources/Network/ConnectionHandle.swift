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

/// Answers for many connections, handed to their loops together: a writer that has committed a group wakes each loop
/// once, however many callers it answers.
package struct Outbox: Sendable {
    private var posts: [(mailbox: Mailbox, posts: [Post])] = []

    package init() {}

    package mutating func add(_ answer: Answer, to handle: ConnectionHandle) {
        let post = Post.answer(handle.id, answer)
        if let index = posts.firstIndex(where: { $0.mailbox === handle.mailbox }) {
            posts[index].posts.append(post)
        } else {
            posts.append((handle.mailbox, [post]))
        }
    }

    /// Hands over what was added; the outbox is empty then and may be used again.
    package mutating func send() {
        for (mailbox, posts) in posts { mailbox.post(posts) }
        posts = []
    }
}
