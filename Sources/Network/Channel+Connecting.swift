import CLinux
import Connection
import Glibc

// The client's side of a channel, which may block.
extension Channel {
    /// Opens a connection, under TLS unless the trust is plain.
    static func connect(
        to endpoint: Endpoint, at address: Address, trust: ServerTrust, by deadline: Deadline
    ) throws(NetworkError) -> Channel {
        let opened: Int32
        let host: String?
        switch endpoint {
        case .unix(let path):
            opened = unsafe clinux_connect_unix(path)
            host = nil
        case .tcp(let name, _):
            if case .plain = trust, !address.isLocal { throw .plainRefused("\(endpoint)") }
            var raw = address.raw
            opened = unsafe clinux_connect(&raw)
            host = name
        }
        let channel = Channel(socket: try NetworkError.check("connecting to \(endpoint)", opened), tls: nil)
        guard try channel.wait(forWriting: true, by: deadline) else { throw .timedOut }
        try NetworkError.check("connecting to \(endpoint)", clinux_connect_outcome(channel.socket))
        switch trust {
        case .plain:
            break
        case .siteKey:
            try channel.shakeHands(TLSContext.pinning(), host: nil, by: deadline)
        case .authorities:
            guard let host else { throw .unverified("a Unix socket has no name a certificate could be for") }
            try channel.shakeHands(TLSContext.authorities(), host: host, by: deadline)
        }
        return channel
    }

    private func shakeHands(_ context: TLSContext, host: String?, by deadline: Deadline) throws(NetworkError) {
        let tls = try context.connect(on: socket, host: host)
        secure(with: tls)
        while true {
            let wantsWrite: Bool
            switch tls.handshake() {
            case .done: return
            case .wantsRead: wantsWrite = false
            case .wantsWrite: wantsWrite = true
            case .failed(let text): throw .tls(text)
            }
            guard try wait(forWriting: wantsWrite, by: deadline) else { throw .timedOut }
        }
    }

    /// Waits until the socket is readable or, if asked for, writable; returns false if the deadline passes first.
    func wait(forWriting: Bool, by deadline: Deadline) throws(NetworkError) -> Bool {
        while true {
            var polled = pollfd(fd: socket, events: Int16(forWriting ? POLLIN | POLLOUT : POLLIN), revents: 0)
            let leftMs = min(deadline.leftMs, 1 << 30)
            let count = unsafe poll(&polled, 1, Int32(leftMs))
            if count > 0 { return true }
            if count == 0, deadline.leftMs == 0 { return false }
            if count < 0, errno != EINTR { throw .system("poll", errno: errno) }
        }
    }
}
