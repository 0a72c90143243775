import CLinux
import Glibc
import Messages
import Threads

/// A message from another thread to a loop.
enum Post: Sendable {
    /// A connection another loop has accepted.
    case adopt(socket: Int32, Address, listener: Int)
    case answer(ConnectionID, Answer)
    /// Close anonymous connections to make room for that many newcomers.
    case makeRoom(places: Int)
    /// Say goodbye to all peers; end when all are gone, or at this monotonic time.
    case stop(Goodbye, byMs: UInt64)
}

/// The channel from other threads to a loop: values under a lock, and an eventfd written once per burst.
final class Mailbox: Sendable {
    private struct State: Sendable {
        var posts: [Post] = []
        /// The loop was signalled and has not taken the posts yet.
        var isSignalled = false
        var thread: pthread_t?
        var isClosed = false
    }

    /// Registered edge-triggered and never read: each write is a new edge.
    let eventfd: Int32
    private let state = Locked(State())

    init() throws(NetworkError) {
        eventfd = try NetworkError.check("eventfd", clinux_eventfd())
    }

    deinit {
        Glibc.close(eventfd)
    }

    /// Marks the calling thread as the loop's: its own posts need no signal.
    func belongsToThisThread() {
        state.withLock { $0.thread = pthread_self() }
    }

    func post(_ post: Post) {
        let mustSignal = state.withLock { state in
            guard !state.isClosed else {
                Mailbox.drop(post)
                return false
            }
            state.posts.append(post)
            return Mailbox.needsSignal(&state)
        }
        if mustSignal { clinux_eventfd_signal(eventfd) }
    }

    /// Posts without a signal; `wake`, or the next post, signals the loop.
    func postQuietly(_ post: Post) {
        state.withLock { state in
            guard !state.isClosed else { return Mailbox.drop(post) }
            state.posts.append(post)
        }
    }

    /// Signals the loop if quiet posts are pending.
    func wake() {
        let mustSignal = state.withLock { state in !state.posts.isEmpty && Mailbox.needsSignal(&state) }
        if mustSignal { clinux_eventfd_signal(eventfd) }
    }

    var isEmpty: Bool { state.withLock { $0.posts.isEmpty } }

    /// Takes all posts and leaves `spare` in their place, so that neither side allocates in a steady flow.
    func take(_ spare: inout [Post]) {
        spare.removeAll(keepingCapacity: spare.capacity <= 4096)
        let room = spare
        spare = state.withLock { state in
            state.isSignalled = false
            let posts = state.posts
            state.posts = room
            return posts
        }
    }

    /// Drops all posts, now and later; the loop has ended.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.posts.forEach(Mailbox.drop)
            state.posts = []
        }
    }

    private static func needsSignal(_ state: inout State) -> Bool {
        guard !state.isSignalled else { return false }
        if let thread = state.thread, pthread_equal(thread, pthread_self()) != 0 { return false }
        state.isSignalled = true
        return true
    }

    private static func drop(_ post: Post) {
        switch post {
        case .adopt(let socket, _, _): Glibc.close(socket)
        case .answer, .makeRoom, .stop: break
        }
    }
}
