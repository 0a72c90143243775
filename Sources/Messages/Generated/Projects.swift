// Generated from Protocol/projects.proto by `make generate`; change that and generate again.

package import Wire

/// Hours and credits are in tenths: 15 = 1.5.
package struct Course: Message {
    package static var typeName: String { "Course" }

    package var id: UInt64 = 0
    package var name = ""
    package var hoursTenths: UInt32 = 0
    package var creditsTenths: UInt32 = 0

    package init() {}

    package init(id: UInt64 = 0, name: String = "", hoursTenths: UInt32 = 0, creditsTenths: UInt32 = 0) {
        self.id = id
        self.name = name
        self.hoursTenths = hoursTenths
        self.creditsTenths = creditsTenths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: hoursTenths = try reader.readUInt32()
            case 32: creditsTenths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
        writer.field(24, hoursTenths)
        writer.field(32, creditsTenths)
    }
}

package struct Project: Message {
    package static var typeName: String { "Project" }

    package var id: UInt64 = 0
    package var number = ""
    package var name = ""
    package var level: ProjectLevel? = nil
    package var category: CreditCategory? = nil
    package var hoursTenths: UInt32 = 0
    package var creditsTenths: UInt32 = 0
    /// organisation
    package var owner: UInt64 = 0
    package var courses: [Course] = []
    /// PRJ-9a: how many were approved, ≤ 100; 0 = any number
    package var runs: UInt32 = 0
    /// of its approval; 0 = that of from_day, if any
    package var year: UInt32 = 0
    /// PRJ-1b: the term in which it is held; both 0 = at any time
    package var fromDay: Int32 = 0
    /// its last day
    package var untilDay: Int32 = 0
    /// changed by SetProjectState alone
    package var state: ProjectState? = nil
    /// runs submitted and not rejected or cancelled
    package var registered: UInt32 = 0

    package init() {}

    package init(
        id: UInt64 = 0, number: String = "", name: String = "", level: ProjectLevel? = nil,
        category: CreditCategory? = nil, hoursTenths: UInt32 = 0, creditsTenths: UInt32 = 0, owner: UInt64 = 0,
        courses: [Course] = [], runs: UInt32 = 0, year: UInt32 = 0, fromDay: Int32 = 0, untilDay: Int32 = 0,
        state: ProjectState? = nil, registered: UInt32 = 0
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
        self.runs = runs
        self.year = year
        self.fromDay = fromDay
        self.untilDay = untilDay
        self.state = state
        self.registered = registered
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: level = ProjectLevel(rawValue: try reader.readInt32())
            case 40: category = CreditCategory(rawValue: try reader.readInt32())
            case 48: hoursTenths = try reader.readUInt32()
            case 56: creditsTenths = try reader.readUInt32()
            case 64: owner = try reader.readUInt64()
            case 74: try reader.readMessage(appendingTo: &courses)
            case 80: runs = try reader.readUInt32()
            case 88: year = try reader.readUInt32()
            case 96: fromDay = try reader.readInt32()
            case 104: untilDay = try reader.readInt32()
            case 112: state = ProjectState(rawValue: try reader.readInt32())
            case 120: registered = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, level?.rawValue ?? 0)
        writer.field(40, category?.rawValue ?? 0)
        writer.field(48, hoursTenths)
        writer.field(56, creditsTenths)
        writer.field(64, owner)
        for value in courses { writer.element(74, value) }
        writer.field(80, runs)
        writer.field(88, year)
        writer.field(96, fromDay)
        writer.field(104, untilDay)
        writer.field(112, state?.rawValue ?? 0)
        writer.field(120, registered)
    }
}

package struct CreateProjectRequest: Message {
    package static var typeName: String { "CreateProjectRequest" }

    package var project: Project? = nil

    package init() {}

    package init(project: Project? = nil) {
        self.project = project
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &project)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, project)
    }
}

