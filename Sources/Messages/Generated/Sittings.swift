// Generated from Protocol/sittings.proto by `make generate`; change that and generate again.

package import Wire

package struct Sitting: Message {
    package static var typeName: String { "Sitting" }

    package var id: UInt64 = 0
    /// the class it is about
    package var offering: UInt64 = 0
    /// of the class, and of the paper where there is one
    package var title = ""
    package var person: UInt64 = 0
    /// on the roster of the class
    package var number = ""
    package var name = ""
    /// 1, 2, …
    package var attempt: UInt32 = 0
    package var state: SittingState? = nil
    package var startedMs: Int64 = 0
    /// by the server's clock
    package var endsMs: Int64 = 0
    /// the server's clock
    package var nowMs: Int64 = 0
    /// 0 while open
    package var submittedMs: Int64 = 0
    package var questions: UInt32 = 0
    /// of them
    package var answered: UInt32 = 0
    /// 0 while open
    package var valueHundredths: UInt32 = 0
    package var passMarkHundredths: UInt32 = 0
    package var passed = false
    /// by a person, with a reason
    package var markedAgain = false
    /// one waits for an answer
    package var complaint = false
    /// 0 = the exam of the offering
    package var paper: UInt64 = 0
    /// where the paper was open; 0 = anywhere
    package var base: UInt64 = 0
    /// its questions and answers are no longer kept
    package var erased = false
    /// of the last complaint; empty = there was none
    package var complaintReason = ""
    /// to the last complaint; 0 while it waits, and where there was none
    package var answer: SittingEvent? = nil
    package var answerReason = ""

    package init() {}

    package init(
        id: UInt64 = 0, offering: UInt64 = 0, title: String = "", person: UInt64 = 0, number: String = "",
        name: String = "", attempt: UInt32 = 0, state: SittingState? = nil, startedMs: Int64 = 0, endsMs: Int64 = 0,
        nowMs: Int64 = 0, submittedMs: Int64 = 0, questions: UInt32 = 0, answered: UInt32 = 0,
        valueHundredths: UInt32 = 0, passMarkHundredths: UInt32 = 0, passed: Bool = false, markedAgain: Bool = false,
        complaint: Bool = false, paper: UInt64 = 0, base: UInt64 = 0, erased: Bool = false,
        complaintReason: String = "", answer: SittingEvent? = nil, answerReason: String = ""
    ) {
        self.id = id
        self.offering = offering
        self.title = title
        self.person = person
        self.number = number
        self.name = name
        self.attempt = attempt
        self.state = state
        self.startedMs = startedMs
        self.endsMs = endsMs
        self.nowMs = nowMs
        self.submittedMs = submittedMs
        self.questions = questions
        self.answered = answered
        self.valueHundredths = valueHundredths
        self.passMarkHundredths = passMarkHundredths
        self.passed = passed
        self.markedAgain = markedAgain
        self.complaint = complaint
        self.paper = paper
        self.base = base
        self.erased = erased
        self.complaintReason = complaintReason
        self.answer = answer
        self.answerReason = answerReason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: offering = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 32: person = try reader.readUInt64()
            case 42: number = try reader.readString()
            case 50: name = try reader.readString()
            case 56: attempt = try reader.readUInt32()
            case 64: state = SittingState(rawValue: try reader.readInt32())
            case 72: startedMs = try reader.readInt64()
            case 80: endsMs = try reader.readInt64()
            case 88: nowMs = try reader.readInt64()
            case 96: submittedMs = try reader.readInt64()
            case 104: questions = try reader.readUInt32()
            case 112: answered = try reader.readUInt32()
            case 120: valueHundredths = try reader.readUInt32()
            case 128: passMarkHundredths = try reader.readUInt32()
            case 136: passed = try reader.readBool()
            case 144: markedAgain = try reader.readBool()
            case 152: complaint = try reader.readBool()
            case 160: paper = try reader.readUInt64()
            case 168: base = try reader.readUInt64()
            case 176: erased = try reader.readBool()
            case 186: complaintReason = try reader.readString()
            case 192: answer = SittingEvent(rawValue: try reader.readInt32())
            case 202: answerReason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, offering)
        writer.field(26, title)
        writer.field(32, person)
        writer.field(42, number)
        writer.field(50, name)
        writer.field(56, attempt)
        writer.field(64, state?.rawValue ?? 0)
        writer.field(72, startedMs)
        writer.field(80, endsMs)
        writer.field(88, nowMs)
        writer.field(96, submittedMs)
        writer.field(104, questions)
        writer.field(112, answered)
        writer.field(120, valueHundredths)
        writer.field(128, passMarkHundredths)
        writer.field(136, passed)
        writer.field(144, markedAgain)
        writer.field(152, complaint)
        writer.field(160, paper)
        writer.field(168, base)
        writer.field(176, erased)
        writer.field(186, complaintReason)
        writer.field(192, answer?.rawValue ?? 0)
        writer.field(202, answerReason)
    }
}

