import CLinux
import Glibc
import Messages
import Threads

/// What other threads tell a loop.
enum Post: Sendable {
    /// A connection another loop has accepted.
    case adopt(socket: Int32, Address, listener: Int)
    case answer(ConnectionID, Answer)
    /// Anonymous connections are to give way to so many newcomers.
    case makeRoom(places: Int)
    /// Say goodbye to everybody; end when all have gone, or at this monotonic time.
    case stop(Goodbye, byMs: UInt64)
}

/// The one way from other threads to a loop: values under a lock, and an eventfd written once per burst.
final class Mailbox: Sendable {
    private struct State: Sendable {
        var posts: [Post] = []
        /// The loop has been told and has not looked yet.
        var isSignalled = false
        var thread: pthread_t?
        var isClosed = false
    }

    /// Registered edge-triggered and never read: each write is an edge of its own.
    let eventfd: Int32
    private let state = Locked(State())

    init() throws(NetworkError) {
        eventfd = try NetworkError.check("eventfd", clinux_eventfd())
    }

    deinit {
        Glibc.close(eventfd)
    }

    /// The calling thread is the loop's: what it posts itself needs no waking.
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

    /// Leaves it to `wake`, or to whoever posts next, to tell the loop.
    func postQuietly(_ post: Post) {
        state.withLock { state in
            guard !state.isClosed else { return Mailbox.drop(post) }
            state.posts.append(post)
        }
    }

    /// Tells the loop of what was posted quietly, unless it has seen it already.
    func wake() {
        let mustSignal = state.withLock { state in !state.posts.isEmpty && Mailbox.needsSignal(&state) }
        if mustSignal { clinux_eventfd_signal(eventfd) }
    }

    var isEmpty: Bool { state.withLock { $0.posts.isEmpty } }

    /// Takes all posts, leaving `spare` in their place so that neither side allocates in a steady flow.
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

    /// The loop ends: nothing is taken any more.
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
