// Generated from Protocol/exams.proto by `make generate`; change that and generate again.

package import Wire

package struct ScoreSibling: Message {
    package static var typeName: String { "ScoreSibling" }

    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    package var actor: UInt64 = 0
    package var actorName = ""
    package var valueHundredths: UInt32 = 0
    package var atMs: Int64 = 0
    package var terminalName = ""
    package var kind: UInt32 = 0

    package init() {}

    package init(
        log: [UInt8] = [], sequence: UInt64 = 0, actor: UInt64 = 0, actorName: String = "", valueHundredths: UInt32 = 0,
        atMs: Int64 = 0, terminalName: String = "", kind: UInt32 = 0
    ) {
        self.log = log
        self.sequence = sequence
        self.actor = actor
        self.actorName = actorName
        self.valueHundredths = valueHundredths
        self.atMs = atMs
        self.terminalName = terminalName
        self.kind = kind
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            case 24: actor = try reader.readUInt64()
            case 34: actorName = try reader.readString()
            case 40: valueHundredths = try reader.readUInt32()
            case 48: atMs = try reader.readInt64()
            case 58: terminalName = try reader.readString()
            case 64: kind = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
        writer.field(24, actor)
        writer.field(34, actorName)
        writer.field(40, valueHundredths)
        writer.field(48, atMs)
        writer.field(58, terminalName)
        writer.field(64, kind)
    }
}

package struct Score: Message {
    package static var typeName: String { "Score" }

    package var offering: UInt64 = 0
    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    /// 1 = the offering's exam
    package var assessment: UInt64 = 0
    package var state: ScoreState? = nil
    /// when settled
    package var valueHundredths: UInt32 = 0
    package var passed = false
    package var siblings: [ScoreSibling] = []
    /// opaque; give it back when adjudicating
    package var context: [UInt8] = []

    package init() {}

    package init(
        offering: UInt64 = 0, person: UInt64 = 0, number: String = "", name: String = "", assessment: UInt64 = 0,
        state: ScoreState? = nil, valueHundredths: UInt32 = 0, passed: Bool = false, siblings: [ScoreSibling] = [],
        context: [UInt8] = []
    ) {
        self.offering = offering
        self.person = person
        self.number = number
        self.name = name
        self.assessment = assessment
        self.state = state
        self.valueHundredths = valueHundredths
        self.passed = passed
        self.siblings = siblings
        self.context = context
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: number = try reader.readString()
            case 34: name = try reader.readString()
            case 40: assessment = try reader.readUInt64()
            case 48: state = ScoreState(rawValue: try reader.readInt32())
            case 56: valueHundredths = try reader.readUInt32()
            case 64: passed = try reader.readBool()
            case 74: try reader.readMessage(appendingTo: &siblings)
            case 82: context = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
        writer.field(26, number)
        writer.field(34, name)
        writer.field(40, assessment)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(56, valueHundredths)
        writer.field(64, passed)
        for value in siblings { writer.element(74, value) }
        writer.field(82, context)
    }
}

package struct ListScoresRequest: Message {
    package static var typeName: String { "ListScoresRequest" }

    package var offering: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var onlyConflicts = false

    package init() {}

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0, onlyConflicts: Bool = false) {
        self.offering = offering
        self.after = after
        self.limit = limit
        self.onlyConflicts = onlyConflicts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            case 32: onlyConflicts = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, after)
        writer.field(24, limit)
        writer.field(32, onlyConflicts)
    }
}

package struct ListScoresReply: Message {
    package static var typeName: String { "ListScoresReply" }

    package var scores: [Score] = []
    package var next: UInt64 = 0
    package var conflicts: UInt32 = 0
    package var passed: UInt32 = 0
    package var failed: UInt32 = 0

    package init() {}

    package init(scores: [Score] = [], next: UInt64 = 0, conflicts: UInt32 = 0, passed: UInt32 = 0, failed: UInt32 = 0)
    {
        self.scores = scores
        self.next = next
        self.conflicts = conflicts
        self.passed = passed
        self.failed = failed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &scores)
            case 16: next = try reader.readUInt64()
            case 24: conflicts = try reader.readUInt32()
            case 32: passed = try reader.readUInt32()
            case 40: failed = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in scores { writer.element(10, value) }
        writer.field(16, next)
        writer.field(24, conflicts)
        writer.field(32, passed)
        writer.field(40, failed)
    }
}

