import Connection
import Glibc
import Messages
import Processes
import Wire

/// A loopback socket that sends given bytes, from any of this machine's addresses.
final class RawPeer {
    private let socket: Int32

    init(from source: String = "127.0.0.1", to port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        for (host, port) in [(source, UInt16(0)), ("127.0.0.1", port)] {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw Programs.Failure(host) }
            let code = unsafe withUnsafePointer(to: &address) { address in
                unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
                    return unsafe port == 0 ? bind(socket, address, size) : connect(socket, address, size)
                }
            }
            guard code == 0 else { throw Programs.Failure("\(source): errno \(errno)") }
        }
    }

    deinit { close(socket) }

    /// The first bytes of a client.
    static var hello: [UInt8] {
        var bytes = Preface.bytes
        bytes.appendFrame(.hello, payload: Hello(versions: VersionRange(lowest: 1, highest: 1)).serialized())
        return bytes
    }

    static func call(_ stream: UInt32, _ method: Method, _ request: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        let number = method.rawValue
        bytes.appendFrame(
            .call, flags: .end, stream: stream, payload: [UInt8(number & 0xFF), UInt8(number >> 8), 0] + request)
        return bytes
    }

    /// Sends everything, waiting while the other side does not read.
    func sayAll(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Programs.Failure("errno \(errno)") }
            rest = rest.dropFirst(count)
        }
    }

    /// Sends as much as the socket accepts.
    func say(_ bytes: [UInt8]) {
        _ = unsafe send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }

    /// Waits until the server has sent something; returns false if it does not within that time.
    func isAnswered(withinMs: Int32) -> Bool {
        var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&polled, 1, withinMs) > 0
    }

    /// Waits until the server closes; returns false if it does not within that time.
    func isClosed(withinMs: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&polled, 1, withinMs) > 0 else { return false }
            if unsafe recv(socket, &buffer, buffer.count, 0) <= 0 { return true }
        }
    }
}
