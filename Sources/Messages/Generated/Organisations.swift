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
    package static var typeName: String { "Organisation" }

    package var id: UInt64 = 0
    package var kind: OrganisationKind = .unspecified
    package var name = ""
    package var parent: UInt64 = 0

    package init() {}

    package init(id: UInt64 = 0, kind: OrganisationKind = .unspecified, name: String = "", parent: UInt64 = 0) {
        self.id = id
        self.kind = kind
        self.name = name
        self.parent = parent
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = OrganisationKind(rawValue: try reader.readInt32()) ?? .unspecified
            case 26: name = try reader.readString()
            case 32: parent = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind.rawValue)
        writer.field(26, name)
        writer.field(32, parent)
    }
}

package struct CreateOrganisationRequest: Message {
    package static var typeName: String { "CreateOrganisationRequest" }

    package var kind: OrganisationKind = .unspecified
    package var name = ""
    package var parent: UInt64 = 0

    package init() {}

    package init(kind: OrganisationKind = .unspecified, name: String = "", parent: UInt64 = 0) {
        self.kind = kind
        self.name = name
        self.parent = parent
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = OrganisationKind(rawValue: try reader.readInt32()) ?? .unspecified
            case 18: name = try reader.readString()
            case 24: parent = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind.rawValue)
        writer.field(18, name)
        writer.field(24, parent)
    }
}

package struct CreateOrganisationReply: Message {
    package static var typeName: String { "CreateOrganisationReply" }

    package var organisation: Organisation? = nil

    package init() {}

    package init(organisation: Organisation? = nil) {
        self.organisation = organisation
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &organisation)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, organisation)
    }
}

package struct ListOrganisationsRequest: Message {
    package static var typeName: String { "ListOrganisationsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var kind: OrganisationKind = .unspecified

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, kind: OrganisationKind = .unspecified) {
        self.after = after
        self.limit = limit
        self.kind = kind
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: kind = OrganisationKind(rawValue: try reader.readInt32()) ?? .unspecified
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, kind.rawValue)
    }
}

package struct ListOrganisationsReply: Message {
    package static var typeName: String { "ListOrganisationsReply" }

    package var organisations: [Organisation] = []
    package var next: UInt64 = 0

    package init() {}

    package init(organisations: [Organisation] = [], next: UInt64 = 0) {
        self.organisations = organisations
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &organisations)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in organisations { writer.element(10, value) }
        writer.field(16, next)
    }
}
