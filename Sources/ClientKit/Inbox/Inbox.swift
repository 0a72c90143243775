package import Messages
package import Wire

/// NOT-2: messages that a device has claimed and not shown yet, stored on disk so that a crash loses none and repeats
/// none. Each message passes through the stages in order; the inbox is written after every stage.
package struct Inbox: Sendable {
    package enum Stage: UInt8, Sendable {
        /// Claimed for a limited time; afterwards another device may claim it.
        case taken = 1
        /// Assigned to this device for good.
        case ours = 2
        /// Being shown when the inbox was written.
        case showing = 3
    }

    package struct Entry: Sendable {
        package let message: PersonalMessage
        package internal(set) var stage: Stage
    }

    /// The id of this device on the server: 16 random bytes.
    package let device: [UInt8]
    /// Oldest first.
    package private(set) var entries: [Entry] = []

    package init(device: [UInt8]) { self.device = device }

    /// The messages to mark before any is shown.
    var unmarked: [UInt64] { entries.filter { $0.stage == .taken }.map(\.message.id) }
    /// The message to show next.
    var next: Entry? { entries.first { $0.stage != .taken } }

    mutating func take(_ messages: [PersonalMessage]) {
        for message in messages where !entries.contains(where: { $0.message.id == message.id }) {
            entries.append(Entry(message: message, stage: .taken))
        }
    }

    /// Applies the server's answer to a request to mark messages.
    /// - Parameters:
    ///   - asked: the messages that were to be marked.
    ///   - yours: those this device may show; the others belong to another device.
    mutating func mark(_ asked: [UInt64], yours: [UInt64]) {
        let (asked, yours) = (Set(asked), Set(yours))
        entries.removeAll { asked.contains($0.message.id) && !yours.contains($0.message.id) }
        for index in entries.indices where yours.contains(entries[index].message.id) { entries[index].stage = .ours }
    }

    mutating func begin(_ message: UInt64) {
        for index in entries.indices where entries[index].message.id == message { entries[index].stage = .showing }
    }

    mutating func finish(_ message: UInt64) {
        entries.removeAll { $0.message.id == message }
    }
}

// `u8 1 | 16 bytes device | varint count | (u8 stage | varint length | PersonalMessage)…`
extension Inbox {
    private static let version: UInt8 = 1
    package static let deviceSize = 16

    /// - Throws: `DecodeError` unless the bytes are an inbox.
    package init(serialized bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        guard try reader.readByte() == Self.version else { throw .badValue("inbox") }
        device = try reader.readBytes(UInt64(Self.deviceSize))
        for _ in 0..<(try reader.readVarint()) {
            guard let stage = Stage(rawValue: try reader.readByte()) else { throw .badValue("inbox") }
            let message = try PersonalMessage(serialized: reader.readBytes(reader.readVarint()))
            entries.append(Entry(message: message, stage: stage))
        }
        try reader.finish()
    }

    package func serialized() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeByte(Self.version)
        writer.writeBytes(device)
        writer.writeVarint(UInt64(entries.count))
        for entry in entries {
            writer.writeByte(entry.stage.rawValue)
            let message = entry.message.serialized()
            writer.writeVarint(UInt64(message.count))
            writer.writeBytes(message)
        }
        return writer.bytes
    }
}
