// Generated from Protocol/programmes.proto by `make generate`; change that and generate again.

package import Wire

/// A policy travels as text, one switch each, exactly as an administrator writes it: ("leadDays", "7").
package struct PolicySwitch: Message {
    package static var typeName: String { "PolicySwitch" }

    package var name = ""
    package var value = ""

    package init() {}

    package init(name: String = "", value: String = "") {
        self.name = name
        self.value = value
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: value = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, value)
    }
}

package struct Programme: Message {
    package static var typeName: String { "Programme" }

    package var id: UInt64 = 0
    package var name = ""
    package var preset = ""
    /// IANA name; "Asia/Shanghai" unless said otherwise
    package var timeZone = ""
    /// every switch, in the order of POL-1
    package var policy: [PolicySwitch] = []

    package init() {}

    package init(
        id: UInt64 = 0, name: String = "", preset: String = "", timeZone: String = "", policy: [PolicySwitch] = []
    ) {
        self.id = id
        self.name = name
        self.preset = preset
        self.timeZone = timeZone
        self.policy = policy
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: preset = try reader.readString()
            case 34: timeZone = try reader.readString()
            case 42: try reader.readMessage(appendingTo: &policy)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
        writer.field(26, preset)
        writer.field(34, timeZone)
        for value in policy { writer.element(42, value) }
    }
}

package struct CreateProgrammeRequest: Message {
    package static var typeName: String { "CreateProgrammeRequest" }

    package var name = ""
    package var preset = ""
    package var timeZone = ""
    package var changes: [PolicySwitch] = []

    package init() {}

    package init(name: String = "", preset: String = "", timeZone: String = "", changes: [PolicySwitch] = []) {
        self.name = name
        self.preset = preset
        self.timeZone = timeZone
        self.changes = changes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: preset = try reader.readString()
            case 26: timeZone = try reader.readString()
            case 34: try reader.readMessage(appendingTo: &changes)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, preset)
        writer.field(26, timeZone)
        for value in changes { writer.element(34, value) }
    }
}

package struct CreateProgrammeReply: Message {
    package static var typeName: String { "CreateProgrammeReply" }

    package var programme: Programme? = nil

    package init() {}

    package init(programme: Programme? = nil) {
        self.programme = programme
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &programme)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, programme)
    }
}

package struct ChangePolicyRequest: Message {
    package static var typeName: String { "ChangePolicyRequest" }

    package var programme: UInt64 = 0
    package var changes: [PolicySwitch] = []

    package init() {}

    package init(programme: UInt64 = 0, changes: [PolicySwitch] = []) {
        self.programme = programme
        self.changes = changes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 18: try reader.readMessage(appendingTo: &changes)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        for value in changes { writer.element(18, value) }
    }
}

package struct ListProgrammesRequest: Message {
    package static var typeName: String { "ListProgrammesRequest" }

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

package struct ListProgrammesReply: Message {
    package static var typeName: String { "ListProgrammesReply" }

    package var programmes: [Programme] = []
    package var next: UInt64 = 0

    package init() {}

    package init(programmes: [Programme] = [], next: UInt64 = 0) {
        self.programmes = programmes
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &programmes)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in programmes { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ListPresetsRequest: Message {
    package static var typeName: String { "ListPresetsRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListPresetsReply: Message {
    package static var typeName: String { "ListPresetsReply" }

    package var presets: [Programme] = []

    package init() {}

    package init(presets: [Programme] = []) {
        self.presets = presets
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &presets)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in presets { writer.element(10, value) }
    }
}

/// PRJ-6c: what a place costs from a day on; dated, so that an order can tell what held on its day.
package struct Fee: Message {
    package static var typeName: String { "Fee" }

    package var programme: UInt64 = 0
    package var fromDay: Int32 = 0
    package var fen: UInt64 = 0

    package init() {}

    package init(programme: UInt64 = 0, fromDay: Int32 = 0, fen: UInt64 = 0) {
        self.programme = programme
        self.fromDay = fromDay
        self.fen = fen
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 16: fromDay = try reader.readInt32()
            case 24: fen = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(16, fromDay)
        writer.field(24, fen)
    }
}

package struct SetFeeRequest: Message {
    package static var typeName: String { "SetFeeRequest" }

    package var fee: Fee? = nil

    package init() {}

    package init(fee: Fee? = nil) {
        self.fee = fee
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &fee)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, fee)
    }
}

package struct ListFeesRequest: Message {
    package static var typeName: String { "ListFeesRequest" }

    package var programme: UInt64 = 0

    package init() {}

    package init(programme: UInt64 = 0) {
        self.programme = programme
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
    }
}

package struct ListFeesReply: Message {
    package static var typeName: String { "ListFeesReply" }

    package var fees: [Fee] = []

    package init() {}

    package init(fees: [Fee] = []) {
        self.fees = fees
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &fees)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in fees { writer.element(10, value) }
    }
}