package struct CreateProjectReply: Message {
    package static var typeName: String { "CreateProjectReply" }

    package var project: Project? = nil

    package init() {}

    package init(project: Project? = nil) {
        self.project = project
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &project)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, project)
    }
}

/// PRJ-1b: each filter that is given holds.
package struct ListProjectsRequest: Message {
    package static var typeName: String { "ListProjectsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var nameContains = ""
    package var numberContains = ""
    package var level: ProjectLevel? = nil
    package var year: UInt32 = 0
    package var state: ProjectState? = nil
    /// in whose term this day lies, or which has none; 0 = any
    package var onDay: Int32 = 0
    package var category: CreditCategory? = nil
    package var owner: UInt64 = 0

    package init() {}

    package init(
        after: UInt64 = 0, limit: UInt32 = 0, nameContains: String = "", numberContains: String = "",
        level: ProjectLevel? = nil, year: UInt32 = 0, state: ProjectState? = nil, onDay: Int32 = 0,
        category: CreditCategory? = nil, owner: UInt64 = 0
    ) {
        self.after = after
        self.limit = limit
        self.nameContains = nameContains
        self.numberContains = numberContains
        self.level = level
        self.year = year
        self.state = state
        self.onDay = onDay
        self.category = category
        self.owner = owner
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 26: nameContains = try reader.readString()
            case 34: numberContains = try reader.readString()
            case 40: level = ProjectLevel(rawValue: try reader.readInt32())
            case 48: year = try reader.readUInt32()
            case 56: state = ProjectState(rawValue: try reader.readInt32())
            case 64: onDay = try reader.readInt32()
            case 72: category = CreditCategory(rawValue: try reader.readInt32())
            case 80: owner = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(26, nameContains)
        writer.field(34, numberContains)
        writer.field(40, level?.rawValue ?? 0)
        writer.field(48, year)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(64, onDay)
        writer.field(72, category?.rawValue ?? 0)
        writer.field(80, owner)
    }
}

package struct ListProjectsReply: Message {
    package static var typeName: String { "ListProjectsReply" }

    package var projects: [Project] = []
    package var next: UInt64 = 0

    package init() {}

    package init(projects: [Project] = [], next: UInt64 = 0) {
        self.projects = projects
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &projects)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in projects { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// PRJ-2: who teaches a course of an offering, named by participant number.
package struct Instructor: Message {
    package static var typeName: String { "Instructor" }

    package var course: UInt64 = 0
    /// the participant number: matched when saved, unknown → not_found; only staff see it
    package var number = ""
    /// as matched
    package var name = ""
    /// as matched; only staff see it
    package var person: UInt64 = 0
    /// taught; 0 = the course's. Those of one course are no more than it has
    package var hoursTenths: UInt32 = 0

    package init() {}

    package init(
        course: UInt64 = 0, number: String = "", name: String = "", person: UInt64 = 0, hoursTenths: UInt32 = 0
    ) {
        self.course = course
        self.number = number
        self.name = name
        self.person = person
        self.hoursTenths = hoursTenths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: course = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: person = try reader.readUInt64()
            case 40: hoursTenths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, course)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, person)
        writer.field(40, hoursTenths)
    }
}

package struct Teaching: Message {
    package static var typeName: String { "Teaching" }

    package var instructors: [Instructor] = []

    package init() {}

    package init(instructors: [Instructor] = []) {
        self.instructors = instructors
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &instructors)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in instructors { writer.element(10, value) }
    }
}

package struct OfferingDocument: Message {
    package static var typeName: String { "OfferingDocument" }

    package var id: UInt64 = 0
    package var kind: OfferingDocumentKind? = nil
    package var width: UInt32 = 0
    package var height: UInt32 = 0
    package var size: UInt32 = 0
    package var uploadedMs: Int64 = 0
    /// not one that was replaced, or that waits for approval
    package var holds = false

    package init() {}

    package init(
        id: UInt64 = 0, kind: OfferingDocumentKind? = nil, width: UInt32 = 0, height: UInt32 = 0, size: UInt32 = 0,
        uploadedMs: Int64 = 0, holds: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.width = width
        self.height = height
        self.size = size
        self.uploadedMs = uploadedMs
        self.holds = holds
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = OfferingDocumentKind(rawValue: try reader.readInt32())
            case 24: width = try reader.readUInt32()
            case 32: height = try reader.readUInt32()
            case 40: size = try reader.readUInt32()
            case 48: uploadedMs = try reader.readInt64()
            case 56: holds = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, width)
        writer.field(32, height)
        writer.field(40, size)
        writer.field(48, uploadedMs)
        writer.field(56, holds)
    }
}

