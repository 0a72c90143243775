// Generated from Protocol/programmes.proto by `make generate`; change that and generate again.
package import Wire

/// A policy travels as text, one switch each, exactly as an administrator writes it: ("leadDays", "7").
package struct PolicySwitch: Message {
    package static let typeName = "rollcall.PolicySwitch"

    package var name: String
    package var value: String

    package init() {
        name = ""
        value = ""
    }

    package init(name: String = "", value: String = "") {
        self.name = name
        self.value = value
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: name = try reader.readString()
        case 18: value = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !name.isEmpty { writer.writeField(10, string: name) }
        if !value.isEmpty { writer.writeField(18, string: value) }
    }
}

package struct Programme: Message {
    package static let typeName = "rollcall.Programme"

    package var id: UInt64
    package var name: String
    package var preset: String
    /// IANA name; "Asia/Shanghai" unless said otherwise
    package var timeZone: String
    /// every switch, in the order of POL-1
    package var policy: [PolicySwitch]

    package init() {
        id = 0
        name = ""
        preset = ""
        timeZone = ""
        policy = []
    }

    package init(
        id: UInt64 = 0, name: String = "", preset: String = "", timeZone: String = "", policy: [PolicySwitch] = []
    ) {
        self.id = id
        self.name = name
        self.preset = preset
        self.timeZone = timeZone
        self.policy = policy
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 18: name = try reader.readString()
        case 26: preset = try reader.readString()
        case 34: timeZone = try reader.readString()
        case 42: policy.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if !preset.isEmpty { writer.writeField(26, string: preset) }
        if !timeZone.isEmpty { writer.writeField(34, string: timeZone) }
        for value in policy { writer.writeField(42, message: value) }
    }
}

package struct CreateProgrammeRequest: Message {
    package static let typeName = "rollcall.CreateProgrammeRequest"

    package var name: String
    package var preset: String
    package var timeZone: String
    package var changes: [PolicySwitch]

    package init() {
        name = ""
        preset = ""
        timeZone = ""
        changes = []
    }

    package init(name: String = "", preset: String = "", timeZone: String = "", changes: [PolicySwitch] = []) {
        self.name = name
        self.preset = preset
        self.timeZone = timeZone
        self.changes = changes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: name = try reader.readString()
        case 18: preset = try reader.readString()
        case 26: timeZone = try reader.readString()
        case 34: changes.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !name.isEmpty { writer.writeField(10, string: name) }
        if !preset.isEmpty { writer.writeField(18, string: preset) }
        if !timeZone.isEmpty { writer.writeField(26, string: timeZone) }
        for value in changes { writer.writeField(34, message: value) }
    }
}

package struct CreateProgrammeReply: Message {
    package static let typeName = "rollcall.CreateProgrammeReply"

    package var programme: Programme?

    package init() {
    }

    package init(programme: Programme? = nil) {
        self.programme = programme
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: programme = try reader.readMessage(into: programme, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let programme { writer.writeField(10, message: programme) }
    }
}

package struct ChangePolicyRequest: Message {
    package static let typeName = "rollcall.ChangePolicyRequest"

    package var programme: UInt64
    package var changes: [PolicySwitch]

    package init() {
        programme = 0
        changes = []
    }

    package init(programme: UInt64 = 0, changes: [PolicySwitch] = []) {
        self.programme = programme
        self.changes = changes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: programme = try reader.readUInt64()
        case 18: changes.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if programme != 0 { writer.writeField(8, varint: programme) }
        for value in changes { writer.writeField(18, message: value) }
    }
}

package struct ListProgrammesRequest: Message {
    package static let typeName = "rollcall.ListProgrammesRequest"

    package var after: UInt64
    package var limit: UInt32

    package init() {
        after = 0
        limit = 0
    }

    package init(after: UInt64 = 0, limit: UInt32 = 0) {
        self.after = after
        self.limit = limit
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: after = try reader.readUInt64()
        case 16: limit = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if after != 0 { writer.writeField(8, varint: after) }
        if limit != 0 { writer.writeField(16, varint: UInt64(limit)) }
    }
}

package struct ListProgrammesReply: Message {
    package static let typeName = "rollcall.ListProgrammesReply"

    package var programmes: [Programme]
    package var next: UInt64

    package init() {
        programmes = []
        next = 0
    }

    package init(programmes: [Programme] = [], next: UInt64 = 0) {
        self.programmes = programmes
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: programmes.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in programmes { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}

package struct ListPresetsRequest: Message {
    package static let typeName = "rollcall.ListPresetsRequest"

    package init() {
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool { false }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListPresetsReply: Message {
    package static let typeName = "rollcall.ListPresetsReply"

    package var presets: [Programme]

    package init() {
        presets = []
    }

    package init(presets: [Programme] = []) {
        self.presets = presets
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: presets.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in presets { writer.writeField(10, message: value) }
    }
}
