// Generated from Protocol/leave.proto by `make generate`; change that and generate again.

package import Wire

package struct Leave: Message {
    package static var typeName: String { "Leave" }

    package var id: UInt64 = 0
    package var person: UInt64 = 0
    package var personName = ""
    /// where the trainee is in training, and who decides
    package var base: UInt64 = 0
    package var baseName = ""
    package var kind: LeaveKind? = nil
    /// days since 1970-01-01 in China, both included
    package var fromDay: Int32 = 0
    package var toDay: Int32 = 0
    package var reason = ""
    package var state: LeaveState? = nil
    package var askedMs: Int64 = 0
    /// 0 = not decided
    package var decidedMs: Int64 = 0
    package var decisionReason = ""

    package init() {}

    package init(
        id: UInt64 = 0, person: UInt64 = 0, personName: String = "", base: UInt64 = 0, baseName: String = "",
        kind: LeaveKind? = nil, fromDay: Int32 = 0, toDay: Int32 = 0, reason: String = "", state: LeaveState? = nil,
        askedMs: Int64 = 0, decidedMs: Int64 = 0, decisionReason: String = ""
    ) {
        self.id = id
        self.person = person
        self.personName = personName
        self.base = base
        self.baseName = baseName
        self.kind = kind
        self.fromDay = fromDay
        self.toDay = toDay
        self.reason = reason
        self.state = state
        self.askedMs = askedMs
        self.decidedMs = decidedMs
        self.decisionReason = decisionReason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: personName = try reader.readString()
            case 32: base = try reader.readUInt64()
            case 42: baseName = try reader.readString()
            case 48: kind = LeaveKind(rawValue: try reader.readInt32())
            case 56: fromDay = try reader.readInt32()
            case 64: toDay = try reader.readInt32()
            case 74: reason = try reader.readString()
            case 80: state = LeaveState(rawValue: try reader.readInt32())
            case 88: askedMs = try reader.readInt64()
            case 96: decidedMs = try reader.readInt64()
            case 106: decisionReason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, person)
        writer.field(26, personName)
        writer.field(32, base)
        writer.field(42, baseName)
        writer.field(48, kind?.rawValue ?? 0)
        writer.field(56, fromDay)
        writer.field(64, toDay)
        writer.field(74, reason)
        writer.field(80, state?.rawValue ?? 0)
        writer.field(88, askedMs)
        writer.field(96, decidedMs)
        writer.field(106, decisionReason)
    }
}

/// LEV-1: the base decides by DecideReviews (kind leave).
package struct RequestLeaveRequest: Message {
    package static var typeName: String { "RequestLeaveRequest" }

    package var kind: LeaveKind? = nil
    /// within 366 days of today
    package var fromDay: Int32 = 0
    /// at most 366 days in all
    package var toDay: Int32 = 0
    /// 1–500 characters
    package var reason = ""

    package init() {}

    package init(kind: LeaveKind? = nil, fromDay: Int32 = 0, toDay: Int32 = 0, reason: String = "") {
        self.kind = kind
        self.fromDay = fromDay
        self.toDay = toDay
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = LeaveKind(rawValue: try reader.readInt32())
            case 16: fromDay = try reader.readInt32()
            case 24: toDay = try reader.readInt32()
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, fromDay)
        writer.field(24, toDay)
        writer.field(34, reason)
    }
}

package struct LeaveReply: Message {
    package static var typeName: String { "LeaveReply" }

    package var leave: Leave? = nil

    package init() {}

    package init(leave: Leave? = nil) {
        self.leave = leave
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &leave)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, leave)
    }
}

package struct CancelLeaveRequest: Message {
    package static var typeName: String { "CancelLeaveRequest" }

    package var leave: UInt64 = 0

    package init() {}

    package init(leave: UInt64 = 0) {
        self.leave = leave
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: leave = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, leave)
    }
}

package struct MyLeaveRequest: Message {
    package static var typeName: String { "MyLeaveRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0) {
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
    }
}

package struct ListLeaveRequest: Message {
    package static var typeName: String { "ListLeaveRequest" }

    package var base: UInt64 = 0
    /// 0 = every
    package var state: LeaveState? = nil
    /// newest first
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(base: UInt64 = 0, state: LeaveState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.base = base
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 16: state = LeaveState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListLeaveReply: Message {
    package static var typeName: String { "ListLeaveReply" }

    package var leave: [Leave] = []
    package var next: UInt64 = 0

    package init() {}

    package init(leave: [Leave] = [], next: UInt64 = 0) {
        self.leave = leave
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &leave)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in leave { writer.element(10, value) }
        writer.field(16, next)
    }
}