/// Days count from 1970-01-01 in the programme's time zone; minutes count from that day's midnight.
package struct ActivityDate: Message {
    package static var typeName: String { "ActivityDate" }

    package var day: Int32 = 0
    package var hoursTenths: UInt32 = 0

    package init() {}

    package init(day: Int32 = 0, hoursTenths: UInt32 = 0) {
        self.day = day
        self.hoursTenths = hoursTenths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: day = try reader.readInt32()
            case 16: hoursTenths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, day)
        writer.field(16, hoursTenths)
    }
}

package struct Window: Message {
    package static var typeName: String { "Window" }

    package var day: Int32 = 0
    package var fromMinute: UInt32 = 0
    package var toMinute: UInt32 = 0
    package var course: UInt64 = 0

    package init() {}

    package init(day: Int32 = 0, fromMinute: UInt32 = 0, toMinute: UInt32 = 0, course: UInt64 = 0) {
        self.day = day
        self.fromMinute = fromMinute
        self.toMinute = toMinute
        self.course = course
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: day = try reader.readInt32()
            case 16: fromMinute = try reader.readUInt32()
            case 24: toMinute = try reader.readUInt32()
            case 32: course = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, day)
        writer.field(16, fromMinute)
        writer.field(24, toMinute)
        writer.field(32, course)
    }
}

package struct Offering: Message {
    package static var typeName: String { "Offering" }

    package var id: UInt64 = 0
    package var programme: UInt64 = 0
    package var project: UInt64 = 0
    package var base: UInt64 = 0
    package var title = ""
    package var state: OfferingState? = nil
    package var dates: [ActivityDate] = []
    package var windows: [Window] = []
    /// of the exam's 10000
    package var passMarkHundredths: UInt32 = 0
    package var codePeriodS: UInt32 = 0
    package var rosterSize: UInt32 = 0
    package var timeZone = ""
    /// 0 = in person when created, as it is when changed
    package var modality: Modality? = nil
    /// absent = nobody when created, as it is when changed
    package var teaching: Teaching? = nil
    /// those that hold, or would; changed by uploads alone
    package var documents: [OfferingDocument] = []

    package init() {}

    package init(
        id: UInt64 = 0, programme: UInt64 = 0, project: UInt64 = 0, base: UInt64 = 0, title: String = "",
        state: OfferingState? = nil, dates: [ActivityDate] = [], windows: [Window] = [], passMarkHundredths: UInt32 = 0,
        codePeriodS: UInt32 = 0, rosterSize: UInt32 = 0, timeZone: String = "", modality: Modality? = nil,
        teaching: Teaching? = nil, documents: [OfferingDocument] = []
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
        self.modality = modality
        self.teaching = teaching
        self.documents = documents
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 24: project = try reader.readUInt64()
            case 32: base = try reader.readUInt64()
            case 42: title = try reader.readString()
            case 48: state = OfferingState(rawValue: try reader.readInt32())
            case 58: try reader.readMessage(appendingTo: &dates)
            case 66: try reader.readMessage(appendingTo: &windows)
            case 72: passMarkHundredths = try reader.readUInt32()
            case 80: codePeriodS = try reader.readUInt32()
            case 88: rosterSize = try reader.readUInt32()
            case 98: timeZone = try reader.readString()
            case 104: modality = Modality(rawValue: try reader.readInt32())
            case 114: try reader.readMessage(into: &teaching)
            case 122: try reader.readMessage(appendingTo: &documents)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, programme)
        writer.field(24, project)
        writer.field(32, base)
        writer.field(42, title)
        writer.field(48, state?.rawValue ?? 0)
        for value in dates { writer.element(58, value) }
        for value in windows { writer.element(66, value) }
        writer.field(72, passMarkHundredths)
        writer.field(80, codePeriodS)
        writer.field(88, rosterSize)
        writer.field(98, timeZone)
        writer.field(104, modality?.rawValue ?? 0)
        writer.field(114, teaching)
        for value in documents { writer.element(122, value) }
    }
}

