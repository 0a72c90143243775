package import Messages

/// Why a connection ended.
package enum CloseReason: Equatable, Sendable {
    /// The peer broke the protocol.
    case violation(Violation)
    /// The peer said goodbye.
    case goodbye(Goodbye)
    /// This side said goodbye and every call under way has been answered.
    case finished
    /// The peer went away without a goodbye.
    case disconnected
    /// No hello in time, or a frame left unfinished for too long.
    case tooSlow
    /// Nothing heard, not even the answer to a ping.
    case silent
    /// The peer does not read what it asked for.
    case unread
    /// Its memory or its place went to others: peers who have not said who they are give way first.
    case gaveWay
    /// The transport failed; the text is for the log.
    case transport(String)
}
