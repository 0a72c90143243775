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
    package var notEligible: UInt32 = 0

    package init() {}

    package init(
        awarded: UInt32 = 0, already: UInt32 = 0, excluded: UInt32 = 0, refused: [Eligible] = [],
        notEligible: UInt32 = 0
    ) {
        self.awarded = awarded
        self.already = already
        self.excluded = excluded
        self.refused = refused
        self.notEligible = notEligible
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: awarded = try reader.readUInt32()
            case 16: already = try reader.readUInt32()
            case 24: excluded = try reader.readUInt32()
            case 34: try reader.readMessage(appendingTo: &refused)
            case 40: notEligible = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, awarded)
        writer.field(16, already)
        writer.field(24, excluded)
        for value in refused { writer.element(34, value) }
        writer.field(40, notEligible)
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

package struct CreditEntry: Message {
    package static var typeName: String { "CreditEntry" }

    /// 1, 2, …
    package var ordinal: UInt32 = 0
    package var event: CreditEvent? = nil
    /// from then on
    package var state: AwardState? = nil
    package var reason = ""
    /// of the staff; 0 for the person whose credit it is, and of what the server did by itself
    package var person: UInt64 = 0
    package var personName = ""
    /// 0 = not known
    package var atMs: Int64 = 0

    package init() {}

    package init(
        ordinal: UInt32 = 0, event: CreditEvent? = nil, state: AwardState? = nil, reason: String = "",
        person: UInt64 = 0, personName: String = "", atMs: Int64 = 0
    ) {
        self.ordinal = ordinal
        self.event = event
        self.state = state
        self.reason = reason
        self.person = person
        self.personName = personName
        self.atMs = atMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: ordinal = try reader.readUInt32()
            case 16: event = CreditEvent(rawValue: try reader.readInt32())
            case 24: state = AwardState(rawValue: try reader.readInt32())
            case 34: reason = try reader.readString()
            case 40: person = try reader.readUInt64()
            case 50: personName = try reader.readString()
            case 56: atMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, ordinal)
        writer.field(16, event?.rawValue ?? 0)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(34, reason)
        writer.field(40, person)
        writer.field(50, personName)
        writer.field(56, atMs)
    }
}

/// One thing on which an award rests, as it is known today.
package struct CreditStep: Message {
    package static var typeName: String { "CreditStep" }

    package var kind: CreditStepKind? = nil
    /// it should be there and is not
    package var lacking = false
    /// in the caller's language
    package var text = ""
    package var atMs: Int64 = 0
    /// the sitting, the unit, the certificate
    package var subject: UInt64 = 0
    /// of a scan, with its sequence
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0

    package init() {}

    package init(
        kind: CreditStepKind? = nil, lacking: Bool = false, text: String = "", atMs: Int64 = 0, subject: UInt64 = 0,
        log: [UInt8] = [], sequence: UInt64 = 0
    ) {
        self.kind = kind
        self.lacking = lacking
        self.text = text
        self.atMs = atMs
        self.subject = subject
        self.log = log
        self.sequence = sequence
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = CreditStepKind(rawValue: try reader.readInt32())
            case 16: lacking = try reader.readBool()
            case 26: text = try reader.readString()
            case 32: atMs = try reader.readInt64()
            case 40: subject = try reader.readUInt64()
            case 50: log = try reader.readBytes()
            case 56: sequence = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, lacking)
        writer.field(26, text)
        writer.field(32, atMs)
        writer.field(40, subject)
        writer.field(50, log)
        writer.field(56, sequence)
    }
}

package struct ExplainAwardRequest: Message {
    package static var typeName: String { "ExplainAwardRequest" }

    package var award: UInt64 = 0

    package init() {}

    package init(award: UInt64 = 0) {
        self.award = award
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: award = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, award)
    }
}