package struct CreateOfferingRequest: Message {
    package static var typeName: String { "CreateOfferingRequest" }

    package var offering: Offering? = nil

    package init() {}

    package init(offering: Offering? = nil) {
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &offering)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, offering)
    }
}

package struct OfferingReply: Message {
    package static var typeName: String { "OfferingReply" }

    package var offering: Offering? = nil

    package init() {}

    package init(offering: Offering? = nil) {
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &offering)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, offering)
    }
}

package struct SubmitOfferingRequest: Message {
    package static var typeName: String { "SubmitOfferingRequest" }

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

package struct GetOfferingRequest: Message {
    package static var typeName: String { "GetOfferingRequest" }

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

package struct ListOfferingsRequest: Message {
    package static var typeName: String { "ListOfferingsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var base: UInt64 = 0
    package var state: OfferingState? = nil

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, base: UInt64 = 0, state: OfferingState? = nil) {
        self.after = after
        self.limit = limit
        self.base = base
        self.state = state
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: base = try reader.readUInt64()
            case 32: state = OfferingState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, base)
        writer.field(32, state?.rawValue ?? 0)
    }
}

package struct ListOfferingsReply: Message {
    package static var typeName: String { "ListOfferingsReply" }

    package var offerings: [Offering] = []
    package var next: UInt64 = 0

    package init() {}

    package init(offerings: [Offering] = [], next: UInt64 = 0) {
        self.offerings = offerings
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &offerings)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in offerings { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct RosterEntry: Message {
    package static var typeName: String { "RosterEntry" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var unit = ""
    package var title = ""

    package init() {}

    package init(person: UInt64 = 0, number: String = "", name: String = "", unit: String = "", title: String = "") {
        self.person = person
        self.number = number
        self.name = name
        self.unit = unit
        self.title = title
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 34: unit = try reader.readString()
            case 42: title = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(34, unit)
        writer.field(42, title)
    }
}

package struct ListRosterRequest: Message {
    package static var typeName: String { "ListRosterRequest" }

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

package struct ListRosterReply: Message {
    package static var typeName: String { "ListRosterReply" }

    package var entries: [RosterEntry] = []
    package var next: UInt64 = 0

    package init() {}

    package init(entries: [RosterEntry] = [], next: UInt64 = 0) {
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

/// PRJ-8b: entries are named by their numbers on the roster.
package struct ChangeRosterEntryRequest: Message {
    package static var typeName: String { "ChangeRosterEntryRequest" }

    package var offering: UInt64 = 0
    package var number = ""
    /// empty = stays
    package var newNumber = ""
    /// empty = stays
    package var newName = ""

    package init() {}

    package init(offering: UInt64 = 0, number: String = "", newNumber: String = "", newName: String = "") {
        self.offering = offering
        self.number = number
        self.newNumber = newNumber
        self.newName = newName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: newNumber = try reader.readString()
            case 34: newName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, number)
        writer.field(26, newNumber)
        writer.field(34, newName)
    }
}

package struct ChangeRosterEntryReply: Message {
    package static var typeName: String { "ChangeRosterEntryReply" }

    package var entry: RosterEntry? = nil

    package init() {}

    package init(entry: RosterEntry? = nil) {
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

package struct SwapRosterNumbersRequest: Message {
    package static var typeName: String { "SwapRosterNumbersRequest" }

    package var offering: UInt64 = 0
    package var number = ""
    package var otherNumber = ""

    package init() {}

    package init(offering: UInt64 = 0, number: String = "", otherNumber: String = "") {
        self.offering = offering
        self.number = number
        self.otherNumber = otherNumber
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: otherNumber = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, number)
        writer.field(26, otherNumber)
    }
}

package struct SwapRosterNumbersReply: Message {
    package static var typeName: String { "SwapRosterNumbersReply" }

    package var entries: [RosterEntry] = []

    package init() {}

    package init(entries: [RosterEntry] = []) {
        self.entries = entries
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &entries)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entries { writer.element(10, value) }
    }
}

package struct RemoveRosterEntriesRequest: Message {
    package static var typeName: String { "RemoveRosterEntriesRequest" }

    package var offering: UInt64 = 0
    package var numbers: [String] = []
    package var reason = ""

    package init() {}

    package init(offering: UInt64 = 0, numbers: [String] = [], reason: String = "") {
        self.offering = offering
        self.numbers = numbers
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: numbers.append(try reader.readString())
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        for value in numbers { writer.element(18, value) }
        writer.field(26, reason)
    }
}

package struct RemoveRosterEntriesReply: Message {
    package static var typeName: String { "RemoveRosterEntriesReply" }

    package var entries: [RosterEntry] = []

    package init() {}

    package init(entries: [RosterEntry] = []) {
        self.entries = entries
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &entries)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entries { writer.element(10, value) }
    }
}

/// PRJ-8a, PRJ-9c: title, base, dates, windows, pass mark, code period, modality and teaching are those given. A change
/// of an approved offering
/// waits for the same approval, and takes the place of another that waits; what holds, given again, takes that one
/// back.
package struct ChangeOfferingRequest: Message {
    package static var typeName: String { "ChangeOfferingRequest" }

    package var offering: Offering? = nil
    /// 1 … 500 characters, unless it is a draft; those concerned are told
    package var reason = ""

    package init() {}

    package init(offering: Offering? = nil, reason: String = "") {
        self.offering = offering
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &offering)
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, offering)
        writer.field(18, reason)
    }
}

package struct ChangeOfferingReply: Message {
    package static var typeName: String { "ChangeOfferingReply" }

    /// as it holds
    package var offering: Offering? = nil
    /// what waits for approval
    package var proposed: OfferingChange? = nil

    package init() {}

    package init(offering: Offering? = nil, proposed: OfferingChange? = nil) {
        self.offering = offering
        self.proposed = proposed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &offering)
            case 18: try reader.readMessage(into: &proposed)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, offering)
        writer.field(18, proposed)
    }
}

/// A change of an offering that is no draft. The history keeps what each one replaced.
package struct OfferingChange: Message {
    package static var typeName: String { "OfferingChange" }

    /// the subject of its review, of kind OFFERING_CHANGE
    package var id: UInt64 = 0
    package var state: ReviewState? = nil
    /// what held when it was proposed, or what an approved one replaced
    package var before: Offering? = nil
    package var after: Offering? = nil
    package var reason = ""
    /// who proposed it
    package var person: UInt64 = 0
    package var personName = ""
    package var atMs: Int64 = 0
    /// why it was not approved
    package var decisionReason = ""

    package init() {}

    package init(
        id: UInt64 = 0, state: ReviewState? = nil, before: Offering? = nil, after: Offering? = nil, reason: String = "",
        person: UInt64 = 0, personName: String = "", atMs: Int64 = 0, decisionReason: String = ""
    ) {
        self.id = id
        self.state = state
        self.before = before
        self.after = after
        self.reason = reason
        self.person = person
        self.personName = personName
        self.atMs = atMs
        self.decisionReason = decisionReason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: state = ReviewState(rawValue: try reader.readInt32())
            case 26: try reader.readMessage(into: &before)
            case 34: try reader.readMessage(into: &after)
            case 42: reason = try reader.readString()
            case 48: person = try reader.readUInt64()
            case 58: personName = try reader.readString()
            case 64: atMs = try reader.readInt64()
            case 74: decisionReason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(26, before)
        writer.field(34, after)
        writer.field(42, reason)
        writer.field(48, person)
        writer.field(58, personName)
        writer.field(64, atMs)
        writer.field(74, decisionReason)
    }
}

package struct ListOfferingChangesRequest: Message {
    package static var typeName: String { "ListOfferingChangesRequest" }

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

package struct ListOfferingChangesReply: Message {
    package static var typeName: String { "ListOfferingChangesReply" }

    package var changes: [OfferingChange] = []
    package var next: UInt64 = 0

    package init() {}

    package init(changes: [OfferingChange] = [], next: UInt64 = 0) {
        self.changes = changes
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &changes)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in changes { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct CancelOfferingRequest: Message {
    package static var typeName: String { "CancelOfferingRequest" }

    package var offering: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(offering: UInt64 = 0, reason: String = "") {
        self.offering = offering
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, reason)
    }
}

package struct DeleteOfferingRequest: Message {
    package static var typeName: String { "DeleteOfferingRequest" }

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

package struct DeleteOfferingReply: Message {
    package static var typeName: String { "DeleteOfferingReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// PRJ-8c: all but the owner; a course with an id stays that course.
package struct ChangeProjectRequest: Message {
    package static var typeName: String { "ChangeProjectRequest" }

    package var project: Project? = nil

    package init() {}

    package init(project: Project? = nil) {
        self.project = project
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &project)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, project)
    }
}

package struct ChangeProjectReply: Message {
    package static var typeName: String { "ChangeProjectReply" }

    package var project: Project? = nil

    package init() {}

    package init(project: Project? = nil) {
        self.project = project
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &project)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, project)
    }
}

/// Pieces of the file follow. In a draft, and after a return, the document takes the place of the one before. Of an
/// offering that waits
/// the review begins again. Of an approved one a first document of its kind holds at once, and any other is a change
/// that waits for the
/// same approval; one that waits already is part of it.
package struct UploadDocumentRequest: Message {
    package static var typeName: String { "UploadDocumentRequest" }

    package var offering: UInt64 = 0
    package var kind: OfferingDocumentKind? = nil
    package var size: UInt32 = 0
    /// BLAKE2b-256 of the file
    package var digest: [UInt8] = []
    /// of a change: 1 … 500 characters
    package var reason = ""

    package init() {}

    package init(
        offering: UInt64 = 0, kind: OfferingDocumentKind? = nil, size: UInt32 = 0, digest: [UInt8] = [],
        reason: String = ""
    ) {
        self.offering = offering
        self.kind = kind
        self.size = size
        self.digest = digest
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: kind = OfferingDocumentKind(rawValue: try reader.readInt32())
            case 24: size = try reader.readUInt32()
            case 34: digest = try reader.readBytes()
            case 42: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, size)
        writer.field(34, digest)
        writer.field(42, reason)
    }
}

package struct DocumentChunk: Message {
    package static var typeName: String { "DocumentChunk" }

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

package struct UploadDocumentReply: Message {
    package static var typeName: String { "UploadDocumentReply" }

    package var document: OfferingDocument? = nil
    /// what waits for approval
    package var proposed: OfferingChange? = nil

    package init() {}

    package init(document: OfferingDocument? = nil, proposed: OfferingChange? = nil) {
        self.document = document
        self.proposed = proposed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &document)
            case 18: try reader.readMessage(into: &proposed)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, document)
        writer.field(18, proposed)
    }
}