/// One question of a sitting, in the order of its person.
package struct SittingQuestion: Message {
    package static var typeName: String { "SittingQuestion" }

    /// 1, 2, …
    package var number: UInt32 = 0
    package var kind: QuestionKind? = nil
    package var stem = ""
    /// in the order of its person
    package var options: [String] = []
    /// what is saved; bit 0 is the first option
    package var chosen: UInt32 = 0
    package var marksHundredths: UInt32 = 0
    /// the key; for those who examine, never for who sits
    package var correct: UInt32 = 0
    /// the same
    package var earnedHundredths: UInt32 = 0

    package init() {}

    package init(
        number: UInt32 = 0, kind: QuestionKind? = nil, stem: String = "", options: [String] = [], chosen: UInt32 = 0,
        marksHundredths: UInt32 = 0, correct: UInt32 = 0, earnedHundredths: UInt32 = 0
    ) {
        self.number = number
        self.kind = kind
        self.stem = stem
        self.options = options
        self.chosen = chosen
        self.marksHundredths = marksHundredths
        self.correct = correct
        self.earnedHundredths = earnedHundredths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: number = try reader.readUInt32()
            case 16: kind = QuestionKind(rawValue: try reader.readInt32())
            case 26: stem = try reader.readString()
            case 34: options.append(try reader.readString())
            case 40: chosen = try reader.readUInt32()
            case 48: marksHundredths = try reader.readUInt32()
            case 56: correct = try reader.readUInt32()
            case 64: earnedHundredths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, number)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, stem)
        for value in options { writer.element(34, value) }
        writer.field(40, chosen)
        writer.field(48, marksHundredths)
        writer.field(56, correct)
        writer.field(64, earnedHundredths)
    }
}

/// Begins an attempt, or goes on with the one that is open. By the code of a paper where the programme has its exams so
/// (EXM-3b), or
/// else by the offering (EXM-3c).
package struct StartExamRequest: Message {
    package static var typeName: String { "StartExamRequest" }

    package var offering: UInt64 = 0
    package var code = ""

    package init() {}

    package init(offering: UInt64 = 0, code: String = "") {
        self.offering = offering
        self.code = code
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: code = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, code)
    }
}

package struct SittingReply: Message {
    package static var typeName: String { "SittingReply" }

    package var sitting: Sitting? = nil

    package init() {}

    package init(sitting: Sitting? = nil) {
        self.sitting = sitting
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &sitting)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, sitting)
    }
}

package struct GetSittingRequest: Message {
    package static var typeName: String { "GetSittingRequest" }

    package var sitting: UInt64 = 0

    package init() {}

    package init(sitting: UInt64 = 0) {
        self.sitting = sitting
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sitting = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sitting)
    }
}