package struct ExplainAwardReply: Message {
    package static var typeName: String { "ExplainAwardReply" }

    package var award: Award? = nil
    package var steps: [CreditStep] = []
    package var entries: [CreditEntry] = []

    package init() {}

    package init(award: Award? = nil, steps: [CreditStep] = [], entries: [CreditEntry] = []) {
        self.award = award
        self.steps = steps
        self.entries = entries
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &award)
            case 18: try reader.readMessage(appendingTo: &steps)
            case 26: try reader.readMessage(appendingTo: &entries)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, award)
        for value in steps { writer.element(18, value) }
        for value in entries { writer.element(26, value) }
    }
}

/// CRD-2b: by hand.
package struct EnterCreditRequest: Message {
    package static var typeName: String { "EnterCreditRequest" }

    package var offering: UInt64 = 0
    /// 1 … 500 of the roster
    package var people: [UInt64] = []
    /// 0 = the project's
    package var creditsTenths: UInt32 = 0
    /// the same
    package var hoursTenths: UInt32 = 0
    /// 0 = the last activity date
    package var activityDay: Int32 = 0
    package var reason = ""

    package init() {}

    package init(
        offering: UInt64 = 0, people: [UInt64] = [], creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0,
        activityDay: Int32 = 0, reason: String = ""
    ) {
        self.offering = offering
        self.people = people
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.activityDay = activityDay
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: people.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &people) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: creditsTenths = try reader.readUInt32()
            case 32: hoursTenths = try reader.readUInt32()
            case 40: activityDay = try reader.readInt32()
            case 50: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.packed(18, people) { $0.writeVarint($1) }
        writer.field(24, creditsTenths)
        writer.field(32, hoursTenths)
        writer.field(40, activityDay)
        writer.field(50, reason)
    }
}

package struct EnterCreditReply: Message {
    package static var typeName: String { "EnterCreditReply" }

    package var awards: [Award] = []

    package init() {}

    package init(awards: [Award] = []) {
        self.awards = awards
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &awards)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in awards { writer.element(10, value) }
    }
}

/// What to know before credit is awarded.
package struct LateTerminal: Message {
    package static var typeName: String { "LateTerminal" }

    package var terminal: UInt64 = 0
    package var name = ""
    package var lastContactMs: Int64 = 0

    package init() {}

    package init(terminal: UInt64 = 0, name: String = "", lastContactMs: Int64 = 0) {
        self.terminal = terminal
        self.name = name
        self.lastContactMs = lastContactMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: terminal = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: lastContactMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, terminal)
        writer.field(18, name)
        writer.field(24, lastContactMs)
    }
}

package struct CheckAwardRequest: Message {
    package static var typeName: String { "CheckAwardRequest" }

    package var offering: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0) {
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
    }
}

package struct CheckAwardReply: Message {
    package static var typeName: String { "CheckAwardReply" }

    /// of the base, without contact since the class ended: they may hold records of it
    package var terminals: [LateTerminal] = []
    /// the end of the class
    package var endsMs: Int64 = 0
    /// scans that wait for a decision
    package var flagged: UInt32 = 0

    package init() {}

    package init(terminals: [LateTerminal] = [], endsMs: Int64 = 0, flagged: UInt32 = 0) {
        self.terminals = terminals
        self.endsMs = endsMs
        self.flagged = flagged
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &terminals)
            case 16: endsMs = try reader.readInt64()
            case 24: flagged = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in terminals { writer.element(10, value) }
        writer.field(16, endsMs)
        writer.field(24, flagged)
    }
}

/// CRD-6: an award that is not what would be awarded today, and about which nobody has decided.
package struct CreditDifference: Message {
    package static var typeName: String { "CreditDifference" }

    package var award: Award? = nil
    package var reasons: [String] = []

    package init() {}

    package init(award: Award? = nil, reasons: [String] = []) {
        self.award = award
        self.reasons = reasons
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &award)
            case 18: reasons.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, award)
        for value in reasons { writer.element(18, value) }
    }
}