/// Settles a conflict: replaces every sibling in the context (SKL-3b).
package struct AdjudicateRequest: Message {
    package static var typeName: String { "AdjudicateRequest" }

    package var offering: UInt64 = 0
    package var person: UInt64 = 0
    package var assessment: UInt64 = 0
    package var valueHundredths: UInt32 = 0
    package var reason = ""
    package var context: [UInt8] = []

    package init() {}

    package init(
        offering: UInt64 = 0, person: UInt64 = 0, assessment: UInt64 = 0, valueHundredths: UInt32 = 0,
        reason: String = "", context: [UInt8] = []
    ) {
        self.offering = offering
        self.person = person
        self.assessment = assessment
        self.valueHundredths = valueHundredths
        self.reason = reason
        self.context = context
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 24: assessment = try reader.readUInt64()
            case 32: valueHundredths = try reader.readUInt32()
            case 42: reason = try reader.readString()
            case 50: context = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
        writer.field(24, assessment)
        writer.field(32, valueHundredths)
        writer.field(42, reason)
        writer.field(50, context)
    }
}

package struct AdjudicateReply: Message {
    package static var typeName: String { "AdjudicateReply" }

    package var score: Score? = nil

    package init() {}

    package init(score: Score? = nil) {
        self.score = score
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &score)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, score)
    }
}

/// A mark that a terminal brought and that does not count: whoever is named as examiner was not assigned to the base
/// then.
package struct QuarantinedMark: Message {
    package static var typeName: String { "QuarantinedMark" }

    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var assessment: UInt64 = 0
    /// 0 = nobody was named
    package var actor: UInt64 = 0
    package var actorName = ""
    package var valueHundredths: UInt32 = 0
    package var atMs: Int64 = 0
    package var terminalName = ""
    /// why
    package var code: ErrorCode? = nil

    package init() {}

    package init(
        log: [UInt8] = [], sequence: UInt64 = 0, person: UInt64 = 0, number: String = "", name: String = "",
        assessment: UInt64 = 0, actor: UInt64 = 0, actorName: String = "", valueHundredths: UInt32 = 0, atMs: Int64 = 0,
        terminalName: String = "", code: ErrorCode? = nil
    ) {
        self.log = log
        self.sequence = sequence
        self.person = person
        self.number = number
        self.name = name
        self.assessment = assessment
        self.actor = actor
        self.actorName = actorName
        self.valueHundredths = valueHundredths
        self.atMs = atMs
        self.terminalName = terminalName
        self.code = code
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            case 24: person = try reader.readUInt64()
            case 34: number = try reader.readString()
            case 42: name = try reader.readString()
            case 48: assessment = try reader.readUInt64()
            case 56: actor = try reader.readUInt64()
            case 66: actorName = try reader.readString()
            case 72: valueHundredths = try reader.readUInt32()
            case 80: atMs = try reader.readInt64()
            case 90: terminalName = try reader.readString()
            case 96: code = ErrorCode(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
        writer.field(24, person)
        writer.field(34, number)
        writer.field(42, name)
        writer.field(48, assessment)
        writer.field(56, actor)
        writer.field(66, actorName)
        writer.field(72, valueHundredths)
        writer.field(80, atMs)
        writer.field(90, terminalName)
        writer.field(96, code?.rawValue ?? 0)
    }
}

package struct ListQuarantinedMarksRequest: Message {
    package static var typeName: String { "ListQuarantinedMarksRequest" }

    package var offering: UInt64 = 0
    package var cursor: [UInt8] = []
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, cursor: [UInt8] = [], limit: UInt32 = 0) {
        self.offering = offering
        self.cursor = cursor
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: cursor = try reader.readBytes()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, cursor)
        writer.field(24, limit)
    }
}

package struct ListQuarantinedMarksReply: Message {
    package static var typeName: String { "ListQuarantinedMarksReply" }

    package var marks: [QuarantinedMark] = []
    package var next: [UInt8] = []

    package init() {}

    package init(marks: [QuarantinedMark] = [], next: [UInt8] = []) {
        self.marks = marks
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &marks)
            case 18: next = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in marks { writer.element(10, value) }
        writer.field(18, next)
    }
}

