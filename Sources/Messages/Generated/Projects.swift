// Generated from Protocol/projects.proto by `make generate`; change that and generate again.
package import Wire

package enum ProjectLevel: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case national = 1
    case provincial = 2
    case city = 3
}

package enum CreditCategory: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case i = 1
    case ii = 2
}

package enum OfferingState: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case draft = 1
    case submitted = 2
    case approved = 3
    case rejected = 4
    case cancelled = 5
}

/// Hours and credits are in tenths: 15 = 1.5.
package struct Course: Message {
    package static let typeName = "rollcall.Course"

    package var id: UInt64
    package var name: String
    package var hoursTenths: UInt32
    package var creditsTenths: UInt32

    package init() {
        id = 0
        name = ""
        hoursTenths = 0
        creditsTenths = 0
    }

    package init(id: UInt64 = 0, name: String = "", hoursTenths: UInt32 = 0, creditsTenths: UInt32 = 0) {
        self.id = id
        self.name = name
        self.hoursTenths = hoursTenths
        self.creditsTenths = creditsTenths
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 18: name = try reader.readString()
        case 24: hoursTenths = try reader.readUInt32()
        case 32: creditsTenths = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if hoursTenths != 0 { writer.writeField(24, varint: UInt64(hoursTenths)) }
        if creditsTenths != 0 { writer.writeField(32, varint: UInt64(creditsTenths)) }
    }
}

package struct Project: Message {
    package static let typeName = "rollcall.Project"

    package var id: UInt64
    package var number: String
    package var name: String
    package var level: ProjectLevel
    package var category: CreditCategory
    package var hoursTenths: UInt32
    package var creditsTenths: UInt32
    /// organisation
    package var owner: UInt64
    package var courses: [Course]

    package init() {
        id = 0
        number = ""
        name = ""
        level = .unspecified
        category = .unspecified
        hoursTenths = 0
        creditsTenths = 0
        owner = 0
        courses = []
    }

    package init(
        id: UInt64 = 0, number: String = "", name: String = "", level: ProjectLevel = .unspecified,
        category: CreditCategory = .unspecified, hoursTenths: UInt32 = 0, creditsTenths: UInt32 = 0, owner: UInt64 = 0,
        courses: [Course] = []
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.level = level
        self.category = category
        self.hoursTenths = hoursTenths
        self.creditsTenths = creditsTenths
        self.owner = owner
        self.courses = courses
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 18: number = try reader.readString()
        case 26: name = try reader.readString()
        case 32: level = try reader.readEnum(ProjectLevel.unspecified)
        case 40: category = try reader.readEnum(CreditCategory.unspecified)
        case 48: hoursTenths = try reader.readUInt32()
        case 56: creditsTenths = try reader.readUInt32()
        case 64: owner = try reader.readUInt64()
        case 74: courses.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if !number.isEmpty { writer.writeField(18, string: number) }
        if !name.isEmpty { writer.writeField(26, string: name) }
        if level.rawValue != 0 { writer.writeField(32, varint: UInt64(bitPattern: Int64(level.rawValue))) }
        if category.rawValue != 0 { writer.writeField(40, varint: UInt64(bitPattern: Int64(category.rawValue))) }
        if hoursTenths != 0 { writer.writeField(48, varint: UInt64(hoursTenths)) }
        if creditsTenths != 0 { writer.writeField(56, varint: UInt64(creditsTenths)) }
        if owner != 0 { writer.writeField(64, varint: owner) }
        for value in courses { writer.writeField(74, message: value) }
    }
}

