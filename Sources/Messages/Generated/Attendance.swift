// Generated from Protocol/attendance.proto by `make generate`; change that and generate again.

package import Wire

package struct VenueCodeRequest: Message {
    package static var typeName: String { "VenueCodeRequest" }

    package var offering: UInt64 = 0
    package var course: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0, course: UInt64 = 0) {
        self.offering = offering
        self.course = course
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: course = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, course)
    }
}

package struct VenueCodeReply: Message {
    package static var typeName: String { "VenueCodeReply" }

    /// text for an alphanumeric QR
    package var code = ""
    package var validUntilMs: Int64 = 0
    /// people with a counted scan in the current window
    package var present: UInt32 = 0
    /// absent outside one
    package var window: Window? = nil
    package var offeringTitle = ""
    package var courseName = ""

    package init() {}

    package init(
        code: String = "", validUntilMs: Int64 = 0, present: UInt32 = 0, window: Window? = nil,
        offeringTitle: String = "", courseName: String = ""
    ) {
        self.code = code
        self.validUntilMs = validUntilMs
        self.present = present
        self.window = window
        self.offeringTitle = offeringTitle
        self.courseName = courseName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: code = try reader.readString()
            case 16: validUntilMs = try reader.readInt64()
            case 24: present = try reader.readUInt32()
            case 34: try reader.readMessage(into: &window)
            case 42: offeringTitle = try reader.readString()
            case 50: courseName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, code)
        writer.field(16, validUntilMs)
        writer.field(24, present)
        writer.field(34, window)
        writer.field(42, offeringTitle)
        writer.field(50, courseName)
    }
}

package struct CheckInRequest: Message {
    package static var typeName: String { "CheckInRequest" }

    package var code = ""
    package var device: [UInt8] = []

    package init() {}

    package init(code: String = "", device: [UInt8] = []) {
        self.code = code
        self.device = device
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: code = try reader.readString()
            case 18: device = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, code)
        writer.field(18, device)
    }
}

package struct CheckInReply: Message {
    package static var typeName: String { "CheckInReply" }

    package var atMs: Int64 = 0
    package var offering: UInt64 = 0
    package var offeringTitle = ""
    package var state: ScanState? = nil

    package init() {}

    package init(atMs: Int64 = 0, offering: UInt64 = 0, offeringTitle: String = "", state: ScanState? = nil) {
        self.atMs = atMs
        self.offering = offering
        self.offeringTitle = offeringTitle
        self.state = state
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: atMs = try reader.readInt64()
            case 16: offering = try reader.readUInt64()
            case 26: offeringTitle = try reader.readString()
            case 32: state = ScanState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, atMs)
        writer.field(16, offering)
        writer.field(26, offeringTitle)
        writer.field(32, state?.rawValue ?? 0)
    }
}

package struct Scan: Message {
    package static var typeName: String { "Scan" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var atMs: Int64 = 0
    package var state: ScanState? = nil
    package var code: ErrorCode? = nil
    package var course: UInt64 = 0
    package var method: UInt32 = 0
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    /// 0 = recorded online
    package var terminal: UInt64 = 0
    /// it was made from then …
    package var earliestMs: Int64 = 0
    /// … to then; 0 = nothing bounds it
    package var latestMs: Int64 = 0
    package var basis: TimeBasis? = nil

    package init() {}

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", atMs: Int64 = 0, state: ScanState? = nil,
        code: ErrorCode? = nil, course: UInt64 = 0, method: UInt32 = 0, log: [UInt8] = [], sequence: UInt64 = 0,
        terminal: UInt64 = 0, earliestMs: Int64 = 0, latestMs: Int64 = 0, basis: TimeBasis? = nil
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.atMs = atMs
        self.state = state
        self.code = code
        self.course = course
        self.method = method
        self.log = log
        self.sequence = sequence
        self.terminal = terminal
        self.earliestMs = earliestMs
        self.latestMs = latestMs
        self.basis = basis
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: atMs = try reader.readInt64()
            case 40: state = ScanState(rawValue: try reader.readInt32())
            case 48: code = ErrorCode(rawValue: try reader.readInt32())
            case 56: course = try reader.readUInt64()
            case 64: method = try reader.readUInt32()
            case 74: log = try reader.readBytes()
            case 80: sequence = try reader.readUInt64()
            case 88: terminal = try reader.readUInt64()
            case 96: earliestMs = try reader.readInt64()
            case 104: latestMs = try reader.readInt64()
            case 112: basis = TimeBasis(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, atMs)
        writer.field(40, state?.rawValue ?? 0)
        writer.field(48, code?.rawValue ?? 0)
        writer.field(56, course)
        writer.field(64, method)
        writer.field(74, log)
        writer.field(80, sequence)
        writer.field(88, terminal)
        writer.field(96, earliestMs)
        writer.field(104, latestMs)
        writer.field(112, basis?.rawValue ?? 0)
    }
}

