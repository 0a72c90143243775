// Generated from Protocol/sync.proto by `make generate`; change that and generate again.

package import Wire

// Sync of a terminal. The bytes inside `opening`, `closing`, `body` and `envelope` are laid out in README.md.

package struct LogClaim: Message {
    package static var typeName: String { "LogClaim" }

    package var opening: [UInt8] = []
    package var openingSignature: [UInt8] = []
    /// last sequence sealed in a batch, 0 = none
    package var headSequence: UInt64 = 0
    package var headHash: [UInt8] = []
    /// empty while the log is open
    package var closing: [UInt8] = []
    package var closingSignature: [UInt8] = []

    package init() {}

    package init(
        opening: [UInt8] = [], openingSignature: [UInt8] = [], headSequence: UInt64 = 0, headHash: [UInt8] = [],
        closing: [UInt8] = [], closingSignature: [UInt8] = []
    ) {
        self.opening = opening
        self.openingSignature = openingSignature
        self.headSequence = headSequence
        self.headHash = headHash
        self.closing = closing
        self.closingSignature = closingSignature
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: opening = try reader.readBytes()
            case 18: openingSignature = try reader.readBytes()
            case 24: headSequence = try reader.readUInt64()
            case 34: headHash = try reader.readBytes()
            case 42: closing = try reader.readBytes()
            case 50: closingSignature = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, opening)
        writer.field(18, openingSignature)
        writer.field(24, headSequence)
        writer.field(34, headHash)
        writer.field(42, closing)
        writer.field(50, closingSignature)
    }
}

package struct OpenRequest: Message {
    package static var typeName: String { "OpenRequest" }

    /// the device's own, at most 64
    package var logs: [LogClaim] = []
    /// the clocks as they are after the answer to Authenticate (README 4.7); 0 = not told
    package var boot: UInt64 = 0
    package var monotonicMs: UInt64 = 0
    /// 0 = no wall clock
    package var wallMs: Int64 = 0

    package init() {}

    package init(logs: [LogClaim] = [], boot: UInt64 = 0, monotonicMs: UInt64 = 0, wallMs: Int64 = 0) {
        self.logs = logs
        self.boot = boot
        self.monotonicMs = monotonicMs
        self.wallMs = wallMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &logs)
            case 16: boot = try reader.readUInt64()
            case 24: monotonicMs = try reader.readUInt64()
            case 32: wallMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in logs { writer.element(10, value) }
        writer.field(16, boot)
        writer.field(24, monotonicMs)
        writer.field(32, wallMs)
    }
}

package struct LogState: Message {
    package static var typeName: String { "LogState" }

    /// names this log on this connection
    package var handle: UInt32 = 0
    package var verdict: Verdict? = nil
    package var durable: UInt64 = 0
    /// at `durable`
    package var headHash: [UInt8] = []
    package var applied: UInt64 = 0
    /// a receipt for `durable` at the reply's `time_ms`
    package var receiptToken: UInt64 = 0

    package init() {}

    package init(
        handle: UInt32 = 0, verdict: Verdict? = nil, durable: UInt64 = 0, headHash: [UInt8] = [], applied: UInt64 = 0,
        receiptToken: UInt64 = 0
    ) {
        self.handle = handle
        self.verdict = verdict
        self.durable = durable
        self.headHash = headHash
        self.applied = applied
        self.receiptToken = receiptToken
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: handle = try reader.readUInt32()
            case 16: verdict = Verdict(rawValue: try reader.readInt32())
            case 24: durable = try reader.readUInt64()
            case 34: headHash = try reader.readBytes()
            case 40: applied = try reader.readUInt64()
            case 49: receiptToken = try reader.readFixed64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, handle)
        writer.field(16, verdict?.rawValue ?? 0)
        writer.field(24, durable)
        writer.field(34, headHash)
        writer.field(40, applied)
        writer.field(49, fixed: receiptToken)
    }
}