package struct SittingQuestionsRequest: Message {
    package static var typeName: String { "SittingQuestionsRequest" }

    package var sitting: UInt64 = 0
    package var after: UInt32 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(sitting: UInt64 = 0, after: UInt32 = 0, limit: UInt32 = 0) {
        self.sitting = sitting
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sitting = try reader.readUInt64()
            case 16: after = try reader.readUInt32()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sitting)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct SittingQuestionsReply: Message {
    package static var typeName: String { "SittingQuestionsReply" }

    package var questions: [SittingQuestion] = []
    package var next: UInt32 = 0
    package var sitting: Sitting? = nil

    package init() {}

    package init(questions: [SittingQuestion] = [], next: UInt32 = 0, sitting: Sitting? = nil) {
        self.questions = questions
        self.next = next
        self.sitting = sitting
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &questions)
            case 16: next = try reader.readUInt32()
            case 26: try reader.readMessage(into: &sitting)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in questions { writer.element(10, value) }
        writer.field(16, next)
        writer.field(26, sitting)
    }
}

/// Saves one answer. `device` is a number that the client made up when it began, and `counter` ascends with each of its
/// answers; the same
/// answer again changes nothing. All are kept; of two devices the answer that came last stands.
package struct SaveAnswerRequest: Message {
    package static var typeName: String { "SaveAnswerRequest" }

    package var sitting: UInt64 = 0
    package var device: UInt64 = 0
    package var counter: UInt64 = 0
    package var question: UInt32 = 0
    package var chosen: UInt32 = 0

    package init() {}

    package init(sitting: UInt64 = 0, device: UInt64 = 0, counter: UInt64 = 0, question: UInt32 = 0, chosen: UInt32 = 0)
    {
        self.sitting = sitting
        self.device = device
        self.counter = counter
        self.question = question
        self.chosen = chosen
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sitting = try reader.readUInt64()
            case 16: device = try reader.readUInt64()
            case 24: counter = try reader.readUInt64()
            case 32: question = try reader.readUInt32()
            case 40: chosen = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sitting)
        writer.field(16, device)
        writer.field(24, counter)
        writer.field(32, question)
        writer.field(40, chosen)
    }
}

package struct SaveAnswerReply: Message {
    package static var typeName: String { "SaveAnswerReply" }

    package var nowMs: Int64 = 0
    package var endsMs: Int64 = 0

    package init() {}

    package init(nowMs: Int64 = 0, endsMs: Int64 = 0) {
        self.nowMs = nowMs
        self.endsMs = endsMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: nowMs = try reader.readInt64()
            case 16: endsMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, nowMs)
        writer.field(16, endsMs)
    }
}

/// Marked at once. What has ended already stays as it is.
package struct SubmitExamRequest: Message {
    package static var typeName: String { "SubmitExamRequest" }

    package var sitting: UInt64 = 0

    package init() {}

    package init(sitting: UInt64 = 0) {
        self.sitting = sitting
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sitting = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sitting)
    }
}

/// ATT-8: an exam that the caller has before them, or has sat.
package struct MyExam: Message {
    package static var typeName: String { "MyExam" }

    package var offering: UInt64 = 0
    package var title = ""
    /// it is begun with the code of a paper, at an exam base
    package var byCode = false
    /// 0 = not known yet
    package var opensMs: Int64 = 0
    /// why it cannot be begun now; empty = it can
    package var obstacle = ""
    /// that have ended
    package var attempts: UInt32 = 0
    /// attempts
    package var left: UInt32 = 0
    package var unlimited = false
    package var passed = false
    /// the best of them
    package var valueHundredths: UInt32 = 0
    /// the one that is open
    package var sitting: UInt64 = 0

    package init() {}

    package init(
        offering: UInt64 = 0, title: String = "", byCode: Bool = false, opensMs: Int64 = 0, obstacle: String = "",
        attempts: UInt32 = 0, left: UInt32 = 0, unlimited: Bool = false, passed: Bool = false,
        valueHundredths: UInt32 = 0, sitting: UInt64 = 0
    ) {
        self.offering = offering
        self.title = title
        self.byCode = byCode
        self.opensMs = opensMs
        self.obstacle = obstacle
        self.attempts = attempts
        self.left = left
        self.unlimited = unlimited
        self.passed = passed
        self.valueHundredths = valueHundredths
        self.sitting = sitting
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: title = try reader.readString()
            case 24: byCode = try reader.readBool()
            case 32: opensMs = try reader.readInt64()
            case 42: obstacle = try reader.readString()
            case 48: attempts = try reader.readUInt32()
            case 56: left = try reader.readUInt32()
            case 64: unlimited = try reader.readBool()
            case 72: passed = try reader.readBool()
            case 80: valueHundredths = try reader.readUInt32()
            case 88: sitting = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, title)
        writer.field(24, byCode)
        writer.field(32, opensMs)
        writer.field(42, obstacle)
        writer.field(48, attempts)
        writer.field(56, left)
        writer.field(64, unlimited)
        writer.field(72, passed)
        writer.field(80, valueHundredths)
        writer.field(88, sitting)
    }
}