/// From then on the mark counts as if the examiner had been assigned (SYN-9).
package struct AdmitMarkRequest: Message {
    package static var typeName: String { "AdmitMarkRequest" }

    package var offering: UInt64 = 0
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(offering: UInt64 = 0, log: [UInt8] = [], sequence: UInt64 = 0, reason: String = "") {
        self.offering = offering
        self.log = log
        self.sequence = sequence
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: log = try reader.readBytes()
            case 24: sequence = try reader.readUInt64()
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, log)
        writer.field(24, sequence)
        writer.field(34, reason)
    }
}

package struct AdmitMarkReply: Message {
    package static var typeName: String { "AdmitMarkReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// SKL-3a: all that was said of a score, whether it stands or was replaced. Ordered by log and sequence.
package struct ScoreFact: Message {
    package static var typeName: String { "ScoreFact" }

    package var mark: ScoreSibling? = nil
    package var stands = false
    /// of an adjudication
    package var reason = ""

    package init() {}

    package init(mark: ScoreSibling? = nil, stands: Bool = false, reason: String = "") {
        self.mark = mark
        self.stands = stands
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &mark)
            case 16: stands = try reader.readBool()
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, mark)
        writer.field(16, stands)
        writer.field(26, reason)
    }
}

package struct ScoreRecord: Message {
    package static var typeName: String { "ScoreRecord" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var assessment: UInt64 = 0
    package var facts: [ScoreFact] = []

    package init() {}

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", assessment: UInt64 = 0, facts: [ScoreFact] = []
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.assessment = assessment
        self.facts = facts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 32: assessment = try reader.readUInt64()
            case 42: try reader.readMessage(appendingTo: &facts)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(32, assessment)
        for value in facts { writer.element(42, value) }
    }
}

package struct ScoreHistoryRequest: Message {
    package static var typeName: String { "ScoreHistoryRequest" }

    package var offering: UInt64 = 0
    /// 0 = everybody of whose score somebody has decided
    package var person: UInt64 = 0
    package var after: UInt64 = 0
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

package struct ScoreHistoryReply: Message {
    package static var typeName: String { "ScoreHistoryReply" }

    package var records: [ScoreRecord] = []
    package var next: UInt64 = 0

    package init() {}

    package init(records: [ScoreRecord] = [], next: UInt64 = 0) {
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

package struct Question: Message {
    package static var typeName: String { "Question" }

    package var id: UInt64 = 0
    package var bank: UInt64 = 0
    package var kind: QuestionKind? = nil
    /// 1 … 1,000 characters
    package var stem = ""
    /// 2 … 8, each 1 … 300 characters
    package var options: [String] = []
    /// bit 0 is the first option; exactly one bit of a single choice
    package var correct: UInt32 = 0
    /// only enabled ones are asked
    package var enabled = false
    /// it stands in a paper that somebody has sat
    package var sat = false
    package var changedMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, bank: UInt64 = 0, kind: QuestionKind? = nil, stem: String = "", options: [String] = [],
        correct: UInt32 = 0, enabled: Bool = false, sat: Bool = false, changedMs: Int64 = 0
    ) {
        self.id = id
        self.bank = bank
        self.kind = kind
        self.stem = stem
        self.options = options
        self.correct = correct
        self.enabled = enabled
        self.sat = sat
        self.changedMs = changedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: bank = try reader.readUInt64()
            case 24: kind = QuestionKind(rawValue: try reader.readInt32())
            case 34: stem = try reader.readString()
            case 42: options.append(try reader.readString())
            case 48: correct = try reader.readUInt32()
            case 56: enabled = try reader.readBool()
            case 64: sat = try reader.readBool()
            case 72: changedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, bank)
        writer.field(24, kind?.rawValue ?? 0)
        writer.field(34, stem)
        for value in options { writer.element(42, value) }
        writer.field(48, correct)
        writer.field(56, enabled)
        writer.field(64, sat)
        writer.field(72, changedMs)
    }
}

package struct QuestionOptions: Message {
    package static var typeName: String { "QuestionOptions" }

    package var texts: [String] = []

    package init() {}

    package init(texts: [String] = []) {
        self.texts = texts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: texts.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in texts { writer.element(10, value) }
    }
}

/// Without an id a question is added to the bank, not enabled; with one, kind, stem, options and key are replaced.
package struct SaveQuestionRequest: Message {
    package static var typeName: String { "SaveQuestionRequest" }

    package var question: Question? = nil

    package init() {}

    package init(question: Question? = nil) {
        self.question = question
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &question)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, question)
    }
}