package struct OpenReply: Message {
    package static var typeName: String { "OpenReply" }

    package var logs: [LogState] = []
    package var timeMs: Int64 = 0
    package var feed: [UInt8] = []
    /// where the server's own logs stand: kept, and told in the next hello
    package var serverLogs: [LogPosition] = []

    package init() {}

    package init(logs: [LogState] = [], timeMs: Int64 = 0, feed: [UInt8] = [], serverLogs: [LogPosition] = []) {
        self.logs = logs
        self.timeMs = timeMs
        self.feed = feed
        self.serverLogs = serverLogs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &logs)
            case 16: timeMs = try reader.readInt64()
            case 26: feed = try reader.readBytes()
            case 34: try reader.readMessage(appendingTo: &serverLogs)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in logs { writer.element(10, value) }
        writer.field(16, timeMs)
        writer.field(26, feed)
        for value in serverLogs { writer.element(34, value) }
    }
}

package struct PushRequest: Message {
    package static var typeName: String { "PushRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct PushBatch: Message {
    package static var typeName: String { "PushBatch" }

    package var handle: UInt32 = 0
    package var body: [UInt8] = []
    /// empty on an inner batch of a run: the next signed one covers it by the chain
    package var signature: [UInt8] = []

    package init() {}

    package init(handle: UInt32 = 0, body: [UInt8] = [], signature: [UInt8] = []) {
        self.handle = handle
        self.body = body
        self.signature = signature
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: handle = try reader.readUInt32()
            case 18: body = try reader.readBytes()
            case 26: signature = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, handle)
        writer.field(18, body)
        writer.field(26, signature)
    }
}

package struct Ack: Message {
    package static var typeName: String { "Ack" }

    package var handle: UInt32 = 0
    /// received = durable = applied = this; or the three apart:
    package var all: UInt64 = 0
    package var received: UInt64 = 0
    package var durable: UInt64 = 0
    package var applied: UInt64 = 0
    package var quarantined: [QuarantinedFact] = []
    package var receiptTimeMs: UInt64 = 0
    /// MAC under a site key
    package var receiptToken: UInt64 = 0
    /// this log stops here
    package var refused: ErrorCode? = nil
    /// more than are listed: sent again in shorter runs, the batches are told of one by one
    package var moreQuarantined = false

    package init() {}

    package init(
        handle: UInt32 = 0, all: UInt64 = 0, received: UInt64 = 0, durable: UInt64 = 0, applied: UInt64 = 0,
        quarantined: [QuarantinedFact] = [], receiptTimeMs: UInt64 = 0, receiptToken: UInt64 = 0,
        refused: ErrorCode? = nil, moreQuarantined: Bool = false
    ) {
        self.handle = handle
        self.all = all
        self.received = received
        self.durable = durable
        self.applied = applied
        self.quarantined = quarantined
        self.receiptTimeMs = receiptTimeMs
        self.receiptToken = receiptToken
        self.refused = refused
        self.moreQuarantined = moreQuarantined
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: handle = try reader.readUInt32()
            case 16: all = try reader.readUInt64()
            case 24: received = try reader.readUInt64()
            case 32: durable = try reader.readUInt64()
            case 40: applied = try reader.readUInt64()
            case 50: try reader.readMessage(appendingTo: &quarantined)
            case 57: receiptTimeMs = try reader.readFixed64()
            case 65: receiptToken = try reader.readFixed64()
            case 72: refused = ErrorCode(rawValue: try reader.readInt32())
            case 80: moreQuarantined = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, handle)
        writer.field(16, all)
        writer.field(24, received)
        writer.field(32, durable)
        writer.field(40, applied)
        for value in quarantined { writer.element(50, value) }
        writer.field(57, fixed: receiptTimeMs)
        writer.field(65, fixed: receiptToken)
        writer.field(72, refused?.rawValue ?? 0)
        writer.field(80, moreQuarantined)
    }
}