package struct MyExamsRequest: Message {
    package static var typeName: String { "MyExamsRequest" }

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

package struct MyExamsReply: Message {
    package static var typeName: String { "MyExamsReply" }

    package var exams: [MyExam] = []
    package var next: UInt64 = 0

    package init() {}

    package init(exams: [MyExam] = [], next: UInt64 = 0) {
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

package struct MySittingsRequest: Message {
    package static var typeName: String { "MySittingsRequest" }

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

package struct ListSittingsReply: Message {
    package static var typeName: String { "ListSittingsReply" }

    package var sittings: [Sitting] = []
    package var next: UInt64 = 0

    package init() {}

    package init(sittings: [Sitting] = [], next: UInt64 = 0) {
        self.sittings = sittings
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &sittings)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in sittings { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// EXM-5: of a class, for its organiser; or of a paper at an exam base.
package struct ListSittingsRequest: Message {
    package static var typeName: String { "ListSittingsRequest" }

    package var offering: UInt64 = 0
    package var paper: UInt64 = 0
    package var base: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    /// only those about which a complaint waits
    package var complained = false

    package init() {}

    package init(
        offering: UInt64 = 0, paper: UInt64 = 0, base: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0,
        complained: Bool = false
    ) {
        self.offering = offering
        self.paper = paper
        self.base = base
        self.after = after
        self.limit = limit
        self.complained = complained
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: paper = try reader.readUInt64()
            case 24: base = try reader.readUInt64()
            case 32: after = try reader.readUInt64()
            case 40: limit = try reader.readUInt32()
            case 48: complained = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, paper)
        writer.field(24, base)
        writer.field(32, after)
        writer.field(40, limit)
        writer.field(48, complained)
    }
}

package struct SittingNote: Message {
    package static var typeName: String { "SittingNote" }

    package var event: SittingEvent? = nil
    package var beforeHundredths: UInt32 = 0
    package var valueHundredths: UInt32 = 0
    package var reason = ""
    /// 0 for the person themselves: who of the staff it was, is for the staff
    package var person: UInt64 = 0
    package var personName = ""
    package var atMs: Int64 = 0

    package init() {}

    package init(
        event: SittingEvent? = nil, beforeHundredths: UInt32 = 0, valueHundredths: UInt32 = 0, reason: String = "",
        person: UInt64 = 0, personName: String = "", atMs: Int64 = 0
    ) {
        self.event = event
        self.beforeHundredths = beforeHundredths
        self.valueHundredths = valueHundredths
        self.reason = reason
        self.person = person
        self.personName = personName
        self.atMs = atMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: event = SittingEvent(rawValue: try reader.readInt32())
            case 16: beforeHundredths = try reader.readUInt32()
            case 24: valueHundredths = try reader.readUInt32()
            case 34: reason = try reader.readString()
            case 40: person = try reader.readUInt64()
            case 50: personName = try reader.readString()
            case 56: atMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, event?.rawValue ?? 0)
        writer.field(16, beforeHundredths)
        writer.field(24, valueHundredths)
        writer.field(34, reason)
        writer.field(40, person)
        writer.field(50, personName)
        writer.field(56, atMs)
    }
}

package struct SavedAnswerRecord: Message {
    package static var typeName: String { "SavedAnswerRecord" }

    package var device: UInt64 = 0
    package var counter: UInt64 = 0
    package var question: UInt32 = 0
    package var chosen: UInt32 = 0
    package var atMs: Int64 = 0
    package var stands = false

    package init() {}

    package init(
        device: UInt64 = 0, counter: UInt64 = 0, question: UInt32 = 0, chosen: UInt32 = 0, atMs: Int64 = 0,
        stands: Bool = false
    ) {
        self.device = device
        self.counter = counter
        self.question = question
        self.chosen = chosen
        self.atMs = atMs
        self.stands = stands
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: device = try reader.readUInt64()
            case 16: counter = try reader.readUInt64()
            case 24: question = try reader.readUInt32()
            case 32: chosen = try reader.readUInt32()
            case 40: atMs = try reader.readInt64()
            case 48: stands = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, device)
        writer.field(16, counter)
        writer.field(24, question)
        writer.field(32, chosen)
        writer.field(40, atMs)
        writer.field(48, stands)
    }
}

/// A sitting as it was sat: its questions, every answer that was saved, and what was said of it.
package struct ShowSittingReply: Message {
    package static var typeName: String { "ShowSittingReply" }

    package var sitting: Sitting? = nil
    package var questions: [SittingQuestion] = []
    package var next: UInt32 = 0
    package var answers: [SavedAnswerRecord] = []
    package var notes: [SittingNote] = []

    package init() {}

    package init(
        sitting: Sitting? = nil, questions: [SittingQuestion] = [], next: UInt32 = 0, answers: [SavedAnswerRecord] = [],
        notes: [SittingNote] = []
    ) {
        self.sitting = sitting
        self.questions = questions
        self.next = next
        self.answers = answers
        self.notes = notes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &sitting)
            case 18: try reader.readMessage(appendingTo: &questions)
            case 24: next = try reader.readUInt32()
            case 34: try reader.readMessage(appendingTo: &answers)
            case 42: try reader.readMessage(appendingTo: &notes)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, sitting)
        for value in questions { writer.element(18, value) }
        writer.field(24, next)
        for value in answers { writer.element(34, value) }
        for value in notes { writer.element(42, value) }
    }
}

package struct ComplainRequest: Message {
    package static var typeName: String { "ComplainRequest" }

    package var sitting: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(sitting: UInt64 = 0, reason: String = "") {
        self.sitting = sitting
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sitting = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sitting)
        writer.field(18, reason)
    }
}

