// Generated from Protocol/skills.proto by `make generate`; change that and generate again.

package import Wire

/// SKL-2: what is looked at in a skills exam, of a programme. Each change makes another edition, and a scored sheet
/// keeps the one it was
/// scored by.
package struct ChecklistItem: Message {
    package static var typeName: String { "ChecklistItem" }

    /// 1 … 200 characters
    package var text = ""
    /// at least 1; those of all items make 10,000
    package var pointsHundredths: UInt32 = 0
    /// SKL-5: whoever fails this step fails, whatever the points
    package var critical = false

    package init() {}

    package init(text: String = "", pointsHundredths: UInt32 = 0, critical: Bool = false) {
        self.text = text
        self.pointsHundredths = pointsHundredths
        self.critical = critical
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: text = try reader.readString()
            case 16: pointsHundredths = try reader.readUInt32()
            case 24: critical = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, text)
        writer.field(16, pointsHundredths)
        writer.field(24, critical)
    }
}

package struct Checklist: Message {
    package static var typeName: String { "Checklist" }

    package var id: UInt64 = 0
    package var programme: UInt64 = 0
    /// 1 … 100 characters
    package var title = ""
    /// 1, 2, …
    package var edition: UInt32 = 0
    package var passMarkHundredths: UInt32 = 0
    /// 1 … 60
    package var items: [ChecklistItem] = []
    /// no exam is published with it any more
    package var withdrawn = false
    package var changedMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, programme: UInt64 = 0, title: String = "", edition: UInt32 = 0, passMarkHundredths: UInt32 = 0,
        items: [ChecklistItem] = [], withdrawn: Bool = false, changedMs: Int64 = 0
    ) {
        self.id = id
        self.programme = programme
        self.title = title
        self.edition = edition
        self.passMarkHundredths = passMarkHundredths
        self.items = items
        self.withdrawn = withdrawn
        self.changedMs = changedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 32: edition = try reader.readUInt32()
            case 40: passMarkHundredths = try reader.readUInt32()
            case 50: try reader.readMessage(appendingTo: &items)
            case 56: withdrawn = try reader.readBool()
            case 64: changedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, programme)
        writer.field(26, title)
        writer.field(32, edition)
        writer.field(40, passMarkHundredths)
        for value in items { writer.element(50, value) }
        writer.field(56, withdrawn)
        writer.field(64, changedMs)
    }
}

package struct ChecklistContent: Message {
    package static var typeName: String { "ChecklistContent" }

    package var items: [ChecklistItem] = []

    package init() {}

    package init(items: [ChecklistItem] = []) {
        self.items = items
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &items)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in items { writer.element(10, value) }
    }
}

package struct SaveChecklistRequest: Message {
    package static var typeName: String { "SaveChecklistRequest" }

    package var checklist: Checklist? = nil

    package init() {}

    package init(checklist: Checklist? = nil) {
        self.checklist = checklist
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &checklist)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, checklist)
    }
}

package struct ChecklistReply: Message {
    package static var typeName: String { "ChecklistReply" }

    package var checklist: Checklist? = nil

    package init() {}

    package init(checklist: Checklist? = nil) {
        self.checklist = checklist
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &checklist)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, checklist)
    }
}

package struct GetChecklistRequest: Message {
    package static var typeName: String { "GetChecklistRequest" }

    package var checklist: UInt64 = 0
    package var edition: UInt32 = 0

    package init() {}

    package init(checklist: UInt64 = 0, edition: UInt32 = 0) {
        self.checklist = checklist
        self.edition = edition
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: checklist = try reader.readUInt64()
            case 16: edition = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, checklist)
        writer.field(16, edition)
    }
}

