import Glibc
import Threads

/// A small HTTP server on loopback that records requests and answers them by a script.
package final class HTTPListener: Sendable {
    package struct Request: Sendable {
        /// `POST /path HTTP/1.1`.
        package let line: String
        /// By lower-case name.
        package let headers: [String: String]
        package let body: [UInt8]
    }

    /// A step of the answer to one request.
    package enum Step: Sendable {
        case send([UInt8])
        /// Sends these bytes repeatedly until the caller disconnects.
        case flood([UInt8])
        /// Sends nothing until the caller disconnects.
        case hold
    }

    package let port: UInt16
    private let socket: Int32
    private let heard = Monitor<[Request]>([])
    private let script: Locked<@Sendable (Request, _ turn: Int) -> [Step]>

    package init(_ script: @escaping @Sendable (Request, _ turn: Int) -> [Step]) throws {
        self.script = Locked(script)
        let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isReady = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isReady else { throw Failed(code: errno) }
        socket = listener
        port = UInt16(bigEndian: address.sin_port)
        let serve = serve
        _ = Thread.start("http") {
            // Closed by this thread only, because another listener may reuse its number at once.
            defer { close(listener) }
            while true {
                let caller = accept(listener, nil, nil)
                guard caller >= 0 else { return }
                _ = Thread.start("http call") { serve(caller) }
            }
        }
    }

    package struct Failed: Error { let code: Int32 }

    /// Ends the thread's wait.
    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    package var requests: [Request] { heard.change { $0 } }

    /// Waits for that many requests; returns fewer if the time passes.
    package func requests(_ count: Int, atMostMs milliseconds: Int64 = 20_000) -> [Request] {
        heard.wait(atMostMs: milliseconds) { $0.count >= count ? $0 : nil } ?? requests
    }

    package func answer(_ script: @escaping @Sendable (Request, _ turn: Int) -> [Step]) {
        self.script.withLock { $0 = script }
    }

    /// Makes a whole answer.
    package static func reply(_ status: Int, _ body: String = "", headers: String = "") -> [Step] {
        [
            .send(
                Array(
                    "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\(headers)Connection: close\r\n\r\n\(body)"
                        .utf8))
        ]
    }

    private var serve: @Sendable (Int32) -> Void {
        let (heard, script) = (heard, script)
        return { caller in
            defer { close(caller) }
            guard let request = Self.read(caller) else { return }
            let turn = heard.change { requests in
                requests.append(request)
                return requests.count
            }
            for step in script.withLock({ $0 })(request, turn) {
                switch step {
                case .send(let bytes): guard Self.send(bytes, to: caller) else { return }
                case .flood(let bytes): while Self.send(bytes, to: caller) {}
                case .hold: while Self.receive(caller) != nil {}
                }
            }
            shutdown(caller, Int32(SHUT_RDWR))
        }
    }

    private static func read(_ caller: Int32) -> Request? {
        var bytes: [UInt8] = []
        while let more = receive(caller) {
            bytes += more
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
            let headers = lines.dropFirst().map { line in
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                return (line[..<colon].lowercased(), String(line[colon...].dropFirst().drop { $0 == " " }))
            }
            let named = Dictionary(headers) { $1 }
            let body = bytes[end.upperBound...]
            guard body.count >= Int(named["content-length"] ?? "0") ?? 0 else { continue }
            return Request(line: lines.first.map(String.init) ?? "", headers: named, body: Array(body))
        }
        return nil
    }

    private static func receive(_ caller: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        let count = unsafe recv(caller, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    private static func send(_ bytes: [UInt8], to caller: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let rest = Array(bytes[sent...])
            let written = unsafe Glibc.send(caller, rest, rest.count, Int32(MSG_NOSIGNAL))
            guard written > 0 else { return false }
            sent += written
        }
        return true
    }
}
