import Glibc
import Threads

/// Forwards bytes between a client and a server. When armed, it receives the server's next bytes and closes both
/// connections instead: the server has answered and the client never sees it.
final class CuttingProxy: Sendable {
    private struct State {
        var isArmed = false
        var cuts = 0
    }

    let port: UInt16
    private let listener: Int32
    private let target: UInt16
    private let greeting: [UInt8]
    private let state = Locked(State())

    /// - Parameters:
    ///   - target: a port of loopback.
    ///   - greeting: bytes to send before the client's.
    init(to target: UInt16, saying greeting: [UInt8] = []) throws {
        self.target = target
        self.greeting = greeting
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isReady = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isReady else { throw Failed(code: errno) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let pass = pass
        _ = Thread.start("proxy") {
            // Closed by this thread only, because another socket may reuse its number at once.
            defer { close(listener) }
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                pass(client)
            }
        }
    }

    struct Failed: Error { let code: Int32 }

    /// Ends the thread's wait.
    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    func arm() { state.withLock { $0.isArmed = true } }
    var cuts: Int { state.withLock { $0.cuts } }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private var pass: @Sendable (Int32) -> Void {
        let (target, state, greeting) = (target, state, greeting)
        return { client in
            let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = Self.loopback(target)
            let isConnected = unsafe withUnsafeMutablePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    unsafe connect(server, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            guard isConnected else {
                close(server)
                close(client)
                return
            }
            _ = unsafe send(server, greeting, greeting.count, Int32(MSG_NOSIGNAL))
            // The descriptors stay open until the tests end, because two threads use them, and they are few.
            _ = Thread.start("proxy up") { Self.pump(from: client, to: server) { false } }
            _ = Thread.start("proxy down") {
                Self.pump(from: server, to: client) {
                    state.withLock { state in
                        guard state.isArmed else { return false }
                        state.isArmed = false
                        state.cuts += 1
                        return true
                    }
                }
            }
        }
    }

    private static func pump(from source: Int32, to sink: Int32, isCut: () -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe recv(source, &buffer, buffer.count, 0)
            guard count > 0, !isCut() else { break }
            var sent = 0
            while sent < count {
                let rest = Array(buffer[sent..<count])
                let written = unsafe send(sink, rest, rest.count, Int32(MSG_NOSIGNAL))
                guard written > 0 else { break }
                sent += written
            }
            guard sent == count else { break }
        }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(sink, Int32(SHUT_RDWR))
    }
}