package struct ListChecklistsRequest: Message {
    package static var typeName: String { "ListChecklistsRequest" }

    package var programme: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(programme: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.programme = programme
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListChecklistsReply: Message {
    package static var typeName: String { "ListChecklistsReply" }

    package var checklists: [Checklist] = []
    package var next: UInt64 = 0

    package init() {}

    package init(checklists: [Checklist] = [], next: UInt64 = 0) {
        self.checklists = checklists
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &checklists)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in checklists { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// SKL-1: a skills exam is an offering of an exam base that is published as a session; people book its places.
package struct ExamExaminer: Message {
    package static var typeName: String { "ExamExaminer" }

    package var person: UInt64 = 0
    package var name = ""
    package var hasPin = false

    package init() {}

    package init(person: UInt64 = 0, name: String = "", hasPin: Bool = false) {
        self.person = person
        self.name = name
        self.hasPin = hasPin
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: hasPin = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, name)
        writer.field(24, hasPin)
    }
}

package struct SkillsExam: Message {
    package static var typeName: String { "SkillsExam" }

    /// it starts when the exam does
    package var session: CourseSession? = nil
    package var project: UInt64 = 0
    package var checklist: UInt64 = 0
    package var checklistTitle = ""
    /// ATT-7: from then on people sign in
    package var signInMs: Int64 = 0
    package var examiners: [ExamExaminer] = []

    package init() {}

    package init(
        session: CourseSession? = nil, project: UInt64 = 0, checklist: UInt64 = 0, checklistTitle: String = "",
        signInMs: Int64 = 0, examiners: [ExamExaminer] = []
    ) {
        self.session = session
        self.project = project
        self.checklist = checklist
        self.checklistTitle = checklistTitle
        self.signInMs = signInMs
        self.examiners = examiners
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &session)
            case 16: project = try reader.readUInt64()
            case 24: checklist = try reader.readUInt64()
            case 34: checklistTitle = try reader.readString()
            case 40: signInMs = try reader.readInt64()
            case 50: try reader.readMessage(appendingTo: &examiners)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, session)
        writer.field(16, project)
        writer.field(24, checklist)
        writer.field(34, checklistTitle)
        writer.field(40, signInMs)
        for value in examiners { writer.element(50, value) }
    }
}

/// With an offering, changes its place, places, checklist, examiners and sign-in; another time is a change of the
/// offering.
package struct PublishSkillsExamRequest: Message {
    package static var typeName: String { "PublishSkillsExamRequest" }

    /// 0 = a new one, of the base, project, programme and time that follow
    package var offering: UInt64 = 0
    package var base: UInt64 = 0
    package var project: UInt64 = 0
    package var programme: UInt64 = 0
    package var title = ""
    /// since 1970
    package var day: Int32 = 0
    /// of the day, in the programme's zone
    package var fromMinute: UInt32 = 0
    package var toMinute: UInt32 = 0
    /// before it starts, 0 … 240; only of a new one
    package var signInMinutes: UInt32 = 0
    package var location = ""
    package var capacity: UInt32 = 0
    package var checklist: UInt64 = 0
    /// examiners of the base, ≤ 50
    package var examiners: [UInt64] = []
    /// 0 = open
    package var state: SessionState? = nil

    package init() {}

    package init(
        offering: UInt64 = 0, base: UInt64 = 0, project: UInt64 = 0, programme: UInt64 = 0, title: String = "",
        day: Int32 = 0, fromMinute: UInt32 = 0, toMinute: UInt32 = 0, signInMinutes: UInt32 = 0, location: String = "",
        capacity: UInt32 = 0, checklist: UInt64 = 0, examiners: [UInt64] = [], state: SessionState? = nil
    ) {
        self.offering = offering
        self.base = base
        self.project = project
        self.programme = programme
        self.title = title
        self.day = day
        self.fromMinute = fromMinute
        self.toMinute = toMinute
        self.signInMinutes = signInMinutes
        self.location = location
        self.capacity = capacity
        self.checklist = checklist
        self.examiners = examiners
        self.state = state
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 24: project = try reader.readUInt64()
            case 32: programme = try reader.readUInt64()
            case 42: title = try reader.readString()
            case 48: day = try reader.readInt32()
            case 56: fromMinute = try reader.readUInt32()
            case 64: toMinute = try reader.readUInt32()
            case 72: signInMinutes = try reader.readUInt32()
            case 82: location = try reader.readString()
            case 88: capacity = try reader.readUInt32()
            case 96: checklist = try reader.readUInt64()
            case 104: examiners.append(try reader.readUInt64())
            case 106: try reader.readPacked(into: &examiners) { reader throws(DecodeError) in try reader.readUInt64() }
            case 112: state = SessionState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, base)
        writer.field(24, project)
        writer.field(32, programme)
        writer.field(42, title)
        writer.field(48, day)
        writer.field(56, fromMinute)
        writer.field(64, toMinute)
        writer.field(72, signInMinutes)
        writer.field(82, location)
        writer.field(88, capacity)
        writer.field(96, checklist)
        writer.packed(106, examiners) { $0.writeVarint($1) }
        writer.field(112, state?.rawValue ?? 0)
    }
}

package struct SkillsExamReply: Message {
    package static var typeName: String { "SkillsExamReply" }

    package var exam: SkillsExam? = nil

    package init() {}

    package init(exam: SkillsExam? = nil) {
        self.exam = exam
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &exam)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, exam)
    }
}