package struct ListScansRequest: Message {
    package static var typeName: String { "ListScansRequest" }

    package var offering: UInt64 = 0
    package var cursor: [UInt8] = []
    package var limit: UInt32 = 0
    package var person: UInt64 = 0
    package var state: ScanState? = nil

    package init() {}

    package init(
        offering: UInt64 = 0, cursor: [UInt8] = [], limit: UInt32 = 0, person: UInt64 = 0, state: ScanState? = nil
    ) {
        self.offering = offering
        self.cursor = cursor
        self.limit = limit
        self.person = person
        self.state = state
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: cursor = try reader.readBytes()
            case 24: limit = try reader.readUInt32()
            case 32: person = try reader.readUInt64()
            case 40: state = ScanState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, cursor)
        writer.field(24, limit)
        writer.field(32, person)
        writer.field(40, state?.rawValue ?? 0)
    }
}

package struct ListScansReply: Message {
    package static var typeName: String { "ListScansReply" }

    package var scans: [Scan] = []
    package var next: [UInt8] = []
    package var totals: ScanTotals? = nil

    package init() {}

    package init(scans: [Scan] = [], next: [UInt8] = [], totals: ScanTotals? = nil) {
        self.scans = scans
        self.next = next
        self.totals = totals
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &scans)
            case 18: next = try reader.readBytes()
            case 26: try reader.readMessage(into: &totals)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in scans { writer.element(10, value) }
        writer.field(18, next)
        writer.field(26, totals)
    }
}

package struct ScanTotals: Message {
    package static var typeName: String { "ScanTotals" }

    package var scans: UInt32 = 0
    package var counted: UInt32 = 0
    package var repeats: UInt32 = 0
    package var outsideWindow: UInt32 = 0
    package var outsideDates: UInt32 = 0
    package var flagged: UInt32 = 0
    package var voided: UInt32 = 0
    package var people: UInt32 = 0
    /// of those counted
    package var onClocksWord: UInt32 = 0
    package var discarded: UInt32 = 0
    package var elsewhere: UInt32 = 0

    package init() {}

    package init(
        scans: UInt32 = 0, counted: UInt32 = 0, repeats: UInt32 = 0, outsideWindow: UInt32 = 0,
        outsideDates: UInt32 = 0, flagged: UInt32 = 0, voided: UInt32 = 0, people: UInt32 = 0, onClocksWord: UInt32 = 0,
        discarded: UInt32 = 0, elsewhere: UInt32 = 0
    ) {
        self.scans = scans
        self.counted = counted
        self.repeats = repeats
        self.outsideWindow = outsideWindow
        self.outsideDates = outsideDates
        self.flagged = flagged
        self.voided = voided
        self.people = people
        self.onClocksWord = onClocksWord
        self.discarded = discarded
        self.elsewhere = elsewhere
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: scans = try reader.readUInt32()
            case 16: counted = try reader.readUInt32()
            case 24: repeats = try reader.readUInt32()
            case 32: outsideWindow = try reader.readUInt32()
            case 40: outsideDates = try reader.readUInt32()
            case 48: flagged = try reader.readUInt32()
            case 56: voided = try reader.readUInt32()
            case 64: people = try reader.readUInt32()
            case 72: onClocksWord = try reader.readUInt32()
            case 80: discarded = try reader.readUInt32()
            case 88: elsewhere = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, scans)
        writer.field(16, counted)
        writer.field(24, repeats)
        writer.field(32, outsideWindow)
        writer.field(40, outsideDates)
        writer.field(48, flagged)
        writer.field(56, voided)
        writer.field(64, people)
        writer.field(72, onClocksWord)
        writer.field(80, discarded)
        writer.field(88, elsewhere)
    }
}