package struct ListCreditDifferencesRequest: Message {
    package static var typeName: String { "ListCreditDifferencesRequest" }

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

package struct ListCreditDifferencesReply: Message {
    package static var typeName: String { "ListCreditDifferencesReply" }

    package var differences: [CreditDifference] = []
    package var next: UInt64 = 0

    package init() {}

    package init(differences: [CreditDifference] = [], next: UInt64 = 0) {
        self.differences = differences
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &differences)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in differences { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct SettleCreditRequest: Message {
    package static var typeName: String { "SettleCreditRequest" }

    package var offering: UInt64 = 0
    package var awards: [UInt64] = []
    package var keep = false
    package var reason = ""

    package init() {}

    package init(offering: UInt64 = 0, awards: [UInt64] = [], keep: Bool = false, reason: String = "") {
        self.offering = offering
        self.awards = awards
        self.keep = keep
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: awards.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &awards) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: keep = try reader.readBool()
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.packed(18, awards) { $0.writeVarint($1) }
        writer.field(24, keep)
        writer.field(34, reason)
    }
}

package struct SettledCredit: Message {
    package static var typeName: String { "SettledCredit" }

    package var award: UInt64 = 0
    package var failure: Failure? = nil

    package init() {}

    package init(award: UInt64 = 0, failure: Failure? = nil) {
        self.award = award
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: award = try reader.readUInt64()
            case 18: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, award)
        writer.field(18, failure)
    }
}

package struct SettleCreditReply: Message {
    package static var typeName: String { "SettleCreditReply" }

    package var outcomes: [SettledCredit] = []
    package var settled: UInt32 = 0

    package init() {}

    package init(outcomes: [SettledCredit] = [], settled: UInt32 = 0) {
        self.outcomes = outcomes
        self.settled = settled
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: settled = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, settled)
    }
}

/// CRD-3: for hours taught in a course of an offering, to one of its instructors.
package struct AwardInstructorRequest: Message {
    package static var typeName: String { "AwardInstructorRequest" }

    package var offering: UInt64 = 0
    package var course: UInt64 = 0
    package var person: UInt64 = 0
    /// at most those that the offering says; 0 = those
    package var hoursTenths: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, course: UInt64 = 0, person: UInt64 = 0, hoursTenths: UInt32 = 0) {
        self.offering = offering
        self.course = course
        self.person = person
        self.hoursTenths = hoursTenths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: course = try reader.readUInt64()
            case 24: person = try reader.readUInt64()
            case 32: hoursTenths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, course)
        writer.field(24, person)
        writer.field(32, hoursTenths)
    }
}

/// CRD-5: what is asked of people in a year, from a year on. A limit or cap of 0 is none.
package struct CreditYearRule: Message {
    package static var typeName: String { "CreditYearRule" }

    /// 0 = a new one
    package var id: UInt64 = 0
    package var fromYear: UInt32 = 0
    /// 0 = open
    package var toYear: UInt32 = 0
    /// of the unit; 0 = any
    package var province: UInt64 = 0
    /// of the region in which the unit has its seat; unspecified = any
    package var unitLevel: RegionLevel? = nil
    /// professional titles; none = any
    package var titles: [String] = []
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    /// at least so much of category I
    package var categoryITenths: UInt32 = 0
    package var categoryIiTenths: UInt32 = 0
    /// at most so much counts of one project in a year
    package var projectCapTenths: UInt32 = 0
    package var categoryICapTenths: UInt32 = 0
    package var categoryIiCapTenths: UInt32 = 0
    /// that are summed, this one the last; 0 = 1
    package var years: UInt32 = 0
    /// the document that it follows
    package var basis = ""

    package init() {}

    package init(
        id: UInt64 = 0, fromYear: UInt32 = 0, toYear: UInt32 = 0, province: UInt64 = 0, unitLevel: RegionLevel? = nil,
        titles: [String] = [], creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0, categoryITenths: UInt32 = 0,
        categoryIiTenths: UInt32 = 0, projectCapTenths: UInt32 = 0, categoryICapTenths: UInt32 = 0,
        categoryIiCapTenths: UInt32 = 0, years: UInt32 = 0, basis: String = ""
    ) {
        self.id = id
        self.fromYear = fromYear
        self.toYear = toYear
        self.province = province
        self.unitLevel = unitLevel
        self.titles = titles
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.categoryITenths = categoryITenths
        self.categoryIiTenths = categoryIiTenths
        self.projectCapTenths = projectCapTenths
        self.categoryICapTenths = categoryICapTenths
        self.categoryIiCapTenths = categoryIiCapTenths
        self.years = years
        self.basis = basis
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: fromYear = try reader.readUInt32()
            case 24: toYear = try reader.readUInt32()
            case 32: province = try reader.readUInt64()
            case 40: unitLevel = RegionLevel(rawValue: try reader.readInt32())
            case 50: titles.append(try reader.readString())
            case 56: creditsTenths = try reader.readUInt32()
            case 64: hoursTenths = try reader.readUInt32()
            case 72: categoryITenths = try reader.readUInt32()
            case 80: categoryIiTenths = try reader.readUInt32()
            case 88: projectCapTenths = try reader.readUInt32()
            case 96: categoryICapTenths = try reader.readUInt32()
            case 104: categoryIiCapTenths = try reader.readUInt32()
            case 112: years = try reader.readUInt32()
            case 122: basis = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, fromYear)
        writer.field(24, toYear)
        writer.field(32, province)
        writer.field(40, unitLevel?.rawValue ?? 0)
        for value in titles { writer.element(50, value) }
        writer.field(56, creditsTenths)
        writer.field(64, hoursTenths)
        writer.field(72, categoryITenths)
        writer.field(80, categoryIiTenths)
        writer.field(88, projectCapTenths)
        writer.field(96, categoryICapTenths)
        writer.field(104, categoryIiCapTenths)
        writer.field(112, years)
        writer.field(122, basis)
    }
}

