// Generated from Protocol/organisations.proto by `make generate`; change that and generate again.
package import Wire

package enum OrganisationKind: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case region = 1
    case commission = 2
    case base = 3
    case unit = 4
    case committee = 5
}

package struct Organisation: Message {
    package static let typeName = "rollcall.Organisation"

    package var id: UInt64
    package var kind: OrganisationKind
    package var name: String
    package var parent: UInt64

    package init() {
        id = 0
        kind = .unspecified
        name = ""
        parent = 0
    }

    package init(id: UInt64 = 0, kind: OrganisationKind = .unspecified, name: String = "", parent: UInt64 = 0) {
        self.id = id
        self.kind = kind
        self.name = name
        self.parent = parent
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 16: kind = try reader.readEnum(OrganisationKind.unspecified)
        case 26: name = try reader.readString()
        case 32: parent = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if kind.rawValue != 0 { writer.writeField(16, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
        if !name.isEmpty { writer.writeField(26, string: name) }
        if parent != 0 { writer.writeField(32, varint: parent) }
    }
}

package struct CreateOrganisationRequest: Message {
    package static let typeName = "rollcall.CreateOrganisationRequest"

    package var kind: OrganisationKind
    package var name: String
    package var parent: UInt64

    package init() {
        kind = .unspecified
        name = ""
        parent = 0
    }

    package init(kind: OrganisationKind = .unspecified, name: String = "", parent: UInt64 = 0) {
        self.kind = kind
        self.name = name
        self.parent = parent
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: kind = try reader.readEnum(OrganisationKind.unspecified)
        case 18: name = try reader.readString()
        case 24: parent = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if kind.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if parent != 0 { writer.writeField(24, varint: parent) }
    }
}

package struct CreateOrganisationReply: Message {
    package static let typeName = "rollcall.CreateOrganisationReply"

    package var organisation: Organisation?

    package init() {
    }

    package init(organisation: Organisation? = nil) {
        self.organisation = organisation
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: organisation = try reader.readMessage(into: organisation, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let organisation { writer.writeField(10, message: organisation) }
    }
}

package struct ListOrganisationsRequest: Message {
    package static let typeName = "rollcall.ListOrganisationsRequest"

    package var after: UInt64
    package var limit: UInt32
    package var kind: OrganisationKind

    package init() {
        after = 0
        limit = 0
        kind = .unspecified
    }

    package init(after: UInt64 = 0, limit: UInt32 = 0, kind: OrganisationKind = .unspecified) {
        self.after = after
        self.limit = limit
        self.kind = kind
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: after = try reader.readUInt64()
        case 16: limit = try reader.readUInt32()
        case 24: kind = try reader.readEnum(OrganisationKind.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if after != 0 { writer.writeField(8, varint: after) }
        if limit != 0 { writer.writeField(16, varint: UInt64(limit)) }
        if kind.rawValue != 0 { writer.writeField(24, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
    }
}

package struct ListOrganisationsReply: Message {
    package static let typeName = "rollcall.ListOrganisationsReply"

    package var organisations: [Organisation]
    package var next: UInt64

    package init() {
        organisations = []
        next = 0
    }

    package init(organisations: [Organisation] = [], next: UInt64 = 0) {
        self.organisations = organisations
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: organisations.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in organisations { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}