package struct QuestionReply: Message {
    package static var typeName: String { "QuestionReply" }

    package var question: Question? = nil

    package init() {}

    package init(question: Question? = nil) {
        self.question = question
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &question)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, question)
    }
}

package struct GetQuestionRequest: Message {
    package static var typeName: String { "GetQuestionRequest" }

    package var question: UInt64 = 0

    package init() {}

    package init(question: UInt64 = 0) {
        self.question = question
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: question = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, question)
    }
}

package struct ListQuestionsRequest: Message {
    package static var typeName: String { "ListQuestionsRequest" }

    package var bank: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var contains = ""

    package init() {}

    package init(bank: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0, contains: String = "") {
        self.bank = bank
        self.after = after
        self.limit = limit
        self.contains = contains
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: bank = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            case 34: contains = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, bank)
        writer.field(16, after)
        writer.field(24, limit)
        writer.field(34, contains)
    }
}

package struct ListQuestionsReply: Message {
    package static var typeName: String { "ListQuestionsReply" }

    package var questions: [Question] = []
    /// 0 = no more
    package var next: UInt64 = 0
    /// in the whole bank
    package var enabled: UInt32 = 0
    /// EXM-2: before the code of its offering is shown; 0 = none
    package var needed: UInt32 = 0

    package init() {}

    package init(questions: [Question] = [], next: UInt64 = 0, enabled: UInt32 = 0, needed: UInt32 = 0) {
        self.questions = questions
        self.next = next
        self.enabled = enabled
        self.needed = needed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &questions)
            case 16: next = try reader.readUInt64()
            case 24: enabled = try reader.readUInt32()
            case 32: needed = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in questions { writer.element(10, value) }
        writer.field(16, next)
        writer.field(24, enabled)
        writer.field(32, needed)
    }
}

package struct EnableQuestionsRequest: Message {
    package static var typeName: String { "EnableQuestionsRequest" }

    package var bank: UInt64 = 0
    package var questions: [UInt64] = []
    package var enabled = false

    package init() {}

    package init(bank: UInt64 = 0, questions: [UInt64] = [], enabled: Bool = false) {
        self.bank = bank
        self.questions = questions
        self.enabled = enabled
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: bank = try reader.readUInt64()
            case 16: questions.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &questions) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: enabled = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, bank)
        writer.packed(18, questions) { $0.writeVarint($1) }
        writer.field(24, enabled)
    }
}

package struct EnableQuestionsReply: Message {
    package static var typeName: String { "EnableQuestionsReply" }

    package var changed: UInt32 = 0
    package var enabled: UInt32 = 0
    package var needed: UInt32 = 0

    package init() {}

    package init(changed: UInt32 = 0, enabled: UInt32 = 0, needed: UInt32 = 0) {
        self.changed = changed
        self.enabled = enabled
        self.needed = needed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: changed = try reader.readUInt32()
            case 16: enabled = try reader.readUInt32()
            case 24: needed = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, changed)
        writer.field(16, enabled)
        writer.field(24, needed)
    }
}

/// A question that was sat stays; it can be disabled.
package struct DeleteQuestionRequest: Message {
    package static var typeName: String { "DeleteQuestionRequest" }

    package var question: UInt64 = 0

    package init() {}

    package init(question: UInt64 = 0) {
        self.question = question
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: question = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, question)
    }
}

package struct DeleteQuestionReply: Message {
    package static var typeName: String { "DeleteQuestionReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct QuestionChange: Message {
    package static var typeName: String { "QuestionChange" }

    package var id: UInt64 = 0
    package var event: QuestionEvent? = nil
    /// as it was left; a deleted one as it was
    package var question: Question? = nil
    package var person: UInt64 = 0
    package var personName = ""
    package var atMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, event: QuestionEvent? = nil, question: Question? = nil, person: UInt64 = 0,
        personName: String = "", atMs: Int64 = 0
    ) {
        self.id = id
        self.event = event
        self.question = question
        self.person = person
        self.personName = personName
        self.atMs = atMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: event = QuestionEvent(rawValue: try reader.readInt32())
            case 26: try reader.readMessage(into: &question)
            case 32: person = try reader.readUInt64()
            case 42: personName = try reader.readString()
            case 48: atMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, event?.rawValue ?? 0)
        writer.field(26, question)
        writer.field(32, person)
        writer.field(42, personName)
        writer.field(48, atMs)
    }
}