package struct SaveYearRuleRequest: Message {
    package static var typeName: String { "SaveYearRuleRequest" }

    package var rule: CreditYearRule? = nil

    package init() {}

    package init(rule: CreditYearRule? = nil) {
        self.rule = rule
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &rule)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, rule)
    }
}

package struct YearRuleReply: Message {
    package static var typeName: String { "YearRuleReply" }

    package var rule: CreditYearRule? = nil

    package init() {}

    package init(rule: CreditYearRule? = nil) {
        self.rule = rule
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &rule)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, rule)
    }
}

package struct RemoveYearRuleRequest: Message {
    package static var typeName: String { "RemoveYearRuleRequest" }

    package var rule: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(rule: UInt64 = 0, reason: String = "") {
        self.rule = rule
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: rule = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, rule)
        writer.field(18, reason)
    }
}

package struct ListYearRulesRequest: Message {
    package static var typeName: String { "ListYearRulesRequest" }

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

package struct ListYearRulesReply: Message {
    package static var typeName: String { "ListYearRulesReply" }

    package var rules: [CreditYearRule] = []
    package var next: UInt64 = 0

    package init() {}

    package init(rules: [CreditYearRule] = [], next: UInt64 = 0) {
        self.rules = rules
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &rules)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in rules { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// The credit somebody has, beside that asked of them.
package struct CreditCompliance: Message {
    package static var typeName: String { "CreditCompliance" }

    package var person: UInt64 = 0
    package var name = ""
    package var year: UInt32 = 0
    /// that holds; 0 = none, and nothing is asked
    package var rule: UInt64 = 0
    /// as counted
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    package var categoryITenths: UInt32 = 0
    package var categoryIiTenths: UInt32 = 0
    /// above a cap, not counted
    package var excessTenths: UInt32 = 0
    package var met = false
    /// in the caller's language
    package var lacking: [String] = []
    /// why nothing is asked in this year
    package var excused = ""

    package init() {}

    package init(
        person: UInt64 = 0, name: String = "", year: UInt32 = 0, rule: UInt64 = 0, creditsTenths: UInt32 = 0,
        hoursTenths: UInt32 = 0, categoryITenths: UInt32 = 0, categoryIiTenths: UInt32 = 0, excessTenths: UInt32 = 0,
        met: Bool = false, lacking: [String] = [], excused: String = ""
    ) {
        self.person = person
        self.name = name
        self.year = year
        self.rule = rule
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.categoryITenths = categoryITenths
        self.categoryIiTenths = categoryIiTenths
        self.excessTenths = excessTenths
        self.met = met
        self.lacking = lacking
        self.excused = excused
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: year = try reader.readUInt32()
            case 32: rule = try reader.readUInt64()
            case 40: creditsTenths = try reader.readUInt32()
            case 48: hoursTenths = try reader.readUInt32()
            case 56: categoryITenths = try reader.readUInt32()
            case 64: categoryIiTenths = try reader.readUInt32()
            case 72: excessTenths = try reader.readUInt32()
            case 80: met = try reader.readBool()
            case 90: lacking.append(try reader.readString())
            case 98: excused = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, name)
        writer.field(24, year)
        writer.field(32, rule)
        writer.field(40, creditsTenths)
        writer.field(48, hoursTenths)
        writer.field(56, categoryITenths)
        writer.field(64, categoryIiTenths)
        writer.field(72, excessTenths)
        writer.field(80, met)
        for value in lacking { writer.element(90, value) }
        writer.field(98, excused)
    }
}

package struct MyComplianceRequest: Message {
    package static var typeName: String { "MyComplianceRequest" }

    package var year: UInt32 = 0

    package init() {}

    package init(year: UInt32 = 0) {
        self.year = year
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: year = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, year)
    }
}

package struct ComplianceReply: Message {
    package static var typeName: String { "ComplianceReply" }

    package var compliance: CreditCompliance? = nil

    package init() {}

    package init(compliance: CreditCompliance? = nil) {
        self.compliance = compliance
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &compliance)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, compliance)
    }
}