package struct QuarantinedFact: Message {
    package static var typeName: String { "QuarantinedFact" }

    package var sequence: UInt64 = 0
    package var code: ErrorCode? = nil
    package var last: UInt64 = 0

    package init() {}

    package init(sequence: UInt64 = 0, code: ErrorCode? = nil, last: UInt64 = 0) {
        self.sequence = sequence
        self.code = code
        self.last = last
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: sequence = try reader.readUInt64()
            case 16: code = ErrorCode(rawValue: try reader.readInt32())
            case 24: last = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, sequence)
        writer.field(16, code?.rawValue ?? 0)
        writer.field(24, last)
    }
}

package struct PullRequest: Message {
    package static var typeName: String { "PullRequest" }

    package var feed: [UInt8] = []
    package var cursor: [UInt8] = []

    package init() {}

    package init(feed: [UInt8] = [], cursor: [UInt8] = []) {
        self.feed = feed
        self.cursor = cursor
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: feed = try reader.readBytes()
            case 18: cursor = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, feed)
        writer.field(18, cursor)
    }
}

package struct ScopeItem: Message {
    package static var typeName: String { "ScopeItem" }

    package var kind: ItemKind? = nil
    package var id: UInt64 = 0
    package var position: UInt64 = 0
    package var removed = false
    /// of the message its kind names: OfferingValue … ExaminerValue; empty when removed
    package var value: [UInt8] = []
    /// alone in its item
    package var checkpoint: Checkpoint? = nil

    package init() {}

    package init(
        kind: ItemKind? = nil, id: UInt64 = 0, position: UInt64 = 0, removed: Bool = false, value: [UInt8] = [],
        checkpoint: Checkpoint? = nil
    ) {
        self.kind = kind
        self.id = id
        self.position = position
        self.removed = removed
        self.value = value
        self.checkpoint = checkpoint
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ItemKind(rawValue: try reader.readInt32())
            case 16: id = try reader.readUInt64()
            case 24: position = try reader.readUInt64()
            case 32: removed = try reader.readBool()
            case 42: value = try reader.readBytes()
            case 50: try reader.readMessage(into: &checkpoint)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, id)
        writer.field(24, position)
        writer.field(32, removed)
        writer.field(42, value)
        writer.field(50, checkpoint)
    }
}

package struct Checkpoint: Message {
    package static var typeName: String { "Checkpoint" }

    package var feed: [UInt8] = []
    /// opaque
    package var cursor: [UInt8] = []
    /// entities alive in the scope
    package var count: UInt64 = 0
    /// sum mod 2^128 of BLAKE2b-128(kind, id, position) over them, little endian
    package var digest: [UInt8] = []
    /// everything not sent since the pull began is gone
    package var snapshot = false

    package init() {}

    package init(
        feed: [UInt8] = [], cursor: [UInt8] = [], count: UInt64 = 0, digest: [UInt8] = [], snapshot: Bool = false
    ) {
        self.feed = feed
        self.cursor = cursor
        self.count = count
        self.digest = digest
        self.snapshot = snapshot
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: feed = try reader.readBytes()
            case 18: cursor = try reader.readBytes()
            case 24: count = try reader.readUInt64()
            case 34: digest = try reader.readBytes()
            case 40: snapshot = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, feed)
        writer.field(18, cursor)
        writer.field(24, count)
        writer.field(34, digest)
        writer.field(40, snapshot)
    }
}

package struct OfferingValue: Message {
    package static var typeName: String { "OfferingValue" }

    package var title = ""
    package var timeZone = ""
    package var days: [OfferingDay] = []
    package var courses: [OfferingCourse] = []

    package init() {}

    package init(title: String = "", timeZone: String = "", days: [OfferingDay] = [], courses: [OfferingCourse] = []) {
        self.title = title
        self.timeZone = timeZone
        self.days = days
        self.courses = courses
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: title = try reader.readString()
            case 18: timeZone = try reader.readString()
            case 26: try reader.readMessage(appendingTo: &days)
            case 34: try reader.readMessage(appendingTo: &courses)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, title)
        writer.field(18, timeZone)
        for value in days { writer.element(26, value) }
        for value in courses { writer.element(34, value) }
    }
}

