// Generated from Protocol/outbox.proto by `make generate`; change that and generate again.

package import Wire

package struct OutboxEntry: Message {
    package static var typeName: String { "OutboxEntry" }

    package var id: UInt64 = 0
    package var kind: OutboxKind? = nil
    /// the same with every attempt: the service may take the entry once
    package var key = ""
    /// in the numbers of the kind; of a text message its SmsPurpose, of a gateway call the order, of an invoice call
    /// the invoice
    package var subject: UInt64 = 0
    package var atMs: Int64 = 0
    package var state: OutboxState? = nil
    package var attempts: UInt32 = 0
    /// waiting: not before; sending: the end of the lease; 0 otherwise
    package var nextMs: Int64 = 0
    /// of the last attempt, or why the entry was dropped
    package var failure = ""
    /// masked
    package var recipient = ""

    package init() {}

    package init(
        id: UInt64 = 0, kind: OutboxKind? = nil, key: String = "", subject: UInt64 = 0, atMs: Int64 = 0,
        state: OutboxState? = nil, attempts: UInt32 = 0, nextMs: Int64 = 0, failure: String = "", recipient: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.key = key
        self.subject = subject
        self.atMs = atMs
        self.state = state
        self.attempts = attempts
        self.nextMs = nextMs
        self.failure = failure
        self.recipient = recipient
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = OutboxKind(rawValue: try reader.readInt32())
            case 26: key = try reader.readString()
            case 32: subject = try reader.readUInt64()
            case 40: atMs = try reader.readInt64()
            case 48: state = OutboxState(rawValue: try reader.readInt32())
            case 56: attempts = try reader.readUInt32()
            case 64: nextMs = try reader.readInt64()
            case 74: failure = try reader.readString()
            case 82: recipient = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, key)
        writer.field(32, subject)
        writer.field(40, atMs)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(56, attempts)
        writer.field(64, nextMs)
        writer.field(74, failure)
        writer.field(82, recipient)
    }
}

package struct ListOutboxEntriesRequest: Message {
    package static var typeName: String { "ListOutboxEntriesRequest" }

    /// 0 = every
    package var kind: OutboxKind? = nil
    /// 0 = every
    package var state: OutboxState? = nil
    /// the newest first
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(kind: OutboxKind? = nil, state: OutboxState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.kind = kind
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = OutboxKind(rawValue: try reader.readInt32())
            case 16: state = OutboxState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListOutboxEntriesReply: Message {
    package static var typeName: String { "ListOutboxEntriesReply" }

    package var entries: [OutboxEntry] = []
    package var next: UInt64 = 0

    package init() {}

    package init(entries: [OutboxEntry] = [], next: UInt64 = 0) {
        self.entries = entries
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &entries)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entries { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct GetOutboxEntryRequest: Message {
    package static var typeName: String { "GetOutboxEntryRequest" }

    package var entry: UInt64 = 0

    package init() {}

    package init(entry: UInt64 = 0) {
        self.entry = entry
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: entry = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, entry)
    }
}

package struct OutboxEntryReply: Message {
    package static var typeName: String { "OutboxEntryReply" }

    package var entry: OutboxEntry? = nil

    package init() {}

    package init(entry: OutboxEntry? = nil) {
        self.entry = entry
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &entry)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, entry)
    }
}

/// Makes an entry that waits, is dead or was dropped due at once, with all its attempts before it.
package struct RetryOutboxEntryRequest: Message {
    package static var typeName: String { "RetryOutboxEntryRequest" }

    package var entry: UInt64 = 0

    package init() {}

    package init(entry: UInt64 = 0) {
        self.entry = entry
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: entry = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, entry)
    }
}

/// Ends an entry that waits or is dead.
package struct DropOutboxEntryRequest: Message {
    package static var typeName: String { "DropOutboxEntryRequest" }

    package var entry: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(entry: UInt64 = 0, reason: String = "") {
        self.entry = entry
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: entry = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, entry)
        writer.field(18, reason)
    }
}