package struct AnalyseRequest: Message {
    package static var typeName: String { "AnalyseRequest" }

    package var offering: UInt64 = 0
    package var windows: [Window] = []
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, windows: [Window] = [], after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.windows = windows
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: try reader.readMessage(appendingTo: &windows)
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        for value in windows { writer.element(18, value) }
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct AnalyseReply: Message {
    package static var typeName: String { "AnalyseReply" }

    package var people: [Presence] = []
    package var next: UInt64 = 0
    package var present: UInt32 = 0
    package var absent: UInt32 = 0
    package var totals: ScanTotals? = nil
    package var windows: [Window] = []

    package init() {}

    package init(
        people: [Presence] = [], next: UInt64 = 0, present: UInt32 = 0, absent: UInt32 = 0, totals: ScanTotals? = nil,
        windows: [Window] = []
    ) {
        self.people = people
        self.next = next
        self.present = present
        self.absent = absent
        self.totals = totals
        self.windows = windows
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &people)
            case 16: next = try reader.readUInt64()
            case 24: present = try reader.readUInt32()
            case 32: absent = try reader.readUInt32()
            case 42: try reader.readMessage(into: &totals)
            case 50: try reader.readMessage(appendingTo: &windows)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.element(10, value) }
        writer.field(16, next)
        writer.field(24, present)
        writer.field(32, absent)
        writer.field(42, totals)
        for value in windows { writer.element(50, value) }
    }
}

package struct Presence: Message {
    package static var typeName: String { "Presence" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var present = false
    package var inWindow: [Bool] = []
    package var scans: UInt32 = 0
    package var onLeave: [Bool] = []

    package init() {}

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", present: Bool = false, inWindow: [Bool] = [],
        scans: UInt32 = 0, onLeave: [Bool] = []
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.present = present
        self.inWindow = inWindow
        self.scans = scans
        self.onLeave = onLeave
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: present = try reader.readBool()
            case 40: inWindow.append(try reader.readBool())
            case 42: try reader.readPacked(into: &inWindow) { reader throws(DecodeError) in try reader.readBool() }
            case 48: scans = try reader.readUInt32()
            case 56: onLeave.append(try reader.readBool())
            case 58: try reader.readPacked(into: &onLeave) { reader throws(DecodeError) in try reader.readBool() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, present)
        writer.packed(42, inWindow) { $0.writeByte($1 ? 1 : 0) }
        writer.field(48, scans)
        writer.packed(58, onLeave) { $0.writeByte($1 ? 1 : 0) }
    }
}

/// ATT-5b: the window that covers one activity date's scans, first to last.
package struct SuggestWindowRequest: Message {
    package static var typeName: String { "SuggestWindowRequest" }

    package var offering: UInt64 = 0
    package var day: Int32 = 0

    package init() {}

    package init(offering: UInt64 = 0, day: Int32 = 0) {
        self.offering = offering
        self.day = day
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: day = try reader.readInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, day)
    }
}

package struct SuggestWindowReply: Message {
    package static var typeName: String { "SuggestWindowReply" }

    package var window: Window? = nil

    package init() {}

    package init(window: Window? = nil) {
        self.window = window
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &window)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, window)
    }
}

