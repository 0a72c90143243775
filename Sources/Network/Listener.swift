import CLinux
import Glibc
import Threads

/// A listening socket and its TLS credentials.
final class Listener: Sendable {
    let socket: Int32
    /// The actual endpoint: a port 0 is replaced by the one the system chose.
    let endpoint: Endpoint
    /// The credentials for new TLS connections; nil on a plain listener.
    private let shown: Locked<Credentials?>

    /// A certificate, and the site key's signature over its public key.
    struct Credentials: Sendable {
        let tls: TLSContext
        let siteSignature: [UInt8]

        init(_ identity: TLSIdentity, siteSignature: [UInt8]) throws(NetworkError) {
            tls = try TLSContext(identity)
            self.siteSignature = siteSignature
        }
    }

    var credentials: Credentials? { shown.withLock { $0 } }
    var isPlain: Bool { credentials == nil }

    private static let backlog: Int32 = 1024

    init(_ listener: ServerConfiguration.Listener) throws(NetworkError) {
        let isSecure: Bool
        switch listener.security {
        case .plain:
            (shown, isSecure) = (Locked(nil), false)
        case .tls(let identity, let signature):
            (shown, isSecure) = (Locked(try Credentials(identity, siteSignature: signature)), true)
        }
        switch listener.endpoint {
        case .unix(let path):
            Listener.removeStale(path)
            let listening = unsafe clinux_listen_unix(path, Listener.backlog)
            socket = try NetworkError.check("listening on \(listener.endpoint)", listening)
            endpoint = listener.endpoint
        case .tcp(let host, let port):
            let addresses = try Address.resolve(host: host, port: port)
            guard isSecure || addresses.allSatisfy(\.isLocal) else {
                throw .plainRefused(listener.endpoint.description)
            }
            var raw = addresses[0].raw
            socket = try NetworkError.check(
                "listening on \(listener.endpoint)", unsafe clinux_listen(&raw, Listener.backlog))
            endpoint = .tcp(host: host, port: try Address.local(of: socket).port)
        }
    }

    /// Replaces the credentials for new connections; open ones keep theirs. Does nothing on a plain listener.
    func show(_ credentials: Credentials) {
        shown.withLock { if $0 != nil { $0 = credentials } }
    }

    /// Refuses new connections.
    func refuse() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    deinit {
        close(socket)
        if case .unix(let path) = endpoint { unsafe unlink(path) }
    }

    /// Removes a socket file that a killed server left behind. Leaves a file that another server listens on, and any
    /// file that is not a socket.
    private static func removeStale(_ path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
        let probe = unsafe clinux_connect_unix(path)
        if probe >= 0 {
            close(probe)
        } else if probe == -ECONNREFUSED {
            unsafe unlink(path)
        }
    }
}