package struct GetDocumentRequest: Message {
    package static var typeName: String { "GetDocumentRequest" }

    package var document: UInt64 = 0

    package init() {}

    package init(document: UInt64 = 0) {
        self.document = document
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: document = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, document)
    }
}

/// Every one that was reviewed, the latest first.
package struct ListDocumentsRequest: Message {
    package static var typeName: String { "ListDocumentsRequest" }

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

package struct ListDocumentsReply: Message {
    package static var typeName: String { "ListDocumentsReply" }

    package var documents: [OfferingDocument] = []
    package var next: UInt64 = 0

    package init() {}

    package init(documents: [OfferingDocument] = [], next: UInt64 = 0) {
        self.documents = documents
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &documents)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in documents { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct RemoveDocumentRequest: Message {
    package static var typeName: String { "RemoveDocumentRequest" }

    package var document: UInt64 = 0

    package init() {}

    package init(document: UInt64 = 0) {
        self.document = document
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: document = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, document)
    }
}

package struct RemoveDocumentReply: Message {
    package static var typeName: String { "RemoveDocumentReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct SetProjectStateRequest: Message {
    package static var typeName: String { "SetProjectStateRequest" }

    package var project: UInt64 = 0
    package var state: ProjectState? = nil
    package var reason = ""

    package init() {}

    package init(project: UInt64 = 0, state: ProjectState? = nil, reason: String = "") {
        self.project = project
        self.state = state
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: project = try reader.readUInt64()
            case 16: state = ProjectState(rawValue: try reader.readInt32())
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, project)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(26, reason)
    }
}

package struct Run: Message {
    package static var typeName: String { "Run" }

    package var state: RunState? = nil
    /// 0 = not registered
    package var offering: UInt64 = 0
    package var title = ""
    package var base: UInt64 = 0
    package var baseName = ""
    package var firstDay: Int32 = 0
    package var lastDay: Int32 = 0

    package init() {}

    package init(
        state: RunState? = nil, offering: UInt64 = 0, title: String = "", base: UInt64 = 0, baseName: String = "",
        firstDay: Int32 = 0, lastDay: Int32 = 0
    ) {
        self.state = state
        self.offering = offering
        self.title = title
        self.base = base
        self.baseName = baseName
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: state = RunState(rawValue: try reader.readInt32())
            case 16: offering = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 32: base = try reader.readUInt64()
            case 42: baseName = try reader.readString()
            case 48: firstDay = try reader.readInt32()
            case 56: lastDay = try reader.readInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, state?.rawValue ?? 0)
        writer.field(16, offering)
        writer.field(26, title)
        writer.field(32, base)
        writer.field(42, baseName)
        writer.field(48, firstDay)
        writer.field(56, lastDay)
    }
}

package struct ListRunsRequest: Message {
    package static var typeName: String { "ListRunsRequest" }

    package var project: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(project: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.project = project
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: project = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, project)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListRunsReply: Message {
    package static var typeName: String { "ListRunsReply" }

    package var runs: [Run] = []
    package var next: UInt64 = 0

    package init() {}

    package init(runs: [Run] = [], next: UInt64 = 0) {
        self.runs = runs
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &runs)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in runs { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// PRJ-7a: a training notice leads to the offering that is ordered from it; 0 = to none.
package struct LinkNoticeRequest: Message {
    package static var typeName: String { "LinkNoticeRequest" }

    package var notice: UInt64 = 0
    package var offering: UInt64 = 0

    package init() {}

    package init(notice: UInt64 = 0, offering: UInt64 = 0) {
        self.notice = notice
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notice = try reader.readUInt64()
            case 16: offering = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, notice)
        writer.field(16, offering)
    }
}

/// PRJ-2: what the caller teaches, the latest first.
package struct MyTeachingRequest: Message {
    package static var typeName: String { "MyTeachingRequest" }

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

package struct MyTeachingReply: Message {
    package static var typeName: String { "MyTeachingReply" }

    /// the caller's participant number, by which others name them
    package var number = ""
    package var courses: [TaughtCourse] = []
    /// 0 = no more
    package var next: UInt64 = 0

    package init() {}

    package init(number: String = "", courses: [TaughtCourse] = [], next: UInt64 = 0) {
        self.number = number
        self.courses = courses
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: number = try reader.readString()
            case 18: try reader.readMessage(appendingTo: &courses)
            case 24: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, number)
        for value in courses { writer.element(18, value) }
        writer.field(24, next)
    }
}

package struct TaughtCourse: Message {
    package static var typeName: String { "TaughtCourse" }

    package var id: UInt64 = 0
    package var offering: UInt64 = 0
    package var title = ""
    package var state: OfferingState? = nil
    package var projectNumber = ""
    package var projectName = ""
    package var course = ""
    package var hoursTenths: UInt32 = 0
    package var firstDay: Int32 = 0
    package var lastDay: Int32 = 0

    package init() {}

    package init(
        id: UInt64 = 0, offering: UInt64 = 0, title: String = "", state: OfferingState? = nil,
        projectNumber: String = "", projectName: String = "", course: String = "", hoursTenths: UInt32 = 0,
        firstDay: Int32 = 0, lastDay: Int32 = 0
    ) {
        self.id = id
        self.offering = offering
        self.title = title
        self.state = state
        self.projectNumber = projectNumber
        self.projectName = projectName
        self.course = course
        self.hoursTenths = hoursTenths
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: offering = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 32: state = OfferingState(rawValue: try reader.readInt32())
            case 42: projectNumber = try reader.readString()
            case 50: projectName = try reader.readString()
            case 58: course = try reader.readString()
            case 64: hoursTenths = try reader.readUInt32()
            case 72: firstDay = try reader.readInt32()
            case 80: lastDay = try reader.readInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, offering)
        writer.field(26, title)
        writer.field(32, state?.rawValue ?? 0)
        writer.field(42, projectNumber)
        writer.field(50, projectName)
        writer.field(58, course)
        writer.field(64, hoursTenths)
        writer.field(72, firstDay)
        writer.field(80, lastDay)
    }
}

package struct RosterChange: Message {
    package static var typeName: String { "RosterChange" }

    package var id: UInt64 = 0
    package var atMs: Int64 = 0
    package var event: RosterEvent? = nil
    package var person: UInt64 = 0
    /// as it is now
    package var name = ""
    /// after the change
    package var number = ""
    /// the number or the name that it replaced; empty = none
    package var before = ""
    /// person; 0 = nobody, as where two people were found to be one
    package var by: UInt64 = 0
    package var byName = ""
    package var reason = ""

    package init() {}

    package init(
        id: UInt64 = 0, atMs: Int64 = 0, event: RosterEvent? = nil, person: UInt64 = 0, name: String = "",
        number: String = "", before: String = "", by: UInt64 = 0, byName: String = "", reason: String = ""
    ) {
        self.id = id
        self.atMs = atMs
        self.event = event
        self.person = person
        self.name = name
        self.number = number
        self.before = before
        self.by = by
        self.byName = byName
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: atMs = try reader.readInt64()
            case 24: event = RosterEvent(rawValue: try reader.readInt32())
            case 32: person = try reader.readUInt64()
            case 42: name = try reader.readString()
            case 50: number = try reader.readString()
            case 58: before = try reader.readString()
            case 64: by = try reader.readUInt64()
            case 74: byName = try reader.readString()
            case 82: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, atMs)
        writer.field(24, event?.rawValue ?? 0)
        writer.field(32, person)
        writer.field(42, name)
        writer.field(50, number)
        writer.field(58, before)
        writer.field(64, by)
        writer.field(74, byName)
        writer.field(82, reason)
    }
}

package struct RosterHistoryRequest: Message {
    package static var typeName: String { "RosterHistoryRequest" }

    package var offering: UInt64 = 0
    /// 0 = of all
    package var person: UInt64 = 0
    package var after: UInt64 = 0
    /// 1–500
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, person: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.person = person
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct RosterHistoryReply: Message {
    package static var typeName: String { "RosterHistoryReply" }

    package var changes: [RosterChange] = []
    package var next: UInt64 = 0

    package init() {}

    package init(changes: [RosterChange] = [], next: UInt64 = 0) {
        self.changes = changes
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &changes)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in changes { writer.element(10, value) }
        writer.field(16, next)
    }
}