/// One decision, as it stands in the server's log.
package struct ScanDecision: Message {
    package static var typeName: String { "ScanDecision" }

    /// its own name
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    /// the check-in it is about
    package var factLog: [UInt8] = []
    package var factSequence: UInt64 = 0
    package var ruling: Ruling? = nil
    /// of "is person"
    package var person: UInt64 = 0
    package var personName = ""
    /// of "belongs to offering"
    package var offering: UInt64 = 0
    package var offeringTitle = ""
    /// of "counts" at a time; 0 = at its own
    package var countsAtMs: Int64 = 0
    package var reason = ""
    package var actor: UInt64 = 0
    package var actorName = ""
    /// when it was decided
    package var atMs: Int64 = 0
    /// no later decision names it
    package var stands = false

    package init() {}

    package init(
        log: [UInt8] = [], sequence: UInt64 = 0, factLog: [UInt8] = [], factSequence: UInt64 = 0, ruling: Ruling? = nil,
        person: UInt64 = 0, personName: String = "", offering: UInt64 = 0, offeringTitle: String = "",
        countsAtMs: Int64 = 0, reason: String = "", actor: UInt64 = 0, actorName: String = "", atMs: Int64 = 0,
        stands: Bool = false
    ) {
        self.log = log
        self.sequence = sequence
        self.factLog = factLog
        self.factSequence = factSequence
        self.ruling = ruling
        self.person = person
        self.personName = personName
        self.offering = offering
        self.offeringTitle = offeringTitle
        self.countsAtMs = countsAtMs
        self.reason = reason
        self.actor = actor
        self.actorName = actorName
        self.atMs = atMs
        self.stands = stands
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            case 26: factLog = try reader.readBytes()
            case 32: factSequence = try reader.readUInt64()
            case 40: ruling = Ruling(rawValue: try reader.readInt32())
            case 48: person = try reader.readUInt64()
            case 58: personName = try reader.readString()
            case 64: offering = try reader.readUInt64()
            case 74: offeringTitle = try reader.readString()
            case 80: countsAtMs = try reader.readInt64()
            case 90: reason = try reader.readString()
            case 96: actor = try reader.readUInt64()
            case 106: actorName = try reader.readString()
            case 112: atMs = try reader.readInt64()
            case 120: stands = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
        writer.field(26, factLog)
        writer.field(32, factSequence)
        writer.field(40, ruling?.rawValue ?? 0)
        writer.field(48, person)
        writer.field(58, personName)
        writer.field(64, offering)
        writer.field(74, offeringTitle)
        writer.field(80, countsAtMs)
        writer.field(90, reason)
        writer.field(96, actor)
        writer.field(106, actorName)
        writer.field(112, atMs)
        writer.field(120, stands)
    }
}

package struct MyAttendanceRequest: Message {
    package static var typeName: String { "MyAttendanceRequest" }

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

package struct MyAttendanceReply: Message {
    package static var typeName: String { "MyAttendanceReply" }

    package var offerings: [MyOffering] = []
    package var next: UInt64 = 0

    package init() {}

    package init(offerings: [MyOffering] = [], next: UInt64 = 0) {
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

package struct MyOffering: Message {
    package static var typeName: String { "MyOffering" }

    package var offering: UInt64 = 0
    package var title = ""
    package var counted: UInt32 = 0
    package var flagged: UInt32 = 0
    /// "attendance 2026-10-02", "exam"
    package var missing: [String] = []
    package var scans: [Scan] = []
    /// about these scans, and about those that were recorded as theirs; nobody is named
    package var decisions: [ScanDecision] = []

    package init() {}

    package init(
        offering: UInt64 = 0, title: String = "", counted: UInt32 = 0, flagged: UInt32 = 0, missing: [String] = [],
        scans: [Scan] = [], decisions: [ScanDecision] = []
    ) {
        self.offering = offering
        self.title = title
        self.counted = counted
        self.flagged = flagged
        self.missing = missing
        self.scans = scans
        self.decisions = decisions
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: title = try reader.readString()
            case 24: counted = try reader.readUInt32()
            case 32: flagged = try reader.readUInt32()
            case 42: missing.append(try reader.readString())
            case 50: try reader.readMessage(appendingTo: &scans)
            case 58: try reader.readMessage(appendingTo: &decisions)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, title)
        writer.field(24, counted)
        writer.field(32, flagged)
        for value in missing { writer.element(42, value) }
        for value in scans { writer.element(50, value) }
        for value in decisions { writer.element(58, value) }
    }
}

/// ATT-6: somebody who is on no roster, where the programme takes walk-ins. The same answer whoever it is, and whether
/// the ID number
/// is known or not. Whoever comes again sends the same again.
package struct WalkInRequest: Message {
    package static var typeName: String { "WalkInRequest" }

    /// of the venue, shown now
    package var code = ""
    package var name = ""
    package var idNumber = ""
    package var phone = ""
    /// professional
    package var title = ""
    package var unit = ""
    /// 16 random bytes that the device keeps, of its own making
    package var device: [UInt8] = []

    package init() {}

    package init(
        code: String = "", name: String = "", idNumber: String = "", phone: String = "", title: String = "",
        unit: String = "", device: [UInt8] = []
    ) {
        self.code = code
        self.name = name
        self.idNumber = idNumber
        self.phone = phone
        self.title = title
        self.unit = unit
        self.device = device
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: code = try reader.readString()
            case 18: name = try reader.readString()
            case 26: idNumber = try reader.readString()
            case 34: phone = try reader.readString()
            case 42: title = try reader.readString()
            case 50: unit = try reader.readString()
            case 58: device = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, code)
        writer.field(18, name)
        writer.field(26, idNumber)
        writer.field(34, phone)
        writer.field(42, title)
        writer.field(50, unit)
        writer.field(58, device)
    }
}

package struct WalkInReply: Message {
    package static var typeName: String { "WalkInReply" }

    package var atMs: Int64 = 0
    package var offeringTitle = ""

    package init() {}

    package init(atMs: Int64 = 0, offeringTitle: String = "") {
        self.atMs = atMs
        self.offeringTitle = offeringTitle
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: atMs = try reader.readInt64()
            case 18: offeringTitle = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, atMs)
        writer.field(18, offeringTitle)
    }
}

