// Generated from Protocol/credit.proto by `make generate`; change that and generate again.
package import Wire

package enum AwardState: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case pending = 1
    case effective = 2
    case reversed = 3
    case notValid = 4
}

package enum ExportKind: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case awards = 1
    case eligible = 2
    case scans = 3
    case analysis = 4
    case scores = 5
}

package struct Eligible: Message {
    package static let typeName = "rollcall.Eligible"

    package var person: UInt64
    package var number: String
    package var name: String
    package var eligible: Bool
    /// why not: "absent 2026-10-02 08:00–12:00", "exam failed 52.00 < 60.00", "exam in conflict"
    package var reasons: [String]
    /// 0 = not awarded yet
    package var award: UInt64

    package init() {
        person = 0
        number = ""
        name = ""
        eligible = false
        reasons = []
        award = 0
    }

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

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: person = try reader.readUInt64()
        case 18: number = try reader.readString()
        case 26: name = try reader.readString()
        case 32: eligible = try reader.readBool()
        case 42: reasons.append(try reader.readString())
        case 48: award = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if person != 0 { writer.writeField(8, varint: person) }
        if !number.isEmpty { writer.writeField(18, string: number) }
        if !name.isEmpty { writer.writeField(26, string: name) }
        if eligible { writer.writeField(32, varint: eligible ? 1 : 0) }
        for value in reasons { writer.writeField(42, string: value) }
        if award != 0 { writer.writeField(48, varint: award) }
    }
}

package struct ListEligibleRequest: Message {
    package static let typeName = "rollcall.ListEligibleRequest"

    package var offering: UInt64
    package var after: UInt64
    package var limit: UInt32

    package init() {
        offering = 0
        after = 0
        limit = 0
    }

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: after = try reader.readUInt64()
        case 24: limit = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if after != 0 { writer.writeField(16, varint: after) }
        if limit != 0 { writer.writeField(24, varint: UInt64(limit)) }
    }
}

package struct ListEligibleReply: Message {
    package static let typeName = "rollcall.ListEligibleReply"

    package var people: [Eligible]
    package var next: UInt64
    package var eligible: UInt32
    package var notEligible: UInt32
    package var awarded: UInt32
    package var gatesOff: [String]

    package init() {
        people = []
        next = 0
        eligible = 0
        notEligible = 0
        awarded = 0
        gatesOff = []
    }

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

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: people.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        case 24: eligible = try reader.readUInt32()
        case 32: notEligible = try reader.readUInt32()
        case 40: awarded = try reader.readUInt32()
        case 50: gatesOff.append(try reader.readString())
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
        if eligible != 0 { writer.writeField(24, varint: UInt64(eligible)) }
        if notEligible != 0 { writer.writeField(32, varint: UInt64(notEligible)) }
        if awarded != 0 { writer.writeField(40, varint: UInt64(awarded)) }
        for value in gatesOff { writer.writeField(50, string: value) }
    }
}

package struct AwardCreditRequest: Message {
    package static let typeName = "rollcall.AwardCreditRequest"

    package var offering: UInt64
    /// none = everybody eligible
    package var people: [UInt64]
    /// 0 = the last activity date
    package var activityDay: Int32
    package var exclusions: [Exclusion]

    package init() {
        offering = 0
        people = []
        activityDay = 0
        exclusions = []
    }

    package init(offering: UInt64 = 0, people: [UInt64] = [], activityDay: Int32 = 0, exclusions: [Exclusion] = []) {
        self.offering = offering
        self.people = people
        self.activityDay = activityDay
        self.exclusions = exclusions
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: people.append(try reader.readUInt64())
        case 18:
            try reader.readPacked(into: &people) { reader throws(DecodeError) in try reader.readUInt64() }
        case 24: activityDay = try reader.readInt32()
        case 34: exclusions.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        writer.writeField(18, packed: people) { writer, value in writer.writeVarint(value) }
        if activityDay != 0 { writer.writeField(24, varint: UInt64(bitPattern: Int64(activityDay))) }
        for value in exclusions { writer.writeField(34, message: value) }
    }
}

