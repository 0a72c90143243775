// Generated from Protocol/exams.proto by `make generate`; change that and generate again.
package import Wire

package enum ScoreState: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case value = 1
    case corroborated = 2
    case conflict = 3
    case decided = 4
    case lateEvidence = 5
    case conflictingDecisions = 6
    case none = 7
}

package struct ScoreSibling: Message {
    package static let typeName = "rollcall.ScoreSibling"

    package var log: [UInt8]
    package var sequence: UInt64
    package var actor: UInt64
    package var actorName: String
    package var valueHundredths: UInt32
    package var atMs: Int64
    package var terminalName: String
    package var kind: UInt32

    package init() {
        log = []
        sequence = 0
        actor = 0
        actorName = ""
        valueHundredths = 0
        atMs = 0
        terminalName = ""
        kind = 0
    }

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

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: log = try reader.readBytesField()
        case 16: sequence = try reader.readUInt64()
        case 24: actor = try reader.readUInt64()
        case 34: actorName = try reader.readString()
        case 40: valueHundredths = try reader.readUInt32()
        case 48: atMs = try reader.readInt64()
        case 58: terminalName = try reader.readString()
        case 64: kind = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !log.isEmpty { writer.writeField(10, bytes: log) }
        if sequence != 0 { writer.writeField(16, varint: sequence) }
        if actor != 0 { writer.writeField(24, varint: actor) }
        if !actorName.isEmpty { writer.writeField(34, string: actorName) }
        if valueHundredths != 0 { writer.writeField(40, varint: UInt64(valueHundredths)) }
        if atMs != 0 { writer.writeField(48, varint: UInt64(bitPattern: atMs)) }
        if !terminalName.isEmpty { writer.writeField(58, string: terminalName) }
        if kind != 0 { writer.writeField(64, varint: UInt64(kind)) }
    }
}

package struct Score: Message {
    package static let typeName = "rollcall.Score"

    package var offering: UInt64
    package var person: UInt64
    package var number: String
    package var name: String
    /// 1 = the offering's exam
    package var assessment: UInt64
    package var state: ScoreState
    /// when settled
    package var valueHundredths: UInt32
    package var passed: Bool
    package var siblings: [ScoreSibling]
    /// opaque; give it back when adjudicating
    package var context: [UInt8]

    package init() {
        offering = 0
        person = 0
        number = ""
        name = ""
        assessment = 0
        state = .unspecified
        valueHundredths = 0
        passed = false
        siblings = []
        context = []
    }

    package init(
        offering: UInt64 = 0, person: UInt64 = 0, number: String = "", name: String = "", assessment: UInt64 = 0,
        state: ScoreState = .unspecified, valueHundredths: UInt32 = 0, passed: Bool = false,
        siblings: [ScoreSibling] = [], context: [UInt8] = []
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

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: person = try reader.readUInt64()
        case 26: number = try reader.readString()
        case 34: name = try reader.readString()
        case 40: assessment = try reader.readUInt64()
        case 48: state = try reader.readEnum(ScoreState.unspecified)
        case 56: valueHundredths = try reader.readUInt32()
        case 64: passed = try reader.readBool()
        case 74: siblings.append(try reader.readMessage(into: nil, depth: depth))
        case 82: context = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if person != 0 { writer.writeField(16, varint: person) }
        if !number.isEmpty { writer.writeField(26, string: number) }
        if !name.isEmpty { writer.writeField(34, string: name) }
        if assessment != 0 { writer.writeField(40, varint: assessment) }
        if state.rawValue != 0 { writer.writeField(48, varint: UInt64(bitPattern: Int64(state.rawValue))) }
        if valueHundredths != 0 { writer.writeField(56, varint: UInt64(valueHundredths)) }
        if passed { writer.writeField(64, varint: passed ? 1 : 0) }
        for value in siblings { writer.writeField(74, message: value) }
        if !context.isEmpty { writer.writeField(82, bytes: context) }
    }
}

package struct ListScoresRequest: Message {
    package static let typeName = "rollcall.ListScoresRequest"

    package var offering: UInt64
    package var after: UInt64
    package var limit: UInt32
    package var onlyConflicts: Bool

    package init() {
        offering = 0
        after = 0
        limit = 0
        onlyConflicts = false
    }

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0, onlyConflicts: Bool = false) {
        self.offering = offering
        self.after = after
        self.limit = limit
        self.onlyConflicts = onlyConflicts
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: after = try reader.readUInt64()
        case 24: limit = try reader.readUInt32()
        case 32: onlyConflicts = try reader.readBool()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if after != 0 { writer.writeField(16, varint: after) }
        if limit != 0 { writer.writeField(24, varint: UInt64(limit)) }
        if onlyConflicts { writer.writeField(32, varint: onlyConflicts ? 1 : 0) }
    }
}

package struct ListScoresReply: Message {
    package static let typeName = "rollcall.ListScoresReply"

    package var scores: [Score]
    package var next: UInt64
    package var conflicts: UInt32
    package var passed: UInt32
    package var failed: UInt32

    package init() {
        scores = []
        next = 0
        conflicts = 0
        passed = 0
        failed = 0
    }

    package init(scores: [Score] = [], next: UInt64 = 0, conflicts: UInt32 = 0, passed: UInt32 = 0, failed: UInt32 = 0)
    {
        self.scores = scores
        self.next = next
        self.conflicts = conflicts
        self.passed = passed
        self.failed = failed
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: scores.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        case 24: conflicts = try reader.readUInt32()
        case 32: passed = try reader.readUInt32()
        case 40: failed = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in scores { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
        if conflicts != 0 { writer.writeField(24, varint: UInt64(conflicts)) }
        if passed != 0 { writer.writeField(32, varint: UInt64(passed)) }
        if failed != 0 { writer.writeField(40, varint: UInt64(failed)) }
    }
}

/// Settles a conflict: replaces every sibling in the context (SKL-3b).
package struct AdjudicateRequest: Message {
    package static let typeName = "rollcall.AdjudicateRequest"

    package var offering: UInt64
    package var person: UInt64
    package var assessment: UInt64
    package var valueHundredths: UInt32
    package var reason: String
    package var context: [UInt8]

    package init() {
        offering = 0
        person = 0
        assessment = 0
        valueHundredths = 0
        reason = ""
        context = []
    }

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

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: person = try reader.readUInt64()
        case 24: assessment = try reader.readUInt64()
        case 32: valueHundredths = try reader.readUInt32()
        case 42: reason = try reader.readString()
        case 50: context = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if person != 0 { writer.writeField(16, varint: person) }
        if assessment != 0 { writer.writeField(24, varint: assessment) }
        if valueHundredths != 0 { writer.writeField(32, varint: UInt64(valueHundredths)) }
        if !reason.isEmpty { writer.writeField(42, string: reason) }
        if !context.isEmpty { writer.writeField(50, bytes: context) }
    }
}

package struct AdjudicateReply: Message {
    package static let typeName = "rollcall.AdjudicateReply"

    package var score: Score?

    package init() {
    }

    package init(score: Score? = nil) {
        self.score = score
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: score = try reader.readMessage(into: score, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let score { writer.writeField(10, message: score) }
    }
}
