import CLinux
import Glibc

enum Received {
    case bytes(Int)
    /// Nothing to read at present.
    case nothing
    case ended
    case failed(String)
}

enum Sent {
    case sent(Int)
    /// The socket accepts nothing at present.
    case blocked
    case failed(String)
}

/// A non-blocking stream of bytes over a socket it owns, plain or under TLS.
final class Channel {
    let socket: Int32
    private(set) var tls: TLSSession?

    /// Takes ownership of `socket`.
    init(socket: Int32, tls: TLSSession?) {
        self.socket = socket
        self.tls = tls
    }

    deinit {
        close(socket)
    }

    /// Starts TLS on the same socket for everything sent and received later.
    func secure(with tls: TLSSession) {
        self.tls = tls
    }

    func receive(_ bytes: inout [UInt8], atMost most: Int = .max) -> Received {
        let most = min(most, bytes.count)
        if let tls { return tls.receive(&bytes, atMost: most) }
        let count = unsafe bytes.withUnsafeMutableBufferPointer {
            unsafe clinux_receive(socket, $0.baseAddress, most)
        }
        return outcome(count)
    }

    private func outcome(_ count: Int) -> Received {
        switch count {
        case 1...: return .bytes(count)
        case 0: return .ended
        default:
            switch Int32(-count) {
            case EAGAIN: return .nothing
            case ECONNRESET: return .ended
            case let code: return .failed("receiving: \(systemErrorText(code))")
            }
        }
    }

    /// Reads without removing, up to the size of `bytes`. For the bytes before TLS.
    func peek(_ bytes: inout [UInt8]) -> Received {
        let count = unsafe bytes.withUnsafeMutableBufferPointer {
            unsafe clinux_peek(socket, $0.baseAddress, $0.count)
        }
        return outcome(count)
    }

    func send(_ bytes: [UInt8], from start: Int) -> Sent {
        if let tls { return tls.send(bytes, from: start) }
        let count = unsafe bytes.withUnsafeBufferPointer {
            unsafe clinux_send(socket, $0.baseAddress.map { unsafe $0 + start }, $0.count - start)
        }
        if count >= 0 { return .sent(count) }
        return Int32(-count) == EAGAIN ? .blocked : .failed("sending: \(systemErrorText(Int32(-count)))")
    }

    /// Closes the sending direction; the peer may still send.
    func finish() {
        tls?.finish()
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Returns the TLS exporter, or 32 zero bytes for a plain transport, which is local.
    func exporter() throws(NetworkError) -> [UInt8] {
        guard let tls else { return Channel.plainExporter }
        return try tls.exporter()
    }

    private static let plainExporter = [UInt8](repeating: 0, count: 32)
}

/// Ignores SIGPIPE: a peer that disconnects within a TLS record must be an error of its connection, not end the
/// process.
func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
}