package struct Exclusion: Message {
    package static let typeName = "rollcall.Exclusion"

    package var person: UInt64
    package var reason: String

    package init() {
        person = 0
        reason = ""
    }

    package init(person: UInt64 = 0, reason: String = "") {
        self.person = person
        self.reason = reason
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: person = try reader.readUInt64()
        case 18: reason = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if person != 0 { writer.writeField(8, varint: person) }
        if !reason.isEmpty { writer.writeField(18, string: reason) }
    }
}

package struct AwardCreditReply: Message {
    package static let typeName = "rollcall.AwardCreditReply"

    package var awarded: UInt32
    package var already: UInt32
    package var excluded: UInt32
    package var refused: [Eligible]

    package init() {
        awarded = 0
        already = 0
        excluded = 0
        refused = []
    }

    package init(awarded: UInt32 = 0, already: UInt32 = 0, excluded: UInt32 = 0, refused: [Eligible] = []) {
        self.awarded = awarded
        self.already = already
        self.excluded = excluded
        self.refused = refused
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: awarded = try reader.readUInt32()
        case 16: already = try reader.readUInt32()
        case 24: excluded = try reader.readUInt32()
        case 34: refused.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if awarded != 0 { writer.writeField(8, varint: UInt64(awarded)) }
        if already != 0 { writer.writeField(16, varint: UInt64(already)) }
        if excluded != 0 { writer.writeField(24, varint: UInt64(excluded)) }
        for value in refused { writer.writeField(34, message: value) }
    }
}

package struct ReverseAwardRequest: Message {
    package static let typeName = "rollcall.ReverseAwardRequest"

    package var award: UInt64
    package var reason: String

    package init() {
        award = 0
        reason = ""
    }

    package init(award: UInt64 = 0, reason: String = "") {
        self.award = award
        self.reason = reason
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: award = try reader.readUInt64()
        case 18: reason = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if award != 0 { writer.writeField(8, varint: award) }
        if !reason.isEmpty { writer.writeField(18, string: reason) }
    }
}

package struct ReverseAwardReply: Message {
    package static let typeName = "rollcall.ReverseAwardReply"

    package var award: Award?

    package init() {
    }

    package init(award: Award? = nil) {
        self.award = award
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: award = try reader.readMessage(into: award, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let award { writer.writeField(10, message: award) }
    }
}

package struct Award: Message {
    package static let typeName = "rollcall.Award"

    package var id: UInt64
    package var person: UInt64
    package var number: String
    package var name: String
    package var offering: UInt64
    package var offeringTitle: String
    package var projectNumber: String
    package var category: CreditCategory
    package var creditsTenths: UInt32
    package var hoursTenths: UInt32
    package var activityDay: Int32
    package var state: AwardState
    package var reason: String
    package var awardedMs: Int64

    package init() {
        id = 0
        person = 0
        number = ""
        name = ""
        offering = 0
        offeringTitle = ""
        projectNumber = ""
        category = .unspecified
        creditsTenths = 0
        hoursTenths = 0
        activityDay = 0
        state = .unspecified
        reason = ""
        awardedMs = 0
    }

    package init(
        id: UInt64 = 0, person: UInt64 = 0, number: String = "", name: String = "", offering: UInt64 = 0,
        offeringTitle: String = "", projectNumber: String = "", category: CreditCategory = .unspecified,
        creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0, activityDay: Int32 = 0, state: AwardState = .unspecified,
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

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 16: person = try reader.readUInt64()
        case 26: number = try reader.readString()
        case 34: name = try reader.readString()
        case 40: offering = try reader.readUInt64()
        case 50: offeringTitle = try reader.readString()
        case 58: projectNumber = try reader.readString()
        case 64: category = try reader.readEnum(CreditCategory.unspecified)
        case 72: creditsTenths = try reader.readUInt32()
        case 80: hoursTenths = try reader.readUInt32()
        case 88: activityDay = try reader.readInt32()
        case 96: state = try reader.readEnum(AwardState.unspecified)
        case 106: reason = try reader.readString()
        case 112: awardedMs = try reader.readInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if person != 0 { writer.writeField(16, varint: person) }
        if !number.isEmpty { writer.writeField(26, string: number) }
        if !name.isEmpty { writer.writeField(34, string: name) }
        if offering != 0 { writer.writeField(40, varint: offering) }
        if !offeringTitle.isEmpty { writer.writeField(50, string: offeringTitle) }
        if !projectNumber.isEmpty { writer.writeField(58, string: projectNumber) }
        if category.rawValue != 0 { writer.writeField(64, varint: UInt64(bitPattern: Int64(category.rawValue))) }
        if creditsTenths != 0 { writer.writeField(72, varint: UInt64(creditsTenths)) }
        if hoursTenths != 0 { writer.writeField(80, varint: UInt64(hoursTenths)) }
        if activityDay != 0 { writer.writeField(88, varint: UInt64(bitPattern: Int64(activityDay))) }
        if state.rawValue != 0 { writer.writeField(96, varint: UInt64(bitPattern: Int64(state.rawValue))) }
        if !reason.isEmpty { writer.writeField(106, string: reason) }
        if awardedMs != 0 { writer.writeField(112, varint: UInt64(bitPattern: awardedMs)) }
    }
}

package struct ListAwardsRequest: Message {
    package static let typeName = "rollcall.ListAwardsRequest"

    package var offering: UInt64
    package var after: UInt64
    package var limit: UInt32

    package init() {
        offering = 0
        after = 0
        limit = 0
    }

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: after = try reader.readUInt64()
        case 24: limit = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if after != 0 { writer.writeField(16, varint: after) }
        if limit != 0 { writer.writeField(24, varint: UInt64(limit)) }
    }
}