package struct QuestionHistoryRequest: Message {
    package static var typeName: String { "QuestionHistoryRequest" }

    package var bank: UInt64 = 0
    package var question: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(bank: UInt64 = 0, question: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.bank = bank
        self.question = question
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: bank = try reader.readUInt64()
            case 16: question = try reader.readUInt64()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, bank)
        writer.field(16, question)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct QuestionHistoryReply: Message {
    package static var typeName: String { "QuestionHistoryReply" }

    package var changes: [QuestionChange] = []
    package var next: UInt64 = 0

    package init() {}

    package init(changes: [QuestionChange] = [], next: UInt64 = 0) {
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

package struct ExportQuestionsRequest: Message {
    package static var typeName: String { "ExportQuestionsRequest" }

    package var bank: UInt64 = 0

    package init() {}

    package init(bank: UInt64 = 0) {
        self.bank = bank
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: bank = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, bank)
    }
}

package struct QuestionsChunk: Message {
    package static var typeName: String { "QuestionsChunk" }

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

/// EXM-6: a paper of a programme: questions of the programme's bank with their marks. The exam of an offering is the
/// enabled
/// questions of the offering's own bank, with equal marks.
package struct PaperQuestion: Message {
    package static var typeName: String { "PaperQuestion" }

    package var question: UInt64 = 0
    package var marksHundredths: UInt32 = 0

    package init() {}

    package init(question: UInt64 = 0, marksHundredths: UInt32 = 0) {
        self.question = question
        self.marksHundredths = marksHundredths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: question = try reader.readUInt64()
            case 16: marksHundredths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, question)
        writer.field(16, marksHundredths)
    }
}

package struct Paper: Message {
    package static var typeName: String { "Paper" }

    package var id: UInt64 = 0
    package var programme: UInt64 = 0
    /// 1 … 100 characters
    package var title = ""
    /// 0 … 10,000
    package var passMarkHundredths: UInt32 = 0
    /// 1 … 600
    package var minutes: UInt32 = 0
    /// 1 … 200; their marks make 10,000 together, or all are 0 to share them out equally
    package var questions: [PaperQuestion] = []
    /// it cannot be opened any more
    package var withdrawn = false
    /// at these bases now
    package var open: [PaperOpening] = []

    package init() {}

    package init(
        id: UInt64 = 0, programme: UInt64 = 0, title: String = "", passMarkHundredths: UInt32 = 0, minutes: UInt32 = 0,
        questions: [PaperQuestion] = [], withdrawn: Bool = false, open: [PaperOpening] = []
    ) {
        self.id = id
        self.programme = programme
        self.title = title
        self.passMarkHundredths = passMarkHundredths
        self.minutes = minutes
        self.questions = questions
        self.withdrawn = withdrawn
        self.open = open
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 32: passMarkHundredths = try reader.readUInt32()
            case 40: minutes = try reader.readUInt32()
            case 50: try reader.readMessage(appendingTo: &questions)
            case 56: withdrawn = try reader.readBool()
            case 66: try reader.readMessage(appendingTo: &open)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, programme)
        writer.field(26, title)
        writer.field(32, passMarkHundredths)
        writer.field(40, minutes)
        for value in questions { writer.element(50, value) }
        writer.field(56, withdrawn)
        for value in open { writer.element(66, value) }
    }
}

package struct PaperOpening: Message {
    package static var typeName: String { "PaperOpening" }

    package var id: UInt64 = 0
    package var base: UInt64 = 0
    package var baseName = ""
    package var openedMs: Int64 = 0
    package var closedMs: Int64 = 0

    package init() {}

    package init(id: UInt64 = 0, base: UInt64 = 0, baseName: String = "", openedMs: Int64 = 0, closedMs: Int64 = 0) {
        self.id = id
        self.base = base
        self.baseName = baseName
        self.openedMs = openedMs
        self.closedMs = closedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 26: baseName = try reader.readString()
            case 32: openedMs = try reader.readInt64()
            case 40: closedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, base)
        writer.field(26, baseName)
        writer.field(32, openedMs)
        writer.field(40, closedMs)
    }
}

package struct SavePaperRequest: Message {
    package static var typeName: String { "SavePaperRequest" }

    package var paper: Paper? = nil

    package init() {}

    package init(paper: Paper? = nil) {
        self.paper = paper
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &paper)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, paper)
    }
}

