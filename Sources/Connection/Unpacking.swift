import Deflate
import Wire

/// The frames of a `deflated` frame that are still to be received. Empty but while its events are taken.
struct Unpacking: Sendable {
    /// All its frames, expanded.
    private(set) var bytes: [UInt8] = []
    private var offset = 0
    private var stream: UInt32 = 0

    var isEmpty: Bool { bytes.isEmpty }
    /// The bytes allocated.
    var kept: Int { bytes.capacity }

    init() {}

    /// Expands the payload of a frame, after it has checked what it announces.
    /// - Parameter limit: the bytes the connection accepts at present.
    init(_ payload: Span<UInt8>, on stream: UInt32, limit: Int) throws(Violation) {
        var reader = ByteReader(payload)
        let announced: UInt64
        do {
            announced = try reader.readVarint()
        } catch {
            throw .badDeflated(.damaged)
        }
        guard let size = Int(exactly: announced), size > 0, size <= limit else { throw .badDeflated(.size(announced)) }
        let stored = reader.remainingSpan
        guard size <= stored.count * ConnectionLimits.deflatedRatio else {
            throw .badDeflated(.ratio(size, compressed: stored.count))
        }
        guard let bytes = Deflate.expanded(stored, to: size) else { throw .badDeflated(.damaged) }
        self.bytes = bytes
        self.stream = stream
    }

    /// Returns the next frame and where its payload lies in `bytes`; nil after the last one.
    /// - Parameter limit: the bytes of payload the connection accepts at present.
    mutating func next(limit: Int) throws(Violation) -> (kind: FrameKind, header: FrameHeader, payload: Range<Int>)? {
        guard offset < bytes.count else { return nil }
        guard bytes.count - offset >= FrameHeader.size else { throw .badDeflated(.contents) }
        let header = FrameHeader(bytes.span, at: offset)
        let start = offset + FrameHeader.size
        guard header.stream == stream, header.length <= bytes.count - start, !header.flags.contains(.more),
            let kind = try? header.kind(limit: limit), kind == .call || kind == .reply || kind == .item
        else { throw .badDeflated(.contents) }
        offset = start + header.length
        return (kind, header, start..<offset)
    }
}
