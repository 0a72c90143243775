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
