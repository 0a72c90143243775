package import Wire

/// How far a terminal has read its scope's feed. Opaque bytes to the terminal, which only hands them back:
/// ```
/// u8 layout = 1 | uv position | u8 0, reserved
/// ```
package struct FeedCursor: Sendable, Hashable {
    /// An entity of the scope: its kind's number and its id.
    package struct Entity: Sendable, Hashable {
        package var kind: UInt64
        package var id: UInt64

        package init(kind: UInt64, id: UInt64) {
            self.kind = kind
            self.id = id
        }
    }

    /// Everything up to here was sent, or is being sent by the snapshot under way.
    package var position: UInt64

    private static let layout: UInt8 = 1

    package init(position: UInt64) {
        self.position = position
    }

    package init(decoding bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        guard try reader.readByte() == Self.layout else { throw .badValue("layout") }
        position = try reader.readNumber("position")
        guard try reader.readByte() == 0 else { throw .badValue("cursor") }
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeByte(Self.layout)
        writer.writeVarint(position)
        writer.writeByte(0)
        return writer.bytes
    }
}