package struct WalkIn: Message {
    package static var typeName: String { "WalkIn" }

    package var id: UInt64 = 0
    package var offering: UInt64 = 0
    /// of the card or the slip, and on the roster of somebody who was not on it
    package var number = ""
    package var person: UInt64 = 0
    package var state: WalkInState? = nil
    /// as given; the ID number and the phone are masked
    package var name = ""
    package var idNumber = ""
    package var phone = ""
    package var title = ""
    package var unit = ""
    /// who has this ID number under another name; 0 = nobody
    package var knownPerson: UInt64 = 0
    package var knownName = ""
    /// the same device has registered others
    package var oneDevice = false
    /// 0 = by a client
    package var terminal: UInt64 = 0
    package var atMs: Int64 = 0
    /// of the decision
    package var reason = ""

    package init() {}

    package init(
        id: UInt64 = 0, offering: UInt64 = 0, number: String = "", person: UInt64 = 0, state: WalkInState? = nil,
        name: String = "", idNumber: String = "", phone: String = "", title: String = "", unit: String = "",
        knownPerson: UInt64 = 0, knownName: String = "", oneDevice: Bool = false, terminal: UInt64 = 0, atMs: Int64 = 0,
        reason: String = ""
    ) {
        self.id = id
        self.offering = offering
        self.number = number
        self.person = person
        self.state = state
        self.name = name
        self.idNumber = idNumber
        self.phone = phone
        self.title = title
        self.unit = unit
        self.knownPerson = knownPerson
        self.knownName = knownName
        self.oneDevice = oneDevice
        self.terminal = terminal
        self.atMs = atMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: offering = try reader.readUInt64()
            case 26: number = try reader.readString()
            case 32: person = try reader.readUInt64()
            case 40: state = WalkInState(rawValue: try reader.readInt32())
            case 50: name = try reader.readString()
            case 58: idNumber = try reader.readString()
            case 66: phone = try reader.readString()
            case 74: title = try reader.readString()
            case 82: unit = try reader.readString()
            case 88: knownPerson = try reader.readUInt64()
            case 98: knownName = try reader.readString()
            case 104: oneDevice = try reader.readBool()
            case 112: terminal = try reader.readUInt64()
            case 120: atMs = try reader.readInt64()
            case 130: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, offering)
        writer.field(26, number)
        writer.field(32, person)
        writer.field(40, state?.rawValue ?? 0)
        writer.field(50, name)
        writer.field(58, idNumber)
        writer.field(66, phone)
        writer.field(74, title)
        writer.field(82, unit)
        writer.field(88, knownPerson)
        writer.field(98, knownName)
        writer.field(104, oneDevice)
        writer.field(112, terminal)
        writer.field(120, atMs)
        writer.field(130, reason)
    }
}

