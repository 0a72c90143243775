import Deflate
package import Messages
import Wire

// Deflated ::= varint size | zlib stream of `size` bytes: whole frames of the same stream

/// Messages of one stream as the payload of one `deflated` frame.
package struct Packed: Equatable, Sendable {
    let payload: [UInt8]
    /// The bytes of item payload in it, which cost credit.
    let itemBytes: Int
    /// It holds the stream's reply, and nothing else.
    package let isReply: Bool

    init(payload: [UInt8], itemBytes: Int, isReply: Bool = false) {
        self.payload = payload
        self.itemBytes = itemBytes
        self.isReply = isReply
    }

    /// Compresses a reply; any thread may. Nil if it stays as it is.
    package static func reply(_ reply: [UInt8], to method: Method, on stream: UInt32) -> Packed? {
        guard !method.isPlain, reply.count >= ConnectionLimits.deflatedFrom else { return nil }
        return deflated(.reply, flags: .end, reply, on: stream).map { Packed(payload: $0, itemBytes: 0, isReply: true) }
    }

    /// Compresses a call's request. Nil if it stays as it is.
    static func call(_ payload: [UInt8], flags: FrameFlags, to method: Method, on stream: UInt32) -> [UInt8]? {
        guard !method.isPlain, payload.count >= ConnectionLimits.deflatedFrom else { return nil }
        return deflated(.call, flags: flags, payload, on: stream)
    }

    /// Compresses items, as many in a frame as `ConnectionLimits.deflatedItems` says; any thread may.
    package static func items(_ items: [[UInt8]], of method: Method, on stream: UInt32) -> [Outbound] {
        guard !method.isPlain else { return [.items(items)] }
        var outbound: [Outbound] = []
        var run: [[UInt8]] = []
        var bytes = 0
        func finish() {
            guard !run.isEmpty else { return }
            outbound.append(Packed.run(run, bytes, on: stream).map { .packed($0) } ?? .items(run))
            (run, bytes) = ([], 0)
        }
        for item in items {
            let isPlain = Packed.isPlain(item, of: method)
            if isPlain || bytes + item.count > ConnectionLimits.deflatedItems { finish() }
            if isPlain {
                outbound.append(.items([item]))
            } else {
                run.append(item)
                bytes += item.count
            }
        }
        finish()
        return outbound
    }

    /// True for an item that carries a secret among others that do not: the key of a venue's codes.
    private static func isPlain(_ item: [UInt8], of method: Method) -> Bool {
        method == .syncPull && item.starts(with: [0x08, UInt8(ItemKind.venueKey.rawValue)])
    }

    private static func run(_ items: [[UInt8]], _ bytes: Int, on stream: UInt32) -> Packed? {
        guard bytes >= ConnectionLimits.deflatedFrom else { return nil }
        var frames: [UInt8] = []
        frames.reserveCapacity(bytes + items.count * FrameHeader.size)
        for item in items { frames.appendFrame(.item, stream: stream, payload: item) }
        return deflated(frames).map { Packed(payload: $0, itemBytes: bytes) }
    }

    private static func deflated(
        _ kind: FrameKind, flags: FrameFlags, _ payload: [UInt8], on stream: UInt32
    ) -> [UInt8]? {
        var frames: [UInt8] = []
        frames.appendFrame(kind, flags: flags, stream: stream, payload: payload)
        return deflated(frames)
    }

    /// Nil if compressing saves less than an eighth, or more than a receiver believes.
    private static func deflated(_ frames: [UInt8]) -> [UInt8]? {
        guard frames.count <= ConnectionLimits.message,
            let bytes = Deflate.compressed(frames, atMost: frames.count - frames.count / 8),
            frames.count <= bytes.count * ConnectionLimits.deflatedRatio
        else { return nil }
        var writer = ByteWriter(capacity: bytes.count + 4)
        writer.writeVarint(UInt64(frames.count))
        writer.writeBytes(bytes)
        return writer.bytes
    }
}

/// Items of a stream on their way, in order.
package enum Outbound: Equatable, Sendable {
    case items([[UInt8]])
    case packed(Packed)

    var frames: [OutboundFrame] {
        switch self {
        case .items(let items): items.map { .item($0) }
        case .packed(let packed): [.packed(packed)]
        }
    }
}

/// A bit of `Hello.features` and `Welcome.features`.
package enum Feature {
    /// Frames of the kind `deflated` may be sent to who offers this.
    package static let deflate: UInt64 = 1
}
