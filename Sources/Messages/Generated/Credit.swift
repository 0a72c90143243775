// Generated from Protocol/credit.proto by `make generate`; change that and generate again.

package import Wire

package struct Eligible: Message {
    package static var typeName: String { "Eligible" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var eligible = false
    /// why not: "absent 2026-10-02 08:00–12:00", "exam failed 52.00 < 60.00", "exam in conflict"
    package var reasons: [String] = []
    /// 0 = not awarded yet
    package var award: UInt64 = 0

    package init() {}

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", eligible: Bool = false, reasons: [String] = [],
        award: UInt64 = 0
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.eligible = eligible
        self.reasons = reasons
        self.award = award
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: eligible = try reader.readBool()
            case 42: reasons.append(try reader.readString())
            case 48: award = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, eligible)
        for value in reasons { writer.element(42, value) }
        writer.field(48, award)
    }
}

/// `eligible`, `not_eligible` and `awarded` are of the whole list, and told with the page that begins it (`after` = 0).
package struct ListEligibleRequest: Message {
    package static var typeName: String { "ListEligibleRequest" }

    package var offering: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListEligibleReply: Message {
    package static var typeName: String { "ListEligibleReply" }

    package var people: [Eligible] = []
    package var next: UInt64 = 0
    package var eligible: UInt32 = 0
    package var notEligible: UInt32 = 0
    package var awarded: UInt32 = 0
    package var gatesOff: [String] = []

    package init() {}

    package init(
        people: [Eligible] = [], next: UInt64 = 0, eligible: UInt32 = 0, notEligible: UInt32 = 0, awarded: UInt32 = 0,
        gatesOff: [String] = []
    ) {
        self.people = people
        self.next = next
        self.eligible = eligible
        self.notEligible = notEligible
        self.awarded = awarded
        self.gatesOff = gatesOff
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &people)
            case 16: next = try reader.readUInt64()
            case 24: eligible = try reader.readUInt32()
            case 32: notEligible = try reader.readUInt32()
            case 40: awarded = try reader.readUInt32()
            case 50: gatesOff.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.element(10, value) }
        writer.field(16, next)
        writer.field(24, eligible)
        writer.field(32, notEligible)
        writer.field(40, awarded)
        for value in gatesOff { writer.element(50, value) }
    }
}

package struct AwardCreditRequest: Message {
    package static var typeName: String { "AwardCreditRequest" }

    package var offering: UInt64 = 0
    /// none = everybody eligible
    package var people: [UInt64] = []
    /// 0 = the last activity date
    package var activityDay: Int32 = 0
    package var exclusions: [Exclusion] = []

    package init() {}

    package init(offering: UInt64 = 0, people: [UInt64] = [], activityDay: Int32 = 0, exclusions: [Exclusion] = []) {
        self.offering = offering
        self.people = people
        self.activityDay = activityDay
        self.exclusions = exclusions
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: people.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &people) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: activityDay = try reader.readInt32()
            case 34: try reader.readMessage(appendingTo: &exclusions)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.packed(18, people) { $0.writeVarint($1) }
        writer.field(24, activityDay)
        for value in exclusions { writer.element(34, value) }
    }
}

package struct Exclusion: Message {
    package static var typeName: String { "Exclusion" }

    package var person: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(person: UInt64 = 0, reason: String = "") {
        self.person = person
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, reason)
    }
}

package struct AwardCreditReply: Message {
    package static var typeName: String { "AwardCreditReply" }

    package var awarded: UInt32 = 0
    package var already: UInt32 = 0
    package var excluded: UInt32 = 0
    package var refused: [Eligible] = []

    package init() {}

    package init(awarded: UInt32 = 0, already: UInt32 = 0, excluded: UInt32 = 0, refused: [Eligible] = []) {
        self.awarded = awarded
        self.already = already
        self.excluded = excluded
        self.refused = refused
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: awarded = try reader.readUInt32()
            case 16: already = try reader.readUInt32()
            case 24: excluded = try reader.readUInt32()
            case 34: try reader.readMessage(appendingTo: &refused)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, awarded)
        writer.field(16, already)
        writer.field(24, excluded)
        for value in refused { writer.element(34, value) }
    }
}

package struct ReverseAwardRequest: Message {
    package static var typeName: String { "ReverseAwardRequest" }

    package var award: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(award: UInt64 = 0, reason: String = "") {
        self.award = award
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: award = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, award)
        writer.field(18, reason)
    }
}

package struct ReverseAwardReply: Message {
    package static var typeName: String { "ReverseAwardReply" }

    package var award: Award? = nil

    package init() {}

    package init(award: Award? = nil) {
        self.award = award
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &award)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, award)
    }
}