package struct CreateProjectRequest: Message {
    package static let typeName = "rollcall.CreateProjectRequest"

    package var project: Project?

    package init() {
    }

    package init(project: Project? = nil) {
        self.project = project
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: project = try reader.readMessage(into: project, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let project { writer.writeField(10, message: project) }
    }
}

package struct CreateProjectReply: Message {
    package static let typeName = "rollcall.CreateProjectReply"

    package var project: Project?

    package init() {
    }

    package init(project: Project? = nil) {
        self.project = project
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: project = try reader.readMessage(into: project, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let project { writer.writeField(10, message: project) }
    }
}

package struct ListProjectsRequest: Message {
    package static let typeName = "rollcall.ListProjectsRequest"

    package var after: UInt64
    package var limit: UInt32
    package var nameContains: String

    package init() {
        after = 0
        limit = 0
        nameContains = ""
    }

    package init(after: UInt64 = 0, limit: UInt32 = 0, nameContains: String = "") {
        self.after = after
        self.limit = limit
        self.nameContains = nameContains
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: after = try reader.readUInt64()
        case 16: limit = try reader.readUInt32()
        case 26: nameContains = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if after != 0 { writer.writeField(8, varint: after) }
        if limit != 0 { writer.writeField(16, varint: UInt64(limit)) }
        if !nameContains.isEmpty { writer.writeField(26, string: nameContains) }
    }
}

package struct ListProjectsReply: Message {
    package static let typeName = "rollcall.ListProjectsReply"

    package var projects: [Project]
    package var next: UInt64

    package init() {
        projects = []
        next = 0
    }

    package init(projects: [Project] = [], next: UInt64 = 0) {
        self.projects = projects
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: projects.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in projects { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}

/// Days count from 1970-01-01 in the programme's time zone; minutes count from that day's midnight.
package struct ActivityDate: Message {
    package static let typeName = "rollcall.ActivityDate"

    package var day: Int32
    package var hoursTenths: UInt32

    package init() {
        day = 0
        hoursTenths = 0
    }

    package init(day: Int32 = 0, hoursTenths: UInt32 = 0) {
        self.day = day
        self.hoursTenths = hoursTenths
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: day = try reader.readInt32()
        case 16: hoursTenths = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if day != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(day))) }
        if hoursTenths != 0 { writer.writeField(16, varint: UInt64(hoursTenths)) }
    }
}

package struct Window: Message {
    package static let typeName = "rollcall.Window"

    package var day: Int32
    package var fromMinute: UInt32
    package var toMinute: UInt32
    package var course: UInt64

    package init() {
        day = 0
        fromMinute = 0
        toMinute = 0
        course = 0
    }

    package init(day: Int32 = 0, fromMinute: UInt32 = 0, toMinute: UInt32 = 0, course: UInt64 = 0) {
        self.day = day
        self.fromMinute = fromMinute
        self.toMinute = toMinute
        self.course = course
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: day = try reader.readInt32()
        case 16: fromMinute = try reader.readUInt32()
        case 24: toMinute = try reader.readUInt32()
        case 32: course = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if day != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(day))) }
        if fromMinute != 0 { writer.writeField(16, varint: UInt64(fromMinute)) }
        if toMinute != 0 { writer.writeField(24, varint: UInt64(toMinute)) }
        if course != 0 { writer.writeField(32, varint: course) }
    }
}

package struct Offering: Message {
    package static let typeName = "rollcall.Offering"

    package var id: UInt64
    package var programme: UInt64
    package var project: UInt64
    package var base: UInt64
    package var title: String
    package var state: OfferingState
    package var dates: [ActivityDate]
    package var windows: [Window]
    /// of the exam's 10000
    package var passMarkHundredths: UInt32
    package var codePeriodS: UInt32
    package var rosterSize: UInt32
    package var timeZone: String

    package init() {
        id = 0
        programme = 0
        project = 0
        base = 0
        title = ""
        state = .unspecified
        dates = []
        windows = []
        passMarkHundredths = 0
        codePeriodS = 0
        rosterSize = 0
        timeZone = ""
    }

    package init(
        id: UInt64 = 0, programme: UInt64 = 0, project: UInt64 = 0, base: UInt64 = 0, title: String = "",
        state: OfferingState = .unspecified, dates: [ActivityDate] = [], windows: [Window] = [],
        passMarkHundredths: UInt32 = 0, codePeriodS: UInt32 = 0, rosterSize: UInt32 = 0, timeZone: String = ""
    ) {
        self.id = id
        self.programme = programme
        self.project = project
        self.base = base
        self.title = title
        self.state = state
        self.dates = dates
        self.windows = windows
        self.passMarkHundredths = passMarkHundredths
        self.codePeriodS = codePeriodS
        self.rosterSize = rosterSize
        self.timeZone = timeZone
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 16: programme = try reader.readUInt64()
        case 24: project = try reader.readUInt64()
        case 32: base = try reader.readUInt64()
        case 42: title = try reader.readString()
        case 48: state = try reader.readEnum(OfferingState.unspecified)
        case 58: dates.append(try reader.readMessage(into: nil, depth: depth))
        case 66: windows.append(try reader.readMessage(into: nil, depth: depth))
        case 72: passMarkHundredths = try reader.readUInt32()
        case 80: codePeriodS = try reader.readUInt32()
        case 88: rosterSize = try reader.readUInt32()
        case 98: timeZone = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if programme != 0 { writer.writeField(16, varint: programme) }
        if project != 0 { writer.writeField(24, varint: project) }
        if base != 0 { writer.writeField(32, varint: base) }
        if !title.isEmpty { writer.writeField(42, string: title) }
        if state.rawValue != 0 { writer.writeField(48, varint: UInt64(bitPattern: Int64(state.rawValue))) }
        for value in dates { writer.writeField(58, message: value) }
        for value in windows { writer.writeField(66, message: value) }
        if passMarkHundredths != 0 { writer.writeField(72, varint: UInt64(passMarkHundredths)) }
        if codePeriodS != 0 { writer.writeField(80, varint: UInt64(codePeriodS)) }
        if rosterSize != 0 { writer.writeField(88, varint: UInt64(rosterSize)) }
        if !timeZone.isEmpty { writer.writeField(98, string: timeZone) }
    }
}

