import Connection
package import Messages
package import Network

/// Why a call did not get its reply. A program acts on the case.
package enum ClientError: Error, Sendable {
    /// The server said no.
    case refused(Failure)
    /// No connection, or none any more.
    case network(NetworkError)
    /// Another site answers than the one meant.
    case wrongSite(found: String)
    /// The server has not shown that it holds the key of its site.
    case unproven
    case badReply(Method)
    case requestTooLarge(Method)
}

extension ClientError {
    /// Whether the same call may succeed later without a change.
    package var isRetryable: Bool {
        switch self {
        case .refused(let failure): failure.retryable
        case .network(let error):
            switch error {
            case .badEndpoint, .plainRefused, .unverified, .tooFewFiles: false
            case .unknownHost, .system, .tls, .timedOut: true
            case .closed(let reason): reason.isRetryable
            }
        case .wrongSite, .unproven, .badReply, .requestTooLarge: false
        }
    }

    /// Whether a client should try again by itself rather than leave that to a person.
    var isTriedAgain: Bool {
        switch self {
        // A person who is locked out, or whose network has asked for too much, is told so rather than kept waiting in
        // silence; and a bad name will not become a good one.
        case .refused(let failure): failure.retryable && ![.locked, .smsSourceTooOften].contains(failure.code)
        case .network(.unknownHost), .network(.timedOut): false
        case .network: isRetryable
        case .wrongSite, .unproven, .badReply, .requestTooLarge: false
        }
    }

    var retryAfterMs: UInt64 {
        switch self {
        case .refused(let failure): UInt64(failure.retryAfterMs)
        case .network(.closed(.goodbye(let goodbye))): UInt64(goodbye.retryAfterMs)
        case .network, .wrongSite, .unproven, .badReply, .requestTooLarge: 0
        }
    }

    /// Whether the connection is still good after this.
    var leavesConnection: Bool {
        switch self {
        case .refused, .requestTooLarge: true
        case .network, .wrongSite, .unproven, .badReply: false
        }
    }
}

extension CloseReason {
    fileprivate var isRetryable: Bool {
        switch self {
        case .violation: false
        case .goodbye, .finished, .disconnected, .tooSlow, .silent, .unread, .gaveWay, .transport: true
        }
    }
}
