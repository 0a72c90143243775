import Wire

/// Cuts the received bytes into frames. It keeps only what is left of an incomplete one, never more than the limit it
/// was given, and looks at a header before it keeps any of its payload.
@usableFromInline
struct FrameStream: Sendable {
    /// Bytes of payload accepted at present.
    var limit = ConnectionLimits.unauthenticated
    /// Bytes of the preface that have come; 0 again once it is whole.
    @usableFromInline
    private(set) var prefaceBytes = 0
    @usableFromInline
    private(set) var partial: [UInt8] = []

    /// A frame and where its payload lies.
    struct Frame {
        let header: FrameHeader
        /// nil: of a kind that may be ignored.
        let kind: FrameKind?
        let payload: Payload
    }

    enum Payload {
        /// In the bytes just received, from this offset.
        case received(Int)
        /// After the header in these bytes, which came in parts.
        case kept([UInt8])
    }

    /// Bytes of room for a frame that is not complete.
    var kept: Int { partial.capacity }

    /// A frame has begun and is not complete.
    @inlinable
    var isWithinFrame: Bool { !partial.isEmpty || prefaceBytes > 0 }

    /// True once the whole preface has come.
    mutating func takePreface(_ bytes: Span<UInt8>, from offset: inout Int) throws(Violation) -> Bool {
        while prefaceBytes < Preface.bytes.count {
            guard offset < bytes.count else { return false }
            let byte = bytes[offset]
            guard byte == Preface.bytes[prefaceBytes] else {
                guard prefaceBytes == Preface.bytes.count - 1 else { throw .badPreface }
                throw .otherFraming(byte)
            }
            offset += 1
            prefaceBytes += 1
        }
        prefaceBytes = 0
        return true
    }

    /// The next whole frame, or nil when more bytes are needed; `offset` moves past what was taken.
    mutating func next(_ bytes: Span<UInt8>, from offset: inout Int) throws(Violation) -> Frame? {
        guard partial.isEmpty else { return try complete(bytes, from: &offset) }
        let left = bytes.count &- offset
        guard left >= FrameHeader.size else {
            keep(bytes, from: &offset, count: left)
            return nil
        }
        let header = FrameHeader(bytes, at: offset)
        let kind = try check(header)
        let size = FrameHeader.size &+ header.length
        guard left >= size else {
            keep(bytes, from: &offset, count: left)
            return nil
        }
        defer { offset &+= size }
        return Frame(header: header, kind: kind, payload: .received(offset &+ FrameHeader.size))
    }

    private mutating func complete(_ bytes: Span<UInt8>, from offset: inout Int) throws(Violation) -> Frame? {
        if partial.count < FrameHeader.size {
            keep(bytes, from: &offset, count: min(FrameHeader.size &- partial.count, bytes.count &- offset))
            guard partial.count >= FrameHeader.size else { return nil }
        }
        let header = FrameHeader(partial.span, at: 0)
        let kind = try check(header)
        let size = FrameHeader.size &+ header.length
        keep(bytes, from: &offset, count: min(size &- partial.count, bytes.count &- offset))
        guard partial.count == size else { return nil }
        defer { partial = [] }
        return Frame(header: header, kind: kind, payload: .kept(partial))
    }

    private func check(_ header: FrameHeader) throws(Violation) -> FrameKind? {
        do {
            return try header.kind(limit: limit)
        } catch {
            throw .badFrame(error)
        }
    }

    private mutating func keep(_ bytes: Span<UInt8>, from offset: inout Int, count: Int) {
        guard count > 0 else { return }
        partial.append(bytes.extracting(offset..<(offset &+ count)))
        offset &+= count
    }
}

extension [UInt8] {
    init(_ bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }

    mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