package struct OfferingDay: Message {
    package static var typeName: String { "OfferingDay" }

    package var day: Int32 = 0
    package var windowMinutes: [UInt32] = []

    package init() {}

    package init(day: Int32 = 0, windowMinutes: [UInt32] = []) {
        self.day = day
        self.windowMinutes = windowMinutes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: day = try reader.readInt32()
            case 16: windowMinutes.append(try reader.readUInt32())
            case 18:
                try reader.readPacked(into: &windowMinutes) { reader throws(DecodeError) in try reader.readUInt32() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, day)
        writer.packed(18, windowMinutes) { $0.writeVarint(UInt64($1)) }
    }
}

package struct OfferingCourse: Message {
    package static var typeName: String { "OfferingCourse" }

    package var id: UInt64 = 0
    package var name = ""

    package init() {}

    package init(id: UInt64 = 0, name: String = "") {
        self.id = id
        self.name = name
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
    }
}

package struct RosterValue: Message {
    package static var typeName: String { "RosterValue" }

    package var offering: UInt64 = 0
    package var person: UInt64 = 0
    package var number = ""
    package var encryptedName: [UInt8] = []

    package init() {}

    package init(offering: UInt64 = 0, person: UInt64 = 0, number: String = "", encryptedName: [UInt8] = []) {
        self.offering = offering
        self.person = person
        self.number = number
        self.encryptedName = encryptedName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: number = try reader.readString()
            case 34: encryptedName = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, person)
        writer.field(26, number)
        writer.field(34, encryptedName)
    }
}

package struct VenueKeyValue: Message {
    package static var typeName: String { "VenueKeyValue" }

    package var offering: UInt64 = 0
    package var course: UInt64 = 0
    package var keyId: UInt32 = 0
    package var key: [UInt8] = []
    package var periodS: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, course: UInt64 = 0, keyId: UInt32 = 0, key: [UInt8] = [], periodS: UInt32 = 0) {
        self.offering = offering
        self.course = course
        self.keyId = keyId
        self.key = key
        self.periodS = periodS
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: course = try reader.readUInt64()
            case 24: keyId = try reader.readUInt32()
            case 34: key = try reader.readBytes()
            case 40: periodS = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, course)
        writer.field(24, keyId)
        writer.field(34, key)
        writer.field(40, periodS)
    }
}

package struct RevocationValue: Message {
    package static var typeName: String { "RevocationValue" }

    package var deviceKey: [UInt8] = []
    package var revokedMs: Int64 = 0

    package init() {}

    package init(deviceKey: [UInt8] = [], revokedMs: Int64 = 0) {
        self.deviceKey = deviceKey
        self.revokedMs = revokedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: deviceKey = try reader.readBytes()
            case 16: revokedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, deviceKey)
        writer.field(16, revokedMs)
    }
}

package struct DispositionValue: Message {
    package static var typeName: String { "DispositionValue" }

    /// 16 bytes
    package var log: [UInt8] = []
    /// why these facts are in quarantine; 0 = they are applied now
    package var code: ErrorCode? = nil
    /// first sequence, how many, first sequence, how many …; rising
    package var runs: [UInt64] = []

    package init() {}

    package init(log: [UInt8] = [], code: ErrorCode? = nil, runs: [UInt64] = []) {
        self.log = log
        self.code = code
        self.runs = runs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: code = ErrorCode(rawValue: try reader.readInt32())
            case 24: runs.append(try reader.readUInt64())
            case 26: try reader.readPacked(into: &runs) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, code?.rawValue ?? 0)
        writer.packed(26, runs) { $0.writeVarint($1) }
    }
}