package struct PaperReply: Message {
    package static var typeName: String { "PaperReply" }

    package var paper: Paper? = nil

    package init() {}

    package init(paper: Paper? = nil) {
        self.paper = paper
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &paper)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, paper)
    }
}

package struct GetPaperRequest: Message {
    package static var typeName: String { "GetPaperRequest" }

    package var paper: UInt64 = 0

    package init() {}

    package init(paper: UInt64 = 0) {
        self.paper = paper
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: paper = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, paper)
    }
}

package struct ListPapersRequest: Message {
    package static var typeName: String { "ListPapersRequest" }

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

package struct ListPapersReply: Message {
    package static var typeName: String { "ListPapersReply" }

    package var papers: [Paper] = []
    package var next: UInt64 = 0

    package init() {}

    package init(papers: [Paper] = [], next: UInt64 = 0) {
        self.papers = papers
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &papers)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in papers { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// A base that examines lets people sit a paper from now on. Open already, the same code is given again.
package struct OpenPaperRequest: Message {
    package static var typeName: String { "OpenPaperRequest" }

    package var paper: UInt64 = 0
    package var base: UInt64 = 0

    package init() {}

    package init(paper: UInt64 = 0, base: UInt64 = 0) {
        self.paper = paper
        self.base = base
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: paper = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, paper)
        writer.field(16, base)
    }
}

package struct PaperCodeReply: Message {
    package static var typeName: String { "PaperCodeReply" }

    package var code = ""
    package var opening: PaperOpening? = nil

    package init() {}

    package init(code: String = "", opening: PaperOpening? = nil) {
        self.code = code
        self.opening = opening
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: code = try reader.readString()
            case 18: try reader.readMessage(into: &opening)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, code)
        writer.field(18, opening)
    }
}

/// Lets nobody in any more; whoever sits goes on.
package struct ClosePaperRequest: Message {
    package static var typeName: String { "ClosePaperRequest" }

    package var paper: UInt64 = 0
    package var base: UInt64 = 0

    package init() {}

    package init(paper: UInt64 = 0, base: UInt64 = 0) {
        self.paper = paper
        self.base = base
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: paper = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, paper)
        writer.field(16, base)
    }
}

package struct ClosePaperReply: Message {
    package static var typeName: String { "ClosePaperReply" }

    package var opening: PaperOpening? = nil

    package init() {}

    package init(opening: PaperOpening? = nil) {
        self.opening = opening
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &opening)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, opening)
    }
}

/// How long the exam of an offering takes; 60 minutes unless set.
package struct SetExamMinutesRequest: Message {
    package static var typeName: String { "SetExamMinutesRequest" }

    package var offering: UInt64 = 0
    package var minutes: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, minutes: UInt32 = 0) {
        self.offering = offering
        self.minutes = minutes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: minutes = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, minutes)
    }
}

package struct SetExamMinutesReply: Message {
    package static var typeName: String { "SetExamMinutesReply" }

    package var minutes: UInt32 = 0

    package init() {}

    package init(minutes: UInt32 = 0) {
        self.minutes = minutes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: minutes = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, minutes)
    }
}

/// The questions of a sitting as they were sat, as they are stored; an edition never changes.
package struct PaperContent: Message {
    package static var typeName: String { "PaperContent" }

    package var items: [PaperItem] = []

    package init() {}

    package init(items: [PaperItem] = []) {
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

package struct PaperItem: Message {
    package static var typeName: String { "PaperItem" }

    package var question: UInt64 = 0
    package var kind: QuestionKind? = nil
    package var stem = ""
    package var options: [String] = []
    package var correct: UInt32 = 0
    package var marksHundredths: UInt32 = 0

    package init() {}

    package init(
        question: UInt64 = 0, kind: QuestionKind? = nil, stem: String = "", options: [String] = [], correct: UInt32 = 0,
        marksHundredths: UInt32 = 0
    ) {
        self.question = question
        self.kind = kind
        self.stem = stem
        self.options = options
        self.correct = correct
        self.marksHundredths = marksHundredths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: question = try reader.readUInt64()
            case 16: kind = QuestionKind(rawValue: try reader.readInt32())
            case 26: stem = try reader.readString()
            case 34: options.append(try reader.readString())
            case 40: correct = try reader.readUInt32()
            case 48: marksHundredths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, question)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, stem)
        for value in options { writer.element(34, value) }
        writer.field(40, correct)
        writer.field(48, marksHundredths)
    }
}
