// Generated from Protocol/organisations.proto by `make generate`; change that and generate again.

package import Wire

package struct Organisation: Message {
    package static var typeName: String { "Organisation" }

    package var id: UInt64 = 0
    package var kind: OrganisationKind? = nil
    package var name = ""
    /// a region, or 0 = under none
    package var parent: UInt64 = 0
    /// regions only; a level below its parent's
    package var level: RegionLevel? = nil
    /// bases: an entry of the catalogue of base categories, or 0
    package var category: UInt64 = 0
    /// bases: a training base
    package var trains = false
    /// bases: an exam base
    package var examines = false
    /// units: an employer
    package var employs = false
    /// units: a provider of training
    package var provides = false
    /// takes no part any more; what it did stays
    package var closed = false
    package var categoryName = ""

    package init() {}

    package init(
        id: UInt64 = 0, kind: OrganisationKind? = nil, name: String = "", parent: UInt64 = 0, level: RegionLevel? = nil,
        category: UInt64 = 0, trains: Bool = false, examines: Bool = false, employs: Bool = false,
        provides: Bool = false, closed: Bool = false, categoryName: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.parent = parent
        self.level = level
        self.category = category
        self.trains = trains
        self.examines = examines
        self.employs = employs
        self.provides = provides
        self.closed = closed
        self.categoryName = categoryName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = OrganisationKind(rawValue: try reader.readInt32())
            case 26: name = try reader.readString()
            case 32: parent = try reader.readUInt64()
            case 40: level = RegionLevel(rawValue: try reader.readInt32())
            case 48: category = try reader.readUInt64()
            case 56: trains = try reader.readBool()
            case 64: examines = try reader.readBool()
            case 72: employs = try reader.readBool()
            case 80: provides = try reader.readBool()
            case 88: closed = try reader.readBool()
            case 98: categoryName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, name)
        writer.field(32, parent)
        writer.field(40, level?.rawValue ?? 0)
        writer.field(48, category)
        writer.field(56, trains)
        writer.field(64, examines)
        writer.field(72, employs)
        writer.field(80, provides)
        writer.field(88, closed)
        writer.field(98, categoryName)
    }
}

