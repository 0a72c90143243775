import Connection
import Glibc
import Messages
import Wire

/// A connection that ignores the protocol: it sends bytes and reads nothing.
struct HostileSocket {
    private let descriptor: Int32

    /// - Parameter source: the last number of its loopback address.
    init(port: Int, from source: UInt8 = 1) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw BenchError("no socket: \(errno)") }
        try unsafe Self.check("bind", Self.address(source, port: 0)) { unsafe bind(descriptor, $0, $1) }
        try unsafe Self.check("connect", Self.address(1, port: port)) { unsafe connect(descriptor, $0, $1) }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    /// Sends what the system accepts; returns false if it accepts nothing or the connection has ended.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        unsafe Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) > 0
    }

    func close() { _ = Glibc.close(descriptor) }

    static let hello: [UInt8] = {
        var frame = Preface.bytes
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: "hostile")
        frame.appendFrame(.hello, payload: hello.serialized())
        return frame
    }()

    private static func address(_ last: UInt8, port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | UInt32(last)).bigEndian
        return address
    }

    private static func check(
        _ what: String, _ address: sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws {
        var address = address
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw BenchError("\(what): \(errno)") }
    }
}
