import Connection
package import Messages
package import Network

/// Why a call got no reply. Programs act on the case.
package enum ClientError: Error, Sendable {
    /// The server refused the call.
    case refused(Failure)
    /// The connection could not be made, or was lost.
    case network(NetworkError)
    /// Another site answers than the expected one.
    case wrongSite(found: String)
    /// The server has not proved that it holds the key of its site.
    case unproven
    case badReply(Method)
    case requestTooLarge(Method)
}

extension ClientError {
    /// Whether the same call may succeed later unchanged.
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

    /// Whether the client retries by itself instead of leaving that to the person.
    var isTriedAgain: Bool {
        switch self {
        // A person who is locked out, has a code already, or whose network has sent too many requests, is told at once; and a
        // wrong host name does not become right.
        case .refused(let failure):
            failure.retryable && ![.locked, .smsTooOften, .smsSourceTooOften].contains(failure.code)
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

    /// Whether the connection remains usable after this error.
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
