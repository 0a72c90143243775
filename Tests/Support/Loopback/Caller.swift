import Glibc

/// A connection to a server on loopback that sends bytes as it is told to.
package final class Caller {
    private let socket: Int32

    package init(_ port: UInt16, at host: String = "127.0.0.1") throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw Refused() }
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard code == 0 else { throw Refused() }
    }

    struct Refused: Error {}

    deinit { close(socket) }

    /// Returns false once the server has closed the connection.
    @discardableResult package func send(_ text: String) -> Bool {
        unsafe Glibc.send(socket, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count
    }

    /// Returns all until the server closes the connection, or until `end` has come.
    package func receive(until end: String? = nil) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
            let count = unsafe recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Sends a request on a connection of its own, which ends with the answer.
    package static func ask(
        _ port: UInt16, at host: String = "127.0.0.1", _ line: String, headers: [String] = [], body: String = ""
    ) throws -> (status: Int, body: String) {
        let caller = try Caller(port, at: host)
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let head = ["\(line) HTTP/1.1", "Host: a", "Connection: close"] + length + headers
        caller.send(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
        let answer = caller.receive()
        let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return (status, answer.firstRange(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? "")
    }
}