package struct ListWalkInsRequest: Message {
    package static var typeName: String { "ListWalkInsRequest" }

    package var offering: UInt64 = 0
    package var state: WalkInState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, state: WalkInState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: state = WalkInState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListWalkInsReply: Message {
    package static var typeName: String { "ListWalkInsReply" }

    package var walkIns: [WalkIn] = []
    package var next: UInt64 = 0

    package init() {}

    package init(walkIns: [WalkIn] = [], next: UInt64 = 0) {
        self.walkIns = walkIns
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &walkIns)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in walkIns { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct DecideWalkInsRequest: Message {
    package static var typeName: String { "DecideWalkInsRequest" }

    package var offering: UInt64 = 0
    package var walkIns: [UInt64] = []
    package var ruling: WalkInRuling? = nil
    package var reason = ""

    package init() {}

    package init(offering: UInt64 = 0, walkIns: [UInt64] = [], ruling: WalkInRuling? = nil, reason: String = "") {
        self.offering = offering
        self.walkIns = walkIns
        self.ruling = ruling
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: walkIns.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &walkIns) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: ruling = WalkInRuling(rawValue: try reader.readInt32())
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.packed(18, walkIns) { $0.writeVarint($1) }
        writer.field(24, ruling?.rawValue ?? 0)
        writer.field(34, reason)
    }
}

package struct DecidedWalkIn: Message {
    package static var typeName: String { "DecidedWalkIn" }

    package var id: UInt64 = 0
    package var walkIn: WalkIn? = nil
    package var failure: Failure? = nil

    package init() {}

    package init(id: UInt64 = 0, walkIn: WalkIn? = nil, failure: Failure? = nil) {
        self.id = id
        self.walkIn = walkIn
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: try reader.readMessage(into: &walkIn)
            case 26: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, walkIn)
        writer.field(26, failure)
    }
}

package struct DecideWalkInsReply: Message {
    package static var typeName: String { "DecideWalkInsReply" }

    package var outcomes: [DecidedWalkIn] = []
    package var decided: UInt32 = 0

    package init() {}

    package init(outcomes: [DecidedWalkIn] = [], decided: UInt32 = 0) {
        self.outcomes = outcomes
        self.decided = decided
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: decided = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, decided)
    }
}

/// The part of somebody's attendance that counts and by which scan, what is missing, and what would have to happen for
/// it to count.
package struct AttendanceStep: Message {
    package static var typeName: String { "AttendanceStep" }

    package var lacking = false
    /// in the caller's language
    package var text = ""
    package var atMs: Int64 = 0
    /// of a scan, with its sequence
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0

    package init() {}

    package init(lacking: Bool = false, text: String = "", atMs: Int64 = 0, log: [UInt8] = [], sequence: UInt64 = 0) {
        self.lacking = lacking
        self.text = text
        self.atMs = atMs
        self.log = log
        self.sequence = sequence
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: lacking = try reader.readBool()
            case 18: text = try reader.readString()
            case 24: atMs = try reader.readInt64()
            case 34: log = try reader.readBytes()
            case 40: sequence = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, lacking)
        writer.field(18, text)
        writer.field(24, atMs)
        writer.field(34, log)
        writer.field(40, sequence)
    }
}

package struct ExplainAttendanceRequest: Message {
    package static var typeName: String { "ExplainAttendanceRequest" }

    package var offering: UInt64 = 0
    package var person: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0, person: UInt64 = 0) {
        self.offering = offering
        self.person = person
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
    }
}

package struct ExplainAttendanceReply: Message {
    package static var typeName: String { "ExplainAttendanceReply" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var present = false
    package var steps: [AttendanceStep] = []

    package init() {}

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", present: Bool = false, steps: [AttendanceStep] = []
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.present = present
        self.steps = steps
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: present = try reader.readBool()
            case 42: try reader.readMessage(appendingTo: &steps)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, present)
        for value in steps { writer.element(42, value) }
    }
}