package struct MarkAgainRequest: Message {
    package static var typeName: String { "MarkAgainRequest" }

    package var sitting: UInt64 = 0
    package var valueHundredths: UInt32 = 0
    package var reason = ""

    package init() {}

    package init(sitting: UInt64 = 0, valueHundredths: UInt32 = 0, reason: String = "") {
        self.sitting = sitting
        self.valueHundredths = valueHundredths
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sitting = try reader.readUInt64()
            case 16: valueHundredths = try reader.readUInt32()
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sitting)
        writer.field(16, valueHundredths)
        writer.field(26, reason)
    }
}

/// Minutes that a person gets on top, in attempts that begin later. 0 takes them back.
package struct GrantExtraTimeRequest: Message {
    package static var typeName: String { "GrantExtraTimeRequest" }

    package var offering: UInt64 = 0
    package var number = ""
    package var minutes: UInt32 = 0
    package var reason = ""

    package init() {}

    package init(offering: UInt64 = 0, number: String = "", minutes: UInt32 = 0, reason: String = "") {
        self.offering = offering
        self.number = number
        self.minutes = minutes
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 24: minutes = try reader.readUInt32()
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, number)
        writer.field(24, minutes)
        writer.field(34, reason)
    }
}

package struct GrantExtraTimeReply: Message {
    package static var typeName: String { "GrantExtraTimeReply" }

    package var person: UInt64 = 0
    package var name = ""
    package var minutes: UInt32 = 0

    package init() {}

    package init(person: UInt64 = 0, name: String = "", minutes: UInt32 = 0) {
        self.person = person
        self.name = name
        self.minutes = minutes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: minutes = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, name)
        writer.field(24, minutes)
    }
}
