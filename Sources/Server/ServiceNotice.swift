import Glibc

/// Tells systemd what the server does, as sd_notify(3) describes: a datagram to the socket that `NOTIFY_SOCKET` names. A unit of
/// `Type=notify` is then active when the server listens, and not before. Without the variable, or a reader, nothing happens.
enum ServiceNotice: String {
    case ready = "READY=1"
    case stopping = "STOPPING=1"

    func send() {
        guard let name = unsafe getenv("NOTIFY_SOCKET"), unsafe strlen(name) > 1 else { return }
        var path = Array(unsafe String(cString: name).utf8)
        // An abstract name begins with a zero byte.
        if path[0] == UInt8(ascii: "@") { path[0] = 0 }
        var address = sockaddr_un()
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        let text = Array(rawValue.utf8)
        unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe sendto(socket, text, text.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
    }
}