package struct ListComplianceRequest: Message {
    package static var typeName: String { "ListComplianceRequest" }

    package var unit: UInt64 = 0
    package var year: UInt32 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(unit: UInt64 = 0, year: UInt32 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.unit = unit
        self.year = year
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 16: year = try reader.readUInt32()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.field(16, year)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListComplianceReply: Message {
    package static var typeName: String { "ListComplianceReply" }

    package var people: [CreditCompliance] = []
    package var next: UInt64 = 0

    package init() {}

    package init(people: [CreditCompliance] = [], next: UInt64 = 0) {
        self.people = people
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &people)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct UnitCompliance: Message {
    package static var typeName: String { "UnitCompliance" }

    package var unit: UInt64 = 0
    package var name = ""
    package var people: UInt32 = 0
    package var met: UInt32 = 0
    package var ruleless: UInt32 = 0

    package init() {}

    package init(unit: UInt64 = 0, name: String = "", people: UInt32 = 0, met: UInt32 = 0, ruleless: UInt32 = 0) {
        self.unit = unit
        self.name = name
        self.people = people
        self.met = met
        self.ruleless = ruleless
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: people = try reader.readUInt32()
            case 32: met = try reader.readUInt32()
            case 40: ruleless = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.field(18, name)
        writer.field(24, people)
        writer.field(32, met)
        writer.field(40, ruleless)
    }
}

package struct ListUnitComplianceRequest: Message {
    package static var typeName: String { "ListUnitComplianceRequest" }

    package var region: UInt64 = 0
    package var year: UInt32 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(region: UInt64 = 0, year: UInt32 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.region = region
        self.year = year
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: region = try reader.readUInt64()
            case 16: year = try reader.readUInt32()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, region)
        writer.field(16, year)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListUnitComplianceReply: Message {
    package static var typeName: String { "ListUnitComplianceReply" }

    package var units: [UnitCompliance] = []
    package var next: UInt64 = 0

    package init() {}

    package init(units: [UnitCompliance] = [], next: UInt64 = 0) {
        self.units = units
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &units)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in units { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ExcuseYearRequest: Message {
    package static var typeName: String { "ExcuseYearRequest" }

    package var person: UInt64 = 0
    package var year: UInt32 = 0
    package var reason = ""

    package init() {}

    package init(person: UInt64 = 0, year: UInt32 = 0, reason: String = "") {
        self.person = person
        self.year = year
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 16: year = try reader.readUInt32()
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(16, year)
        writer.field(26, reason)
    }
}
