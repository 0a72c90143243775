package import Wire

/// A terminal's position in its scope's feed. Opaque to the terminal, which returns it unchanged:
/// ```
/// u8 layout = 1 | uv position | u8 0, reserved
/// ```
package struct FeedCursor: Sendable, Hashable {
    /// An entity of the scope: the number of its kind and its id.
    package struct Entity: Sendable, Hashable {
        package var kind: UInt64
        package var id: UInt64

        package init(kind: UInt64, id: UInt64) {
            self.kind = kind
            self.id = id
        }
    }

    /// The position up to which everything was sent, or is part of the running snapshot.
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