package struct CreateOfferingRequest: Message {
    package static let typeName = "rollcall.CreateOfferingRequest"

    package var offering: Offering?

    package init() {
    }

    package init(offering: Offering? = nil) {
        self.offering = offering
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: offering = try reader.readMessage(into: offering, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let offering { writer.writeField(10, message: offering) }
    }
}

package struct OfferingReply: Message {
    package static let typeName = "rollcall.OfferingReply"

    package var offering: Offering?

    package init() {
    }

    package init(offering: Offering? = nil) {
        self.offering = offering
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: offering = try reader.readMessage(into: offering, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let offering { writer.writeField(10, message: offering) }
    }
}

package struct SubmitOfferingRequest: Message {
    package static let typeName = "rollcall.SubmitOfferingRequest"

    package var offering: UInt64

    package init() {
        offering = 0
    }

    package init(offering: UInt64 = 0) {
        self.offering = offering
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
    }
}

package struct DecideOfferingRequest: Message {
    package static let typeName = "rollcall.DecideOfferingRequest"

    package var offering: UInt64
    package var approved: Bool
    package var reason: String

    package init() {
        offering = 0
        approved = false
        reason = ""
    }

    package init(offering: UInt64 = 0, approved: Bool = false, reason: String = "") {
        self.offering = offering
        self.approved = approved
        self.reason = reason
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: approved = try reader.readBool()
        case 26: reason = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if approved { writer.writeField(16, varint: approved ? 1 : 0) }
        if !reason.isEmpty { writer.writeField(26, string: reason) }
    }
}

package struct GetOfferingRequest: Message {
    package static let typeName = "rollcall.GetOfferingRequest"

    package var offering: UInt64

    package init() {
        offering = 0
    }

    package init(offering: UInt64 = 0) {
        self.offering = offering
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
    }
}

package struct ListOfferingsRequest: Message {
    package static let typeName = "rollcall.ListOfferingsRequest"

    package var after: UInt64
    package var limit: UInt32
    package var base: UInt64
    package var state: OfferingState

    package init() {
        after = 0
        limit = 0
        base = 0
        state = .unspecified
    }

    package init(after: UInt64 = 0, limit: UInt32 = 0, base: UInt64 = 0, state: OfferingState = .unspecified) {
        self.after = after
        self.limit = limit
        self.base = base
        self.state = state
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: after = try reader.readUInt64()
        case 16: limit = try reader.readUInt32()
        case 24: base = try reader.readUInt64()
        case 32: state = try reader.readEnum(OfferingState.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if after != 0 { writer.writeField(8, varint: after) }
        if limit != 0 { writer.writeField(16, varint: UInt64(limit)) }
        if base != 0 { writer.writeField(24, varint: base) }
        if state.rawValue != 0 { writer.writeField(32, varint: UInt64(bitPattern: Int64(state.rawValue))) }
    }
}

package struct ListOfferingsReply: Message {
    package static let typeName = "rollcall.ListOfferingsReply"

    package var offerings: [Offering]
    package var next: UInt64

    package init() {
        offerings = []
        next = 0
    }

    package init(offerings: [Offering] = [], next: UInt64 = 0) {
        self.offerings = offerings
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: offerings.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in offerings { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}

package struct RosterEntry: Message {
    package static let typeName = "rollcall.RosterEntry"

    package var person: UInt64
    package var number: String
    package var name: String
    package var unit: String
    package var title: String

    package init() {
        person = 0
        number = ""
        name = ""
        unit = ""
        title = ""
    }

    package init(person: UInt64 = 0, number: String = "", name: String = "", unit: String = "", title: String = "") {
        self.person = person
        self.number = number
        self.name = name
        self.unit = unit
        self.title = title
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: person = try reader.readUInt64()
        case 18: number = try reader.readString()
        case 26: name = try reader.readString()
        case 34: unit = try reader.readString()
        case 42: title = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if person != 0 { writer.writeField(8, varint: person) }
        if !number.isEmpty { writer.writeField(18, string: number) }
        if !name.isEmpty { writer.writeField(26, string: name) }
        if !unit.isEmpty { writer.writeField(34, string: unit) }
        if !title.isEmpty { writer.writeField(42, string: title) }
    }
}

package struct ListRosterRequest: Message {
    package static let typeName = "rollcall.ListRosterRequest"

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

package struct ListRosterReply: Message {
    package static let typeName = "rollcall.ListRosterReply"

    package var entries: [RosterEntry]
    package var next: UInt64

    package init() {
        entries = []
        next = 0
    }

    package init(entries: [RosterEntry] = [], next: UInt64 = 0) {
        self.entries = entries
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: entries.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entries { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}
