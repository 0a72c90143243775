import Glibc

/// The identity of the thread that made this value; valid while that thread runs.
package struct ThreadIdentity: Sendable {
    private let thread = pthread_self()

    package init() {}

    package var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }
}
