import Glibc

/// The thread that made this value, to be told apart from others as long as it runs.
package struct ThreadIdentity: Sendable {
    private let thread = pthread_self()

    package init() {}

    package var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }
}