package struct SkillsExamValue: Message {
    package static var typeName: String { "SkillsExamValue" }

    package var checklist: UInt64 = 0
    package var edition: UInt32 = 0
    /// of the checklist
    package var title = ""
    package var passMarkHundredths: UInt32 = 0
    package var items: [ChecklistItem] = []
    /// those who have a PIN
    package var examiners: [SheetExaminer] = []

    package init() {}

    package init(
        checklist: UInt64 = 0, edition: UInt32 = 0, title: String = "", passMarkHundredths: UInt32 = 0,
        items: [ChecklistItem] = [], examiners: [SheetExaminer] = []
    ) {
        self.checklist = checklist
        self.edition = edition
        self.title = title
        self.passMarkHundredths = passMarkHundredths
        self.items = items
        self.examiners = examiners
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: checklist = try reader.readUInt64()
            case 16: edition = try reader.readUInt32()
            case 26: title = try reader.readString()
            case 32: passMarkHundredths = try reader.readUInt32()
            case 42: try reader.readMessage(appendingTo: &items)
            case 50: try reader.readMessage(appendingTo: &examiners)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, checklist)
        writer.field(16, edition)
        writer.field(26, title)
        writer.field(32, passMarkHundredths)
        for value in items { writer.element(42, value) }
        for value in examiners { writer.element(50, value) }
    }
}

package struct SheetExaminer: Message {
    package static var typeName: String { "SheetExaminer" }

    package var person: UInt64 = 0
    /// both as README 4.9 says
    package var encryptedName: [UInt8] = []
    package var encryptedPin: [UInt8] = []

    package init() {}

    package init(person: UInt64 = 0, encryptedName: [UInt8] = [], encryptedPin: [UInt8] = []) {
        self.person = person
        self.encryptedName = encryptedName
        self.encryptedPin = encryptedPin
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: encryptedName = try reader.readBytes()
            case 26: encryptedPin = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, encryptedName)
        writer.field(26, encryptedPin)
    }
}

package struct ExaminerValue: Message {
    package static var typeName: String { "ExaminerValue" }

    package var person: UInt64 = 0
    package var account = ""
    /// as a name of a roster, with the base in place of the offering
    package var encryptedName: [UInt8] = []

    package init() {}

    package init(person: UInt64 = 0, account: String = "", encryptedName: [UInt8] = []) {
        self.person = person
        self.account = account
        self.encryptedName = encryptedName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: account = try reader.readString()
            case 26: encryptedName = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, account)
        writer.field(26, encryptedName)
    }
}

/// One of the server's own logs, or one that a peer has seen and this database does not have.
package struct ServerLog: Message {
    package static var typeName: String { "ServerLog" }

    package var id: UInt64 = 0
    /// 16 bytes
    package var log: [UInt8] = []
    /// 0 = not in this database
    package var epoch: UInt64 = 0
    /// the last fact here
    package var sequence: UInt64 = 0
    package var current = false
    /// a peer reported it up to here, and not as it stands here; 0 = none has
    package var reportedSequence: UInt64 = 0
    /// when the first of them reported it
    package var reportedMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, log: [UInt8] = [], epoch: UInt64 = 0, sequence: UInt64 = 0, current: Bool = false,
        reportedSequence: UInt64 = 0, reportedMs: Int64 = 0
    ) {
        self.id = id
        self.log = log
        self.epoch = epoch
        self.sequence = sequence
        self.current = current
        self.reportedSequence = reportedSequence
        self.reportedMs = reportedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: log = try reader.readBytes()
            case 24: epoch = try reader.readUInt64()
            case 32: sequence = try reader.readUInt64()
            case 40: current = try reader.readBool()
            case 48: reportedSequence = try reader.readUInt64()
            case 56: reportedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, log)
        writer.field(24, epoch)
        writer.field(32, sequence)
        writer.field(40, current)
        writer.field(48, reportedSequence)
        writer.field(56, reportedMs)
    }
}

package struct ListServerLogsRequest: Message {
    package static var typeName: String { "ListServerLogsRequest" }

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

package struct ListServerLogsReply: Message {
    package static var typeName: String { "ListServerLogsReply" }

    package var logs: [ServerLog] = []
    package var next: UInt64 = 0

    package init() {}

    package init(logs: [ServerLog] = [], next: UInt64 = 0) {
        self.logs = logs
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &logs)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in logs { writer.element(10, value) }
        writer.field(16, next)
    }
}
