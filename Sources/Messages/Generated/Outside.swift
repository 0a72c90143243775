// Generated from Protocol/outside.proto by `make generate`; change that and generate again.

package import Wire

package struct OutsideRecord: Message {
    package static var typeName: String { "OutsideRecord" }

    package var id: UInt64 = 0
    /// who entered it: a base or a provider
    package var organisation: UInt64 = 0
    package var organisationName = ""
    package var state: OutsideState? = nil
    package var name = ""
    /// masked but in what is given, and in one's own
    package var idNumber = ""
    /// what it was
    package var title = ""
    /// its last
    package var day: Int32 = 0
    /// as it was given there: 86, 86/100, passed; empty = none
    package var mark = ""
    package var hoursTenths: UInt32 = 0
    package var creditsTenths: UInt32 = 0
    /// of hours and credits; II unless said
    package var category: CreditCategory? = nil
    /// of the last rejection, return or withdrawal
    package var reason = ""

    package init() {}

    package init(
        id: UInt64 = 0, organisation: UInt64 = 0, organisationName: String = "", state: OutsideState? = nil,
        name: String = "", idNumber: String = "", title: String = "", day: Int32 = 0, mark: String = "",
        hoursTenths: UInt32 = 0, creditsTenths: UInt32 = 0, category: CreditCategory? = nil, reason: String = ""
    ) {
        self.id = id
        self.organisation = organisation
        self.organisationName = organisationName
        self.state = state
        self.name = name
        self.idNumber = idNumber
        self.title = title
        self.day = day
        self.mark = mark
        self.hoursTenths = hoursTenths
        self.creditsTenths = creditsTenths
        self.category = category
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: organisation = try reader.readUInt64()
            case 26: organisationName = try reader.readString()
            case 32: state = OutsideState(rawValue: try reader.readInt32())
            case 42: name = try reader.readString()
            case 50: idNumber = try reader.readString()
            case 58: title = try reader.readString()
            case 64: day = try reader.readInt32()
            case 74: mark = try reader.readString()
            case 80: hoursTenths = try reader.readUInt32()
            case 88: creditsTenths = try reader.readUInt32()
            case 96: category = CreditCategory(rawValue: try reader.readInt32())
            case 106: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, organisation)
        writer.field(26, organisationName)
        writer.field(32, state?.rawValue ?? 0)
        writer.field(42, name)
        writer.field(50, idNumber)
        writer.field(58, title)
        writer.field(64, day)
        writer.field(74, mark)
        writer.field(80, hoursTenths)
        writer.field(88, creditsTenths)
        writer.field(96, category?.rawValue ?? 0)
        writer.field(106, reason)
    }
}

package struct EnterOutsideRequest: Message {
    package static var typeName: String { "EnterOutsideRequest" }

    package var organisation: UInt64 = 0
    package var record: OutsideRecord? = nil

    package init() {}

    package init(organisation: UInt64 = 0, record: OutsideRecord? = nil) {
        self.organisation = organisation
        self.record = record
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 18: try reader.readMessage(into: &record)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(18, record)
    }
}

package struct OutsideReply: Message {
    package static var typeName: String { "OutsideReply" }

    package var record: OutsideRecord? = nil

    package init() {}

    package init(record: OutsideRecord? = nil) {
        self.record = record
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &record)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, record)
    }
}

/// The fields given replace those before; it waits again. One that was accepted is withdrawn and entered again.
package struct CorrectOutsideRequest: Message {
    package static var typeName: String { "CorrectOutsideRequest" }

    package var record: OutsideRecord? = nil
    package var reason = ""

    package init() {}

    package init(record: OutsideRecord? = nil, reason: String = "") {
        self.record = record
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &record)
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, record)
        writer.field(18, reason)
    }
}

package struct WithdrawOutsideRequest: Message {
    package static var typeName: String { "WithdrawOutsideRequest" }

    package var record: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(record: UInt64 = 0, reason: String = "") {
        self.record = record
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: record = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, record)
        writer.field(18, reason)
    }
}

package struct ListOutsideRequest: Message {
    package static var typeName: String { "ListOutsideRequest" }

    package var organisation: UInt64 = 0
    package var state: OutsideState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(organisation: UInt64 = 0, state: OutsideState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.organisation = organisation
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: state = OutsideState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListOutsideReply: Message {
    package static var typeName: String { "ListOutsideReply" }

    package var records: [OutsideRecord] = []
    package var next: UInt64 = 0

    package init() {}

    package init(records: [OutsideRecord] = [], next: UInt64 = 0) {
        self.records = records
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &records)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in records { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct MyOutsideRequest: Message {
    package static var typeName: String { "MyOutsideRequest" }

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