/// Exams that have not begun, the next first; of a base, or of a programme.
package struct BrowseSkillsExamsRequest: Message {
    package static var typeName: String { "BrowseSkillsExamsRequest" }

    package var base: UInt64 = 0
    package var programme: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(base: UInt64 = 0, programme: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.base = base
        self.programme = programme
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(16, programme)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct BrowseSkillsExamsReply: Message {
    package static var typeName: String { "BrowseSkillsExamsReply" }

    package var exams: [SkillsExam] = []
    package var next: UInt64 = 0

    package init() {}

    package init(exams: [SkillsExam] = [], next: UInt64 = 0) {
        self.exams = exams
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &exams)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in exams { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// SKL-1a: once the written exam of the same entitlement is passed. It is cancelled like any booking, and that does not
/// count.
package struct BookSkillsExamRequest: Message {
    package static var typeName: String { "BookSkillsExamRequest" }

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

/// SKL-2: the PIN with which its person scores at the terminals of exams whose examiner they are. Takes effect there
/// with the next sync.
package struct SetExaminerPinRequest: Message {
    package static var typeName: String { "SetExaminerPinRequest" }

    package var pin = ""

    package init() {}

    package init(pin: String = "") {
        self.pin = pin
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: pin = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, pin)
    }
}

package struct SetExaminerPinReply: Message {
    package static var typeName: String { "SetExaminerPinReply" }

    package var exams: UInt32 = 0

    package init() {}

    package init(exams: UInt32 = 0) {
        self.exams = exams
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: exams = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, exams)
    }
}

package struct ScoredItem: Message {
    package static var typeName: String { "ScoredItem" }

    package var text = ""
    /// at most
    package var pointsHundredths: UInt32 = 0
    package var critical = false
    package var earnedHundredths: UInt32 = 0
    /// a critical step
    package var failed = false

    package init() {}

    package init(
        text: String = "", pointsHundredths: UInt32 = 0, critical: Bool = false, earnedHundredths: UInt32 = 0,
        failed: Bool = false
    ) {
        self.text = text
        self.pointsHundredths = pointsHundredths
        self.critical = critical
        self.earnedHundredths = earnedHundredths
        self.failed = failed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: text = try reader.readString()
            case 16: pointsHundredths = try reader.readUInt32()
            case 24: critical = try reader.readBool()
            case 32: earnedHundredths = try reader.readUInt32()
            case 40: failed = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, text)
        writer.field(16, pointsHundredths)
        writer.field(24, critical)
        writer.field(32, earnedHundredths)
        writer.field(40, failed)
    }
}

package struct ScoredSheet: Message {
    package static var typeName: String { "ScoredSheet" }

    /// who scored, where and when; its value is the sum of the points
    package var mark: ScoreSibling? = nil
    package var checklist: UInt64 = 0
    package var edition: UInt32 = 0
    package var passMarkHundredths: UInt32 = 0
    package var items: [ScoredItem] = []
    /// nothing has replaced it
    package var stands = false
    /// of a decision
    package var reason = ""

    package init() {}

    package init(
        mark: ScoreSibling? = nil, checklist: UInt64 = 0, edition: UInt32 = 0, passMarkHundredths: UInt32 = 0,
        items: [ScoredItem] = [], stands: Bool = false, reason: String = ""
    ) {
        self.mark = mark
        self.checklist = checklist
        self.edition = edition
        self.passMarkHundredths = passMarkHundredths
        self.items = items
        self.stands = stands
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &mark)
            case 16: checklist = try reader.readUInt64()
            case 24: edition = try reader.readUInt32()
            case 32: passMarkHundredths = try reader.readUInt32()
            case 42: try reader.readMessage(appendingTo: &items)
            case 48: stands = try reader.readBool()
            case 58: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, mark)
        writer.field(16, checklist)
        writer.field(24, edition)
        writer.field(32, passMarkHundredths)
        for value in items { writer.element(42, value) }
        writer.field(48, stands)
        writer.field(58, reason)
    }
}