package struct Award: Message {
    package static var typeName: String { "Award" }

    package var id: UInt64 = 0
    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var offering: UInt64 = 0
    package var offeringTitle = ""
    package var projectNumber = ""
    package var category: CreditCategory? = nil
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    package var activityDay: Int32 = 0
    package var state: AwardState? = nil
    package var reason = ""
    package var awardedMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, person: UInt64 = 0, number: String = "", name: String = "", offering: UInt64 = 0,
        offeringTitle: String = "", projectNumber: String = "", category: CreditCategory? = nil,
        creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0, activityDay: Int32 = 0, state: AwardState? = nil,
        reason: String = "", awardedMs: Int64 = 0
    ) {
        self.id = id
        self.person = person
        self.number = number
        self.name = name
        self.offering = offering
        self.offeringTitle = offeringTitle
        self.projectNumber = projectNumber
        self.category = category
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.activityDay = activityDay
        self.state = state
        self.reason = reason
        self.awardedMs = awardedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: number = try reader.readString()
            case 34: name = try reader.readString()
            case 40: offering = try reader.readUInt64()
            case 50: offeringTitle = try reader.readString()
            case 58: projectNumber = try reader.readString()
            case 64: category = CreditCategory(rawValue: try reader.readInt32())
            case 72: creditsTenths = try reader.readUInt32()
            case 80: hoursTenths = try reader.readUInt32()
            case 88: activityDay = try reader.readInt32()
            case 96: state = AwardState(rawValue: try reader.readInt32())
            case 106: reason = try reader.readString()
            case 112: awardedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, person)
        writer.field(26, number)
        writer.field(34, name)
        writer.field(40, offering)
        writer.field(50, offeringTitle)
        writer.field(58, projectNumber)
        writer.field(64, category?.rawValue ?? 0)
        writer.field(72, creditsTenths)
        writer.field(80, hoursTenths)
        writer.field(88, activityDay)
        writer.field(96, state?.rawValue ?? 0)
        writer.field(106, reason)
        writer.field(112, awardedMs)
    }
}

package struct ListAwardsRequest: Message {
    package static var typeName: String { "ListAwardsRequest" }

    package var offering: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListAwardsReply: Message {
    package static var typeName: String { "ListAwardsReply" }

    package var awards: [Award] = []
    package var next: UInt64 = 0

    package init() {}

    package init(awards: [Award] = [], next: UInt64 = 0) {
        self.awards = awards
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &awards)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in awards { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct MyCreditsRequest: Message {
    package static var typeName: String { "MyCreditsRequest" }

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

package struct MyCreditsReply: Message {
    package static var typeName: String { "MyCreditsReply" }

    package var awards: [Award] = []
    package var years: [YearTotal] = []
    package var next: UInt64 = 0

    package init() {}

    package init(awards: [Award] = [], years: [YearTotal] = [], next: UInt64 = 0) {
        self.awards = awards
        self.years = years
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &awards)
            case 18: try reader.readMessage(appendingTo: &years)
            case 24: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in awards { writer.element(10, value) }
        for value in years { writer.element(18, value) }
        writer.field(24, next)
    }
}

package struct YearTotal: Message {
    package static var typeName: String { "YearTotal" }

    package var year: UInt32 = 0
    package var category: CreditCategory? = nil
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0

    package init() {}

    package init(year: UInt32 = 0, category: CreditCategory? = nil, creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0)
    {
        self.year = year
        self.category = category
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: year = try reader.readUInt32()
            case 16: category = CreditCategory(rawValue: try reader.readInt32())
            case 24: creditsTenths = try reader.readUInt32()
            case 32: hoursTenths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, year)
        writer.field(16, category?.rawValue ?? 0)
        writer.field(24, creditsTenths)
        writer.field(32, hoursTenths)
    }
}

package struct ExportRequest: Message {
    package static var typeName: String { "ExportRequest" }

    package var kind: ExportKind? = nil
    package var offering: UInt64 = 0

    package init() {}

    package init(kind: ExportKind? = nil, offering: UInt64 = 0) {
        self.kind = kind
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ExportKind(rawValue: try reader.readInt32())
            case 16: offering = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, offering)
    }
}

package struct ExportChunk: Message {
    package static var typeName: String { "ExportChunk" }

    package var bytes: [UInt8] = []

    package init() {}

    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, bytes)
    }
}

/// NOT-3: tells those of a class who have been there, and lack the exam or the evaluation, that they do; each once a
/// day.
package struct RemindRequest: Message {
    package static var typeName: String { "RemindRequest" }

    package var offering: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct RemindReply: Message {
    package static var typeName: String { "RemindReply" }

    package var reminded: UInt32 = 0
    package var already: UInt32 = 0
    package var complete: UInt32 = 0
    package var next: UInt64 = 0

    package init() {}

    package init(reminded: UInt32 = 0, already: UInt32 = 0, complete: UInt32 = 0, next: UInt64 = 0) {
        self.reminded = reminded
        self.already = already
        self.complete = complete
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: reminded = try reader.readUInt32()
            case 16: already = try reader.readUInt32()
            case 24: complete = try reader.readUInt32()
            case 32: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, reminded)
        writer.field(16, already)
        writer.field(24, complete)
        writer.field(32, next)
    }
}
