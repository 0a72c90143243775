import CLinux

// Header ::= 0D 0A 0D 0A 00 0D 0A 51 55 49 54 0A | u8 version 2 and command | u8 family and transport | u16 length | …
// https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt, 2.2; numbers are big endian.

/// The header that a proxy sends before the client's first byte (PROXY protocol, version 2).
enum ProxyHeader: Equatable {
    /// More bytes are needed.
    case incomplete
    case malformed
    /// The header's size and the client's address; nil for the proxy's own connection.
    case whole(size: Int, client: Address?)

    /// The most bytes of a header, with all optional fields.
    static let most = fixed + 2_048
    private static let fixed = 16
    private static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]

    init(_ bytes: ArraySlice<UInt8>) {
        guard bytes.prefix(Self.signature.count).elementsEqual(Self.signature.prefix(bytes.count)) else {
            self = .malformed
            return
        }
        guard bytes.count >= Self.fixed else {
            self = .incomplete
            return
        }
        let bytes = Array(bytes)
        let size = Self.fixed + Int(bytes[14]) << 8 + Int(bytes[15])
        guard bytes[12] >> 4 == 2, bytes[12] & 0xF <= 1, size <= Self.most else {
            self = .malformed
            return
        }
        guard bytes.count >= size else {
            self = .incomplete
            return
        }
        // LOCAL: the proxy's own connection; the rest is ignored.
        guard bytes[12] & 0xF == 1 else {
            self = .whole(size: size, client: nil)
            return
        }
        let length: Int
        switch bytes[13] {
        case 0x11: length = 4
        case 0x21: length = 16
        default:
            // An unsupported transport: only the proxy's address is known.
            self = .whole(size: size, client: nil)
            return
        }
        guard size >= Self.fixed + 2 * length + 4 else {
            self = .malformed
            return
        }
        let port = Self.fixed + 2 * length
        self = .whole(
            size: size,
            client: Address(
                bytes[Self.fixed..<(Self.fixed + length)], port: UInt16(bytes[port]) << 8 | UInt16(bytes[port + 1])))
    }
}