package struct ListAwardsReply: Message {
    package static let typeName = "rollcall.ListAwardsReply"

    package var awards: [Award]
    package var next: UInt64

    package init() {
        awards = []
        next = 0
    }

    package init(awards: [Award] = [], next: UInt64 = 0) {
        self.awards = awards
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: awards.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in awards { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}

package struct MyCreditsRequest: Message {
    package static let typeName = "rollcall.MyCreditsRequest"

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

package struct MyCreditsReply: Message {
    package static let typeName = "rollcall.MyCreditsReply"

    package var awards: [Award]
    package var years: [YearTotal]
    package var next: UInt64

    package init() {
        awards = []
        years = []
        next = 0
    }

    package init(awards: [Award] = [], years: [YearTotal] = [], next: UInt64 = 0) {
        self.awards = awards
        self.years = years
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: awards.append(try reader.readMessage(into: nil, depth: depth))
        case 18: years.append(try reader.readMessage(into: nil, depth: depth))
        case 24: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in awards { writer.writeField(10, message: value) }
        for value in years { writer.writeField(18, message: value) }
        if next != 0 { writer.writeField(24, varint: next) }
    }
}

package struct YearTotal: Message {
    package static let typeName = "rollcall.YearTotal"

    package var year: UInt32
    package var category: CreditCategory
    package var creditsTenths: UInt32
    package var hoursTenths: UInt32

    package init() {
        year = 0
        category = .unspecified
        creditsTenths = 0
        hoursTenths = 0
    }

    package init(
        year: UInt32 = 0, category: CreditCategory = .unspecified, creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0
    ) {
        self.year = year
        self.category = category
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: year = try reader.readUInt32()
        case 16: category = try reader.readEnum(CreditCategory.unspecified)
        case 24: creditsTenths = try reader.readUInt32()
        case 32: hoursTenths = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if year != 0 { writer.writeField(8, varint: UInt64(year)) }
        if category.rawValue != 0 { writer.writeField(16, varint: UInt64(bitPattern: Int64(category.rawValue))) }
        if creditsTenths != 0 { writer.writeField(24, varint: UInt64(creditsTenths)) }
        if hoursTenths != 0 { writer.writeField(32, varint: UInt64(hoursTenths)) }
    }
}

package struct ExportRequest: Message {
    package static let typeName = "rollcall.ExportRequest"

    package var kind: ExportKind
    package var offering: UInt64

    package init() {
        kind = .unspecified
        offering = 0
    }

    package init(kind: ExportKind = .unspecified, offering: UInt64 = 0) {
        self.kind = kind
        self.offering = offering
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: kind = try reader.readEnum(ExportKind.unspecified)
        case 16: offering = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if kind.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
        if offering != 0 { writer.writeField(16, varint: offering) }
    }
}

package struct ExportChunk: Message {
    package static let typeName = "rollcall.ExportChunk"

    package var bytes: [UInt8]

    package init() {
        bytes = []
    }

    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: bytes = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !bytes.isEmpty { writer.writeField(10, bytes: bytes) }
    }
}
