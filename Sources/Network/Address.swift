import CLinux
import Glibc

/// The address at the other end of a connection: an Internet address and port, or a Unix socket of this machine.
package struct Address: Hashable, Sendable {
    /// 4, 6, or 1 for a Unix socket.
    package let family: UInt8
    package let port: UInt16
    let scope: UInt32
    /// The address in network order; an IPv4 address is in its first four bytes.
    private let high: UInt64
    private let low: UInt64

    init(_ raw: clinux_address) {
        let (high, low) = unsafe withUnsafeBytes(of: raw.bytes) {
            (
                unsafe UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                unsafe UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        port = raw.port
        // A listener on [::] reports IPv4 peers as ::ffff:a.b.c.d; store them as IPv4.
        if raw.family == 6, high == 0, low >> 32 == 0xFFFF {
            (family, scope, self.high, self.low) = (4, 0, low << 32, 0)
        } else {
            (family, scope, self.high, self.low) = (raw.family, raw.scope, high, low)
        }
    }

    /// Takes 4 or 16 bytes in network order.
    init(_ octets: ArraySlice<UInt8>, port: UInt16) {
        var raw = clinux_address()
        raw.family = octets.count == 4 ? 4 : 6
        raw.port = port
        unsafe withUnsafeMutableBytes(of: &raw.bytes) { unsafe $0.copyBytes(from: octets) }
        self.init(raw)
    }

    /// Parses a numeric address without a port; nil for a name.
    init?(literal text: String) {
        var octets = [UInt8](repeating: 0, count: 16)
        if unsafe inet_pton(AF_INET, text, &octets) == 1 {
            self.init(octets[..<4], port: 0)
        } else if unsafe inet_pton(AF_INET6, text, &octets) == 1 {
            self.init(octets[...], port: 0)
        } else {
            return nil
        }
    }

    /// The address in network order.
    var octets: [UInt8] {
        let raw = raw
        return unsafe withUnsafeBytes(of: raw.bytes) { unsafe Array($0.prefix(family == 4 ? 4 : 16)) }
    }

    /// The peer of every Unix socket.
    static let unix = {
        var raw = clinux_address()
        raw.family = 1
        return Address(raw)
    }()

    var raw: clinux_address {
        var raw = clinux_address()
        raw.family = family
        raw.port = port
        raw.scope = scope
        unsafe withUnsafeMutableBytes(of: &raw.bytes) {
            unsafe $0.storeBytes(of: high.bigEndian, as: UInt64.self)
            unsafe $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return raw
    }

    /// True for an address of this machine: nobody in between can read or change the traffic.
    package var isLocal: Bool {
        switch family {
        case 4: high >> 56 == 127
        case 6: high == 0 && low == 1
        default: true
        }
    }

    /// True for the loopback address that this machine's own programs, or an undeclared proxy, connect from.
    var isOwn: Bool {
        switch family {
        case 4: high >> 32 == 0x7F00_0001
        default: isLocal
        }
    }

    /// The key by which connections are counted: an IPv4 address, or the /64 network from which an IPv6 host can choose
    /// addresses.
    var countedBy: UInt64 {
        family == 4 ? high : high ^ 6
    }

    /// Resolves a host to all its addresses. Throws `unknownHost`.
    static func resolve(host: String, port: UInt16) throws(NetworkError) -> [Address] {
        var found = [clinux_address](repeating: clinux_address(), count: 16)
        let count = unsafe clinux_resolve(host, port, &found, Int32(found.count))
        guard count > 0 else {
            throw .unknownHost(
                "\(host): \(count < 0 ? unsafe String(cString: clinux_resolve_error(count)) : "no address")")
        }
        return found.prefix(Int(count)).map(Address.init)
    }

    /// The address a socket is bound to.
    static func local(of socket: Int32) throws(NetworkError) -> Address {
        var raw = clinux_address()
        try NetworkError.check("getsockname", unsafe clinux_local_address(socket, &raw))
        return Address(raw)
    }

    /// The address as text, without the port.
    package var host: String {
        guard family != 1 else { return "local" }
        var raw = raw
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = family == 4 ? AF_INET : AF_INET6
        guard unsafe inet_ntop(family, &raw.bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension Address: CustomStringConvertible {
    package var description: String {
        switch family {
        case 1: "local"
        case 4: "\(host):\(port)"
        default: "[\(host)]:\(port)"
        }
    }
}