package struct CreateOrganisationRequest: Message {
    package static var typeName: String { "CreateOrganisationRequest" }

    package var kind: OrganisationKind? = nil
    package var name = ""
    package var parent: UInt64 = 0
    package var level: RegionLevel? = nil
    package var category: UInt64 = 0
    /// a base that says neither is both
    package var trains = false
    package var examines = false
    /// a unit that says neither is both
    package var employs = false
    package var provides = false

    package init() {}

    package init(
        kind: OrganisationKind? = nil, name: String = "", parent: UInt64 = 0, level: RegionLevel? = nil,
        category: UInt64 = 0, trains: Bool = false, examines: Bool = false, employs: Bool = false,
        provides: Bool = false
    ) {
        self.kind = kind
        self.name = name
        self.parent = parent
        self.level = level
        self.category = category
        self.trains = trains
        self.examines = examines
        self.employs = employs
        self.provides = provides
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = OrganisationKind(rawValue: try reader.readInt32())
            case 18: name = try reader.readString()
            case 24: parent = try reader.readUInt64()
            case 32: level = RegionLevel(rawValue: try reader.readInt32())
            case 40: category = try reader.readUInt64()
            case 48: trains = try reader.readBool()
            case 56: examines = try reader.readBool()
            case 64: employs = try reader.readBool()
            case 72: provides = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(18, name)
        writer.field(24, parent)
        writer.field(32, level?.rawValue ?? 0)
        writer.field(40, category)
        writer.field(48, trains)
        writer.field(56, examines)
        writer.field(64, employs)
        writer.field(72, provides)
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

/// The organisation as it shall be; kind and level stay as they are.
package struct ChangeOrganisationRequest: Message {
    package static var typeName: String { "ChangeOrganisationRequest" }

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

package struct GetOrganisationRequest: Message {
    package static var typeName: String { "GetOrganisationRequest" }

    package var organisation: UInt64 = 0

    package init() {}

    package init(organisation: UInt64 = 0) {
        self.organisation = organisation
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
    }
}

package struct GetOrganisationReply: Message {
    package static var typeName: String { "GetOrganisationReply" }

    package var organisation: Organisation? = nil
    package var above: [Organisation] = []

    package init() {}

    package init(organisation: Organisation? = nil, above: [Organisation] = []) {
        self.organisation = organisation
        self.above = above
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &organisation)
            case 18: try reader.readMessage(appendingTo: &above)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, organisation)
        for value in above { writer.element(18, value) }
    }
}

package struct ListOrganisationsRequest: Message {
    package static var typeName: String { "ListOrganisationsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    /// 0 = every
    package var kind: OrganisationKind? = nil
    /// in this region, itself included; 0 = anywhere
    package var within: UInt64 = 0
    /// directly under it; 0 = anywhere
    package var parent: UInt64 = 0
    package var nameContains = ""
    package var withClosed = false

    package init() {}

    package init(
        after: UInt64 = 0, limit: UInt32 = 0, kind: OrganisationKind? = nil, within: UInt64 = 0, parent: UInt64 = 0,
        nameContains: String = "", withClosed: Bool = false
    ) {
        self.after = after
        self.limit = limit
        self.kind = kind
        self.within = within
        self.parent = parent
        self.nameContains = nameContains
        self.withClosed = withClosed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: kind = OrganisationKind(rawValue: try reader.readInt32())
            case 32: within = try reader.readUInt64()
            case 40: parent = try reader.readUInt64()
            case 50: nameContains = try reader.readString()
            case 56: withClosed = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, kind?.rawValue ?? 0)
        writer.field(32, within)
        writer.field(40, parent)
        writer.field(50, nameContains)
        writer.field(56, withClosed)
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

package struct CatalogueEntry: Message {
    package static var typeName: String { "CatalogueEntry" }

    package var id: UInt64 = 0
    package var kind: CatalogueKind? = nil
    /// unique within the kind
    package var code = ""
    package var name = ""
    /// offered no more; what chose it keeps it
    package var retired = false

    package init() {}

    package init(
        id: UInt64 = 0, kind: CatalogueKind? = nil, code: String = "", name: String = "", retired: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.code = code
        self.name = name
        self.retired = retired
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = CatalogueKind(rawValue: try reader.readInt32())
            case 26: code = try reader.readString()
            case 34: name = try reader.readString()
            case 40: retired = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, code)
        writer.field(34, name)
        writer.field(40, retired)
    }
}

/// Adds the entry, or changes the one with its code.
package struct SaveCatalogueEntryRequest: Message {
    package static var typeName: String { "SaveCatalogueEntryRequest" }

    package var entry: CatalogueEntry? = nil

    package init() {}

    package init(entry: CatalogueEntry? = nil) {
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

package struct SaveCatalogueEntryReply: Message {
    package static var typeName: String { "SaveCatalogueEntryReply" }

    package var entry: CatalogueEntry? = nil

    package init() {}

    package init(entry: CatalogueEntry? = nil) {
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

package struct ListCatalogueRequest: Message {
    package static var typeName: String { "ListCatalogueRequest" }

    package var kind: CatalogueKind? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var withRetired = false

    package init() {}

    package init(kind: CatalogueKind? = nil, after: UInt64 = 0, limit: UInt32 = 0, withRetired: Bool = false) {
        self.kind = kind
        self.after = after
        self.limit = limit
        self.withRetired = withRetired
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = CatalogueKind(rawValue: try reader.readInt32())
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            case 32: withRetired = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, after)
        writer.field(24, limit)
        writer.field(32, withRetired)
    }
}

package struct ListCatalogueReply: Message {
    package static var typeName: String { "ListCatalogueReply" }

    package var entries: [CatalogueEntry] = []
    package var next: UInt64 = 0

    package init() {}

    package init(entries: [CatalogueEntry] = [], next: UInt64 = 0) {
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
