package import Wire

/// How far a terminal has read its scope's feed. Opaque bytes to the terminal, which only hands them back:
/// ```
/// u8 layout = 1 | uv position | u8 inSnapshot [uv kind | uv id]
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
    /// The last entity of a snapshot that was broken off.
    package var snapshotBehind: Entity?

    private static let layout: UInt8 = 1

    package init(position: UInt64, snapshotBehind: Entity? = nil) {
        self.position = position
        self.snapshotBehind = snapshotBehind
    }

    package init(decoding bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        guard try reader.readByte() == Self.layout else { throw .badValue("layout") }
        position = try reader.readNumber("position")
        if try reader.readFlag() {
            snapshotBehind = Entity(kind: try reader.readNumber("kind"), id: try reader.readNumber("id"))
        }
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeByte(Self.layout)
        writer.writeVarint(position)
        writer.writeByte(snapshotBehind == nil ? 0 : 1)
        if let snapshotBehind {
            writer.writeVarint(snapshotBehind.kind)
            writer.writeVarint(snapshotBehind.id)
        }
        return writer.bytes
    }
}

/// Names one history of a scope's positions, 16 random bytes. A server that lost positions makes a new one, and every
/// terminal reads a fresh snapshot.
package struct FeedID: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Nil unless there are exactly 16 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }
}
