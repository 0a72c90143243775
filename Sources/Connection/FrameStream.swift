import Wire

/// Cuts the received bytes into frames. Buffers only an incomplete frame, never more than `limit`, and checks a header
/// before it buffers any payload.
@usableFromInline
struct FrameStream: Sendable {
    /// The bytes of payload accepted at present.
    var limit = ConnectionLimits.unauthenticated
    /// Both sides offer to take `deflated` frames; else that kind is as unknown as it was before there was one.
    var takesDeflated = false
    /// The bytes of the preface received; 0 again once it is complete.
    @usableFromInline
    private(set) var prefaceBytes = 0
    @usableFromInline
    private(set) var partial: [UInt8] = []

    /// A frame and the location of its payload.
    struct Frame {
        let header: FrameHeader
        /// Nil for a kind that may be ignored.
        let kind: FrameKind?
        let payload: Payload
    }

    enum Payload {
        /// In the bytes just received, at this offset.
        case received(Int)
        /// In these bytes after the header, because the frame arrived in parts.
        case kept([UInt8])
    }

    /// The bytes allocated for an incomplete frame.
    var kept: Int { partial.capacity }

    /// True while a frame, or the preface, is incomplete.
    @inlinable
    var isWithinFrame: Bool { !partial.isEmpty || prefaceBytes > 0 }

    /// Checks the preface; returns true once it is complete.
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

    /// Returns the next whole frame, or nil if more bytes are needed; advances `offset` past it.
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
        let isDeflated = header.kindNumber == FrameKind.deflated.rawValue
        guard takesDeflated || !isDeflated || header.length > limit else {
            throw .badFrame(.unknownKind(header.kindNumber))
        }
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
