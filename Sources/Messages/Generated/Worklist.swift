// Generated from Protocol/worklist.proto by `make generate`; change that and generate again.

package import Wire

/// A check-in with all that is known of it.
package struct WorkItem: Message {
    package static var typeName: String { "WorkItem" }

    package var scan: Scan? = nil
    /// to which it belongs now
    package var offering: UInt64 = 0
    package var offeringTitle = ""
    /// as it was recorded
    package var recordedOffering: UInt64 = 0
    package var terminalName = ""
    /// in the order of their making, those replaced too
    package var decisions: [ScanDecision] = []
    /// opaque; give it back when deciding
    package var context: [UInt8] = []
    /// of the fact, 1 = a check-in; 0 = facts that are never read
    package var kind: UInt32 = 0
    /// why it counts nowhere; no offering's list shows it
    package var quarantine: ErrorCode? = nil
    /// the last of several facts in a row that are never read; 0 = one
    package var last: UInt64 = 0

    package init() {}

    package init(
        scan: Scan? = nil, offering: UInt64 = 0, offeringTitle: String = "", recordedOffering: UInt64 = 0,
        terminalName: String = "", decisions: [ScanDecision] = [], context: [UInt8] = [], kind: UInt32 = 0,
        quarantine: ErrorCode? = nil, last: UInt64 = 0
    ) {
        self.scan = scan
        self.offering = offering
        self.offeringTitle = offeringTitle
        self.recordedOffering = recordedOffering
        self.terminalName = terminalName
        self.decisions = decisions
        self.context = context
        self.kind = kind
        self.quarantine = quarantine
        self.last = last
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &scan)
            case 16: offering = try reader.readUInt64()
            case 26: offeringTitle = try reader.readString()
            case 32: recordedOffering = try reader.readUInt64()
            case 42: terminalName = try reader.readString()
            case 50: try reader.readMessage(appendingTo: &decisions)
            case 58: context = try reader.readBytes()
            case 64: kind = try reader.readUInt32()
            case 72: quarantine = ErrorCode(rawValue: try reader.readInt32())
            case 80: last = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, scan)
        writer.field(16, offering)
        writer.field(26, offeringTitle)
        writer.field(32, recordedOffering)
        writer.field(42, terminalName)
        for value in decisions { writer.element(50, value) }
        writer.field(58, context)
        writer.field(64, kind)
        writer.field(72, quarantine?.rawValue ?? 0)
        writer.field(80, last)
    }
}

/// An activity date of which nothing has reached the server (ATT-10a): none of its check-ins, whatever they are worth.
package struct SilentDay: Message {
    package static var typeName: String { "SilentDay" }

    package var offering: UInt64 = 0
    package var offeringTitle = ""
    package var day: Int32 = 0
    /// of the base
    package var terminals: [TerminalContact] = []

    package init() {}

    package init(offering: UInt64 = 0, offeringTitle: String = "", day: Int32 = 0, terminals: [TerminalContact] = []) {
        self.offering = offering
        self.offeringTitle = offeringTitle
        self.day = day
        self.terminals = terminals
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: offeringTitle = try reader.readString()
            case 24: day = try reader.readInt32()
            case 34: try reader.readMessage(appendingTo: &terminals)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, offeringTitle)
        writer.field(24, day)
        for value in terminals { writer.element(34, value) }
    }
}

package struct TerminalContact: Message {
    package static var typeName: String { "TerminalContact" }

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

/// The list of an offering: its flagged check-ins, or those decided about. With a base instead: what its terminals
/// recorded and
/// no offering's list shows, because it names no offering of the base, or cannot be read. A page may be short, and even
/// empty,
/// before the last: `next` alone says whether there is more.
package struct ListWorkRequest: Message {
    package static var typeName: String { "ListWorkRequest" }

    package var offering: UInt64 = 0
    package var decided = false
    package var cursor: [UInt8] = []
    package var limit: UInt32 = 0
    package var base: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0, decided: Bool = false, cursor: [UInt8] = [], limit: UInt32 = 0, base: UInt64 = 0)
    {
        self.offering = offering
        self.decided = decided
        self.cursor = cursor
        self.limit = limit
        self.base = base
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: decided = try reader.readBool()
            case 26: cursor = try reader.readBytes()
            case 32: limit = try reader.readUInt32()
            case 40: base = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, decided)
        writer.field(26, cursor)
        writer.field(32, limit)
        writer.field(40, base)
    }
}

