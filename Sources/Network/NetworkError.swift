import CLinux
package import Connection
import Glibc

/// An error of the network. The texts are for people; a program acts on the case.
package enum NetworkError: Error, Equatable, Sendable {
    /// Not `host:port`, `[v6]:port` or `unix:/path`.
    case badEndpoint(String)
    case unknownHost(String)
    /// A system call failed.
    case system(String, errno: Int32)
    case tls(String)
    /// Plain text is allowed on loopback and Unix sockets only.
    case plainRefused(String)
    /// The system allows this process too few open files.
    case tooFewFiles(limit: Int, needed: Int)
    case timedOut
    /// The server could not prove its identity.
    case unverified(String)
    case closed(CloseReason)

    /// Throws for a failed CLinux call, which returns a negative errno; else returns its result.
    @discardableResult
    static func check(_ doing: String, _ result: Int32) throws(NetworkError) -> Int32 {
        guard result >= 0 else { throw .system(doing, errno: -result) }
        return result
    }
}

extension NetworkError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badEndpoint(let text): "\"\(text)\" is neither host:port nor unix:/path"
        case .unknownHost(let text): text
        case .system(let doing, let code): "\(doing): \(systemErrorText(code))"
        case .tls(let text): "TLS: \(text)"
        case .plainRefused(let place): "\(place): without TLS only loopback and Unix sockets are allowed"
        case .tooFewFiles(let limit, let needed):
            "the limit of \(limit) open files is too low: at least \(needed) are needed (ulimit -n, LimitNOFILE)"
        case .timedOut: "no answer in time"
        case .unverified(let text): "the server is not verified: \(text)"
        case .closed(let reason): "the connection ended: \(reason)"
        }
    }
}

func systemErrorText(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
}
