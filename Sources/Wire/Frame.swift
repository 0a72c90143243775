// A frame is an 8-byte header, little endian, and its payload:
//
//     u24 payload length | u8 kind (5 low bits) + end, more (bits 5, 6) | u32 stream
//
// Each side sends the preface before its first frame.

/// The 8 bytes each side sends first. None is printable ASCII, so the first byte distinguishes a text protocol that
/// connects to this port by mistake. The last byte is the version of the framing.
package enum Preface {
    package static let bytes: [UInt8] = [0xF2, 0x8E, 0xD3, 0xC1, 0x9A, 0x0E, 0x1B, 0x01]
}

@usableFromInline
package enum FrameKind: UInt8, CaseIterable, Sendable {
    case hello = 1
    case welcome = 2
    case call = 3
    case reply = 4
    case error = 5
    case item = 6
    case cancel = 7
    case credit = 8
    case ping = 9
    case pong = 10
    case event = 11
    case goodbye = 12
    /// Whole frames of one stream, compressed; only between peers that both offer it.
    case deflated = 13

    /// Receivers may ignore unknown kinds from this one on; other unknown kinds end the connection.
    @inlinable
    package static var firstIgnorable: UInt8 { 24 }

    /// True if frames of this kind travel on stream 0; all others have a stream of their own.
    @inlinable
    package var isOfTheConnection: Bool {
        switch self {
        case .hello, .welcome, .ping, .pong, .event, .goodbye: true
        case .call, .reply, .error, .item, .cancel, .credit, .deflated: false
        }
    }

    /// The flags a frame of this kind may carry.
    @inlinable
    package var flags: FrameFlags {
        switch self {
        case .call, .reply, .item: [.end, .more]
        case .error: .end
        case .hello, .welcome, .cancel, .credit, .ping, .pong, .event, .goodbye, .deflated: []
        }
    }
}

@usableFromInline
package struct FrameFlags: OptionSet, Sendable {
    @usableFromInline
    package let rawValue: UInt8

    @inlinable
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The sender's last frame on this stream.
    @inlinable
    package static var end: FrameFlags { FrameFlags(rawValue: 1 << 5) }
    /// The message continues in the next frame of this stream and kind.
    @inlinable
    package static var more: FrameFlags { FrameFlags(rawValue: 1 << 6) }
    /// Reserved: version 1 refuses it.
    @inlinable
    package static var reserved: FrameFlags { FrameFlags(rawValue: 1 << 7) }
}

/// Why a header is refused, before memory is allocated for its payload.
@usableFromInline
package enum FrameError: Error, Equatable, Sendable {
    case unknownKind(UInt8)
    case flagsNotAllowed(FrameKind)
    case streamNotAllowed(FrameKind)
    case tooLarge(Int, limit: Int)
}

/// The header in wire format: one little-endian 64-bit integer.
@usableFromInline
package struct FrameHeader: Equatable, Sendable {
    @inlinable
    package static var size: Int { 8 }
    /// The longest payload the 24-bit length can express; every connection accepts less.
    @inlinable
    package static var longest: Int { 1 << 24 - 1 }

    @usableFromInline
    package let bits: UInt64

    @inlinable
    package init(bits: UInt64) { self.bits = bits }

    /// `length` must be at most `longest`, and is: the sender's own limits determine it, not input.
    @inlinable
    package init(length: Int, kind: FrameKind, flags: FrameFlags = [], stream: UInt32 = 0) {
        precondition(length >= 0 && length <= FrameHeader.longest)
        bits = UInt64(length) | UInt64(kind.rawValue | flags.rawValue) << 24 | UInt64(stream) << 32
    }

    /// Reads 8 bytes from `offset`, which must lie within `bytes`.
    @inlinable
    package init(_ bytes: Span<UInt8>, at offset: Int) {
        precondition(offset >= 0 && bytes.count - offset >= FrameHeader.size)
        let bits = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        self.bits = UInt64(littleEndian: bits)
    }

    @inlinable
    package var length: Int { Int(truncatingIfNeeded: bits & 0xFF_FFFF) }
    @inlinable
    package var kindNumber: UInt8 { UInt8(truncatingIfNeeded: bits >> 24) & 0x1F }
    @inlinable
    package var flags: FrameFlags { FrameFlags(rawValue: UInt8(truncatingIfNeeded: bits >> 24) & 0xE0) }
    @inlinable
    package var stream: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }

    /// Checks the header by the rules every receiver applies and returns its kind; nil for a kind that may be ignored.
    /// - Parameter limit: the bytes of payload the receiver accepts at present.
    @inlinable
    package func kind(limit: Int) throws(FrameError) -> FrameKind? {
        guard length <= limit else { throw .tooLarge(length, limit: limit) }
        guard let kind = FrameKind(rawValue: kindNumber) else {
            guard kindNumber >= FrameKind.firstIgnorable else { throw .unknownKind(kindNumber) }
            return nil
        }
        guard kind.flags.isSuperset(of: flags), flags != [.end, .more] else { throw .flagsNotAllowed(kind) }
        guard kind.isOfTheConnection == (stream == 0) else { throw .streamNotAllowed(kind) }
        return kind
    }
}

extension [UInt8] {
    @inlinable
    package mutating func append(_ header: FrameHeader) {
        unsafe Swift.withUnsafeBytes(of: header.bits.littleEndian) { unsafe append(contentsOf: $0) }
    }

    /// Overwrites the 8 bytes from `offset`, which must lie within the array.
    @inlinable
    package mutating func put(_ header: FrameHeader, at offset: Int) {
        precondition(offset >= 0 && count - offset >= FrameHeader.size)
        unsafe withUnsafeMutableBytes {
            unsafe $0.storeBytes(of: header.bits.littleEndian, toByteOffset: offset, as: UInt64.self)
        }
    }

    /// Appends a whole frame. The payload must not exceed `FrameHeader.longest`.
    @inlinable
    package mutating func appendFrame(
        _ kind: FrameKind, flags: FrameFlags = [], stream: UInt32 = 0, payload: [UInt8]
    ) {
        let header = FrameHeader(length: payload.count, kind: kind, flags: flags, stream: stream)
        append(addingCapacity: FrameHeader.size + payload.count) { room in
            unsafe room.withUnsafeMutableBufferPointer { bytes, count in
                let start = unsafe UnsafeMutableRawPointer(bytes.baseAddress.unsafelyUnwrapped)
                unsafe start.storeBytes(of: header.bits.littleEndian, as: UInt64.self)
                unsafe payload.withUnsafeBytes {
                    guard let source = $0.baseAddress else { return }
                    unsafe (start + FrameHeader.size).copyMemory(from: source, byteCount: $0.count)
                }
                count = FrameHeader.size + payload.count
            }
        }
    }
}