package struct ListWorkReply: Message {
    package static var typeName: String { "ListWorkReply" }

    package var items: [WorkItem] = []
    package var next: [UInt8] = []
    package var silentDays: [SilentDay] = []

    package init() {}

    package init(items: [WorkItem] = [], next: [UInt8] = [], silentDays: [SilentDay] = []) {
        self.items = items
        self.next = next
        self.silentDays = silentDays
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &items)
            case 18: next = try reader.readBytes()
            case 26: try reader.readMessage(appendingTo: &silentDays)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in items { writer.element(10, value) }
        writer.field(18, next)
        for value in silentDays { writer.element(26, value) }
    }
}

/// One fact. `log` may be the first 4 bytes of the log's id or more, as long as they name one.
package struct ShowWorkRequest: Message {
    package static var typeName: String { "ShowWorkRequest" }

    package var log: [UInt8] = []
    package var sequence: UInt64 = 0

    package init() {}

    package init(log: [UInt8] = [], sequence: UInt64 = 0) {
        self.log = log
        self.sequence = sequence
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
    }
}

package struct ShowWorkReply: Message {
    package static var typeName: String { "ShowWorkReply" }

    package var item: WorkItem? = nil

    package init() {}

    package init(item: WorkItem? = nil) {
        self.item = item
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &item)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, item)
    }
}

package struct DecidedFact: Message {
    package static var typeName: String { "DecidedFact" }

    /// 4 bytes or more, as above
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    /// as listed: the decisions that this one replaces
    package var context: [UInt8] = []

    package init() {}

    package init(log: [UInt8] = [], sequence: UInt64 = 0, context: [UInt8] = []) {
        self.log = log
        self.sequence = sequence
        self.context = context
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            case 26: context = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
        writer.field(26, context)
    }
}

package struct DecideWorkRequest: Message {
    package static var typeName: String { "DecideWorkRequest" }

    /// 1 … 500
    package var facts: [DecidedFact] = []
    package var ruling: Ruling? = nil
    /// of "is person"
    package var person: UInt64 = 0
    /// of "belongs to offering"
    package var offering: UInt64 = 0
    /// of "counts", within what is known of its time; 0 = at its own
    package var countsAtMs: Int64 = 0
    /// 1 … 200 characters
    package var reason = ""

    package init() {}

    package init(
        facts: [DecidedFact] = [], ruling: Ruling? = nil, person: UInt64 = 0, offering: UInt64 = 0,
        countsAtMs: Int64 = 0, reason: String = ""
    ) {
        self.facts = facts
        self.ruling = ruling
        self.person = person
        self.offering = offering
        self.countsAtMs = countsAtMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &facts)
            case 16: ruling = Ruling(rawValue: try reader.readInt32())
            case 24: person = try reader.readUInt64()
            case 32: offering = try reader.readUInt64()
            case 40: countsAtMs = try reader.readInt64()
            case 50: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in facts { writer.element(10, value) }
        writer.field(16, ruling?.rawValue ?? 0)
        writer.field(24, person)
        writer.field(32, offering)
        writer.field(40, countsAtMs)
        writer.field(50, reason)
    }
}

/// One for every check-in, in the order given. One that is refused changes nothing and stops no other.
package struct WorkOutcome: Message {
    package static var typeName: String { "WorkOutcome" }

    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    package var failure: Failure? = nil

    package init() {}

    package init(log: [UInt8] = [], sequence: UInt64 = 0, failure: Failure? = nil) {
        self.log = log
        self.sequence = sequence
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            case 26: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
        writer.field(26, failure)
    }
}

package struct DecideWorkReply: Message {
    package static var typeName: String { "DecideWorkReply" }

    package var outcomes: [WorkOutcome] = []
    package var decided: UInt32 = 0

    package init() {}

    package init(outcomes: [WorkOutcome] = [], decided: UInt32 = 0) {
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

/// SKL-3a: people of an offering whose marks are in conflict, of its exam or, where it is one, of the skills exam.
package struct ListConflictsRequest: Message {
    package static var typeName: String { "ListConflictsRequest" }

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

package struct ListConflictsReply: Message {
    package static var typeName: String { "ListConflictsReply" }

    package var scores: [Score] = []
    package var next: UInt64 = 0

    package init() {}

    package init(scores: [Score] = [], next: UInt64 = 0) {
        self.scores = scores
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &scores)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in scores { writer.element(10, value) }
        writer.field(16, next)
    }
}
