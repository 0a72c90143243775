import Foundation
import Processes
import Testing

/// OPS-3, OPS-7: a server under systemd, seen from the socket that systemd would read.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct ServiceNoticeTests {
    @Test(
        "OPS-7 a server says to systemd that it is ready once it listens, and that it stops",
        arguments: [false, true])
    func notices(isAbstract: Bool) throws {
        let path = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString.prefix(8))"
        let socket = try bound(isAbstract ? "\0" + path : path)
        defer {
            close(socket)
            unsafe unlink(path)
        }
        let site = try Site(environment: ["NOTIFY_SOCKET": (isAbstract ? "@" : "") + path])
        #expect(told(socket) == "READY=1")
        let peer = try RawPeer(to: try #require(UInt16(site.plain.split(separator: ":").last ?? "")))
        try peer.sayAll(RawPeer.hello)
        #expect(peer.isAnswered(withinMs: 20_000))
        #expect(try site.stop() == 0)
        #expect(told(socket) == "STOPPING=1")
    }

    private func bound(_ name: String) throws -> Int32 {
        let socket = Foundation.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name.utf8) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.utf8.count)
        let outcome = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(socket, $0, length) }
        }
        try #require(socket >= 0 && outcome == 0, "no socket: error \(errno)")
        return socket
    }

    /// Waits for a datagram; nil after twenty seconds.
    private func told(_ socket: Int32) -> String? {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        var bytes = [UInt8](repeating: 0, count: 256)
        guard unsafe poll(&entry, 1, 20_000) == 1 else { return nil }
        let count = unsafe recv(socket, &bytes, bytes.count, 0)
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }
}