package struct SkillsResult: Message {
    package static var typeName: String { "SkillsResult" }

    package var offering: UInt64 = 0
    package var title = ""
    package var baseName = ""
    package var startsMs: Int64 = 0
    package var timeZone = ""
    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var booking: UInt64 = 0
    package var bookingState: BookingState? = nil
    package var outcome: SkillsOutcome? = nil
    package var scoreState: ScoreState? = nil
    /// when settled
    package var valueHundredths: UInt32 = 0
    /// SKL-3: side by side where they conflict; for those who decide, replaced ones too
    package var sheets: [ScoredSheet] = []
    /// a sheet without is flagged, and counts
    package var signedIn = false
    /// opaque; give it back when deciding
    package var context: [UInt8] = []

    package init() {}

    package init(
        offering: UInt64 = 0, title: String = "", baseName: String = "", startsMs: Int64 = 0, timeZone: String = "",
        person: UInt64 = 0, number: String = "", name: String = "", booking: UInt64 = 0,
        bookingState: BookingState? = nil, outcome: SkillsOutcome? = nil, scoreState: ScoreState? = nil,
        valueHundredths: UInt32 = 0, sheets: [ScoredSheet] = [], signedIn: Bool = false, context: [UInt8] = []
    ) {
        self.offering = offering
        self.title = title
        self.baseName = baseName
        self.startsMs = startsMs
        self.timeZone = timeZone
        self.person = person
        self.number = number
        self.name = name
        self.booking = booking
        self.bookingState = bookingState
        self.outcome = outcome
        self.scoreState = scoreState
        self.valueHundredths = valueHundredths
        self.sheets = sheets
        self.signedIn = signedIn
        self.context = context
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: title = try reader.readString()
            case 26: baseName = try reader.readString()
            case 32: startsMs = try reader.readInt64()
            case 42: timeZone = try reader.readString()
            case 48: person = try reader.readUInt64()
            case 58: number = try reader.readString()
            case 66: name = try reader.readString()
            case 72: booking = try reader.readUInt64()
            case 80: bookingState = BookingState(rawValue: try reader.readInt32())
            case 88: outcome = SkillsOutcome(rawValue: try reader.readInt32())
            case 96: scoreState = ScoreState(rawValue: try reader.readInt32())
            case 104: valueHundredths = try reader.readUInt32()
            case 114: try reader.readMessage(appendingTo: &sheets)
            case 120: signedIn = try reader.readBool()
            case 130: context = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, title)
        writer.field(26, baseName)
        writer.field(32, startsMs)
        writer.field(42, timeZone)
        writer.field(48, person)
        writer.field(58, number)
        writer.field(66, name)
        writer.field(72, booking)
        writer.field(80, bookingState?.rawValue ?? 0)
        writer.field(88, outcome?.rawValue ?? 0)
        writer.field(96, scoreState?.rawValue ?? 0)
        writer.field(104, valueHundredths)
        for value in sheets { writer.element(114, value) }
        writer.field(120, signedIn)
        writer.field(130, context)
    }
}

package struct MySkillsExamsRequest: Message {
    package static var typeName: String { "MySkillsExamsRequest" }

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

package struct MySkillsExamsReply: Message {
    package static var typeName: String { "MySkillsExamsReply" }

    package var results: [SkillsResult] = []
    package var next: UInt64 = 0

    package init() {}

    package init(results: [SkillsResult] = [], next: UInt64 = 0) {
        self.results = results
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &results)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in results { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ListSkillsResultsRequest: Message {
    package static var typeName: String { "ListSkillsResultsRequest" }

    package var offering: UInt64 = 0
    package var person: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var onlyConflicts = false

    package init() {}

    package init(
        offering: UInt64 = 0, person: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0, onlyConflicts: Bool = false
    ) {
        self.offering = offering
        self.person = person
        self.after = after
        self.limit = limit
        self.onlyConflicts = onlyConflicts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            case 40: onlyConflicts = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
        writer.field(24, after)
        writer.field(32, limit)
        writer.field(40, onlyConflicts)
    }
}

package struct ListSkillsResultsReply: Message {
    package static var typeName: String { "ListSkillsResultsReply" }

    package var results: [SkillsResult] = []
    package var next: UInt64 = 0

    package init() {}

    package init(results: [SkillsResult] = [], next: UInt64 = 0) {
        self.results = results
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &results)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in results { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// SKL-3b: the sheet of the decision, item by item. Replaces every sheet in the context.
package struct SheetMark: Message {
    package static var typeName: String { "SheetMark" }

    package var earnedHundredths: UInt32 = 0
    package var failed = false

    package init() {}

    package init(earnedHundredths: UInt32 = 0, failed: Bool = false) {
        self.earnedHundredths = earnedHundredths
        self.failed = failed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: earnedHundredths = try reader.readUInt32()
            case 16: failed = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, earnedHundredths)
        writer.field(16, failed)
    }
}

package struct DecideSheetRequest: Message {
    package static var typeName: String { "DecideSheetRequest" }

    package var offering: UInt64 = 0
    package var person: UInt64 = 0
    package var marks: [SheetMark] = []
    package var reason = ""
    package var context: [UInt8] = []

    package init() {}

    package init(
        offering: UInt64 = 0, person: UInt64 = 0, marks: [SheetMark] = [], reason: String = "", context: [UInt8] = []
    ) {
        self.offering = offering
        self.person = person
        self.marks = marks
        self.reason = reason
        self.context = context
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: try reader.readMessage(appendingTo: &marks)
            case 34: reason = try reader.readString()
            case 42: context = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
        for value in marks { writer.element(26, value) }
        writer.field(34, reason)
        writer.field(42, context)
    }
}

package struct DecideSheetReply: Message {
    package static var typeName: String { "DecideSheetReply" }

    package var result: SkillsResult? = nil

    package init() {}

    package init(result: SkillsResult? = nil) {
        self.result = result
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &result)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, result)
    }
}
