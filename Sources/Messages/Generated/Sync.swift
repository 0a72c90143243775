// Generated from Protocol/sync.proto by `make generate`; change that and generate again.
package import Wire

package enum Verdict: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case ok = 1
    /// the server lacks batches: send from `durable` + 1
    case behind = 2
    /// the server has more than the device claims: the device was restored; open a new epoch
    case amnesia = 3
    /// another history stands at the claimed position; open a new epoch
    case fork = 4
    /// the log has ended; open a new epoch
    case sealed = 5
    /// stop; erase the roster
    case revoked = 6
}

package enum ItemKind: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case offering = 1
    case rosterEntry = 2
    case venueKey = 3
    case revocation = 4
    /// what became of one of the device's facts, later
    case disposition = 5
}

package struct LogClaim: Message {
    package static let typeName = "rollcall.LogClaim"

    package var opening: [UInt8]
    package var openingSignature: [UInt8]
    /// last sequence sealed in a batch, 0 = none
    package var headSequence: UInt64
    package var headHash: [UInt8]
    /// empty while the log is open
    package var seal: [UInt8]
    package var sealSignature: [UInt8]

    package init() {
        opening = []
        openingSignature = []
        headSequence = 0
        headHash = []
        seal = []
        sealSignature = []
    }

    package init(
        opening: [UInt8] = [], openingSignature: [UInt8] = [], headSequence: UInt64 = 0, headHash: [UInt8] = [],
        seal: [UInt8] = [], sealSignature: [UInt8] = []
    ) {
        self.opening = opening
        self.openingSignature = openingSignature
        self.headSequence = headSequence
        self.headHash = headHash
        self.seal = seal
        self.sealSignature = sealSignature
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: opening = try reader.readBytesField()
        case 18: openingSignature = try reader.readBytesField()
        case 24: headSequence = try reader.readUInt64()
        case 34: headHash = try reader.readBytesField()
        case 42: seal = try reader.readBytesField()
        case 50: sealSignature = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !opening.isEmpty { writer.writeField(10, bytes: opening) }
        if !openingSignature.isEmpty { writer.writeField(18, bytes: openingSignature) }
        if headSequence != 0 { writer.writeField(24, varint: headSequence) }
        if !headHash.isEmpty { writer.writeField(34, bytes: headHash) }
        if !seal.isEmpty { writer.writeField(42, bytes: seal) }
        if !sealSignature.isEmpty { writer.writeField(50, bytes: sealSignature) }
    }
}

package struct OpenRequest: Message {
    package static let typeName = "rollcall.OpenRequest"

    /// the device's own, and any it relays
    package var logs: [LogClaim]
    package var boot: UInt64
    package var monotonicMs: UInt64
    package var wallMs: Int64

    package init() {
        logs = []
        boot = 0
        monotonicMs = 0
        wallMs = 0
    }

    package init(logs: [LogClaim] = [], boot: UInt64 = 0, monotonicMs: UInt64 = 0, wallMs: Int64 = 0) {
        self.logs = logs
        self.boot = boot
        self.monotonicMs = monotonicMs
        self.wallMs = wallMs
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: logs.append(try reader.readMessage(into: nil, depth: depth))
        case 16: boot = try reader.readUInt64()
        case 24: monotonicMs = try reader.readUInt64()
        case 32: wallMs = try reader.readInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in logs { writer.writeField(10, message: value) }
        if boot != 0 { writer.writeField(16, varint: boot) }
        if monotonicMs != 0 { writer.writeField(24, varint: monotonicMs) }
        if wallMs != 0 { writer.writeField(32, varint: UInt64(bitPattern: wallMs)) }
    }
}

package struct LogState: Message {
    package static let typeName = "rollcall.LogState"

    /// names this log on this connection
    package var handle: UInt32
    package var verdict: Verdict
    package var durable: UInt64
    /// at `durable`
    package var headHash: [UInt8]
    package var applied: UInt64

    package init() {
        handle = 0
        verdict = .unspecified
        durable = 0
        headHash = []
        applied = 0
    }

    package init(
        handle: UInt32 = 0, verdict: Verdict = .unspecified, durable: UInt64 = 0, headHash: [UInt8] = [],
        applied: UInt64 = 0
    ) {
        self.handle = handle
        self.verdict = verdict
        self.durable = durable
        self.headHash = headHash
        self.applied = applied
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: handle = try reader.readUInt32()
        case 16: verdict = try reader.readEnum(Verdict.unspecified)
        case 24: durable = try reader.readUInt64()
        case 34: headHash = try reader.readBytesField()
        case 40: applied = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if handle != 0 { writer.writeField(8, varint: UInt64(handle)) }
        if verdict.rawValue != 0 { writer.writeField(16, varint: UInt64(bitPattern: Int64(verdict.rawValue))) }
        if durable != 0 { writer.writeField(24, varint: durable) }
        if !headHash.isEmpty { writer.writeField(34, bytes: headHash) }
        if applied != 0 { writer.writeField(40, varint: applied) }
    }
}

package struct OpenReply: Message {
    package static let typeName = "rollcall.OpenReply"

    package var logs: [LogState]
    package var timeMs: Int64
    package var feed: [UInt8]

    package init() {
        logs = []
        timeMs = 0
        feed = []
    }

    package init(logs: [LogState] = [], timeMs: Int64 = 0, feed: [UInt8] = []) {
        self.logs = logs
        self.timeMs = timeMs
        self.feed = feed
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: logs.append(try reader.readMessage(into: nil, depth: depth))
        case 16: timeMs = try reader.readInt64()
        case 26: feed = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in logs { writer.writeField(10, message: value) }
        if timeMs != 0 { writer.writeField(16, varint: UInt64(bitPattern: timeMs)) }
        if !feed.isEmpty { writer.writeField(26, bytes: feed) }
    }
}

package struct PushRequest: Message {
    package static let typeName = "rollcall.PushRequest"

    package init() {
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool { false }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct PushBatch: Message {
    package static let typeName = "rollcall.PushBatch"

    package var handle: UInt32
    package var body: [UInt8]
    /// empty on an inner batch of a run: the next signed one covers it by the chain
    package var signature: [UInt8]
    /// relays that carried it
    package var envelopes: [[UInt8]]

    package init() {
        handle = 0
        body = []
        signature = []
        envelopes = []
    }

    package init(handle: UInt32 = 0, body: [UInt8] = [], signature: [UInt8] = [], envelopes: [[UInt8]] = []) {
        self.handle = handle
        self.body = body
        self.signature = signature
        self.envelopes = envelopes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: handle = try reader.readUInt32()
        case 18: body = try reader.readBytesField()
        case 26: signature = try reader.readBytesField()
        case 34: envelopes.append(try reader.readBytesField())
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if handle != 0 { writer.writeField(8, varint: UInt64(handle)) }
        if !body.isEmpty { writer.writeField(18, bytes: body) }
        if !signature.isEmpty { writer.writeField(26, bytes: signature) }
        for value in envelopes { writer.writeField(34, bytes: value) }
    }
}

package struct Ack: Message {
    package static let typeName = "rollcall.Ack"

    package var handle: UInt32
    /// received = durable = applied = this; or the three apart:
    package var all: UInt64
    package var received: UInt64
    package var durable: UInt64
    package var applied: UInt64
    package var exceptions: [FactException]
    package var receiptTimeMs: UInt64
    /// MAC under a site key
    package var receiptToken: UInt64
    /// this log stops here
    package var refused: ErrorCode

    package init() {
        handle = 0
        all = 0
        received = 0
        durable = 0
        applied = 0
        exceptions = []
        receiptTimeMs = 0
        receiptToken = 0
        refused = .unspecified
    }

    package init(
        handle: UInt32 = 0, all: UInt64 = 0, received: UInt64 = 0, durable: UInt64 = 0, applied: UInt64 = 0,
        exceptions: [FactException] = [], receiptTimeMs: UInt64 = 0, receiptToken: UInt64 = 0,
        refused: ErrorCode = .unspecified
    ) {
        self.handle = handle
        self.all = all
        self.received = received
        self.durable = durable
        self.applied = applied
        self.exceptions = exceptions
        self.receiptTimeMs = receiptTimeMs
        self.receiptToken = receiptToken
        self.refused = refused
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: handle = try reader.readUInt32()
        case 16: all = try reader.readUInt64()
        case 24: received = try reader.readUInt64()
        case 32: durable = try reader.readUInt64()
        case 40: applied = try reader.readUInt64()
        case 50: exceptions.append(try reader.readMessage(into: nil, depth: depth))
        case 57: receiptTimeMs = try reader.readFixed64()
        case 65: receiptToken = try reader.readFixed64()
        case 72: refused = try reader.readEnum(ErrorCode.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if handle != 0 { writer.writeField(8, varint: UInt64(handle)) }
        if all != 0 { writer.writeField(16, varint: all) }
        if received != 0 { writer.writeField(24, varint: received) }
        if durable != 0 { writer.writeField(32, varint: durable) }
        if applied != 0 { writer.writeField(40, varint: applied) }
        for value in exceptions { writer.writeField(50, message: value) }
        if receiptTimeMs != 0 { writer.writeField(57, fixed64: receiptTimeMs) }
        if receiptToken != 0 { writer.writeField(65, fixed64: receiptToken) }
        if refused.rawValue != 0 { writer.writeField(72, varint: UInt64(bitPattern: Int64(refused.rawValue))) }
    }
}

package struct FactException: Message {
    package static let typeName = "rollcall.FactException"

    package var sequence: UInt64
    package var code: ErrorCode

    package init() {
        sequence = 0
        code = .unspecified
    }

    package init(sequence: UInt64 = 0, code: ErrorCode = .unspecified) {
        self.sequence = sequence
        self.code = code
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: sequence = try reader.readUInt64()
        case 16: code = try reader.readEnum(ErrorCode.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if sequence != 0 { writer.writeField(8, varint: sequence) }
        if code.rawValue != 0 { writer.writeField(16, varint: UInt64(bitPattern: Int64(code.rawValue))) }
    }
}

package struct PullRequest: Message {
    package static let typeName = "rollcall.PullRequest"

    package var feed: [UInt8]
    package var cursor: [UInt8]
    package var confirmedDropOf: UInt64

    package init() {
        feed = []
        cursor = []
        confirmedDropOf = 0
    }

    package init(feed: [UInt8] = [], cursor: [UInt8] = [], confirmedDropOf: UInt64 = 0) {
        self.feed = feed
        self.cursor = cursor
        self.confirmedDropOf = confirmedDropOf
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: feed = try reader.readBytesField()
        case 18: cursor = try reader.readBytesField()
        case 24: confirmedDropOf = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !feed.isEmpty { writer.writeField(10, bytes: feed) }
        if !cursor.isEmpty { writer.writeField(18, bytes: cursor) }
        if confirmedDropOf != 0 { writer.writeField(24, varint: confirmedDropOf) }
    }
}

package struct ScopeItem: Message {
    package static let typeName = "rollcall.ScopeItem"

    package var kind: ItemKind
    package var id: UInt64
    package var position: UInt64
    package var removed: Bool
    /// OfferingValue, RosterValue, VenueKeyValue …; empty when removed
    package var value: [UInt8]
    /// alone in its item
    package var checkpoint: Checkpoint?

    package init() {
        kind = .unspecified
        id = 0
        position = 0
        removed = false
        value = []
    }

    package init(
        kind: ItemKind = .unspecified, id: UInt64 = 0, position: UInt64 = 0, removed: Bool = false, value: [UInt8] = [],
        checkpoint: Checkpoint? = nil
    ) {
        self.kind = kind
        self.id = id
        self.position = position
        self.removed = removed
        self.value = value
        self.checkpoint = checkpoint
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: kind = try reader.readEnum(ItemKind.unspecified)
        case 16: id = try reader.readUInt64()
        case 24: position = try reader.readUInt64()
        case 32: removed = try reader.readBool()
        case 42: value = try reader.readBytesField()
        case 50: checkpoint = try reader.readMessage(into: checkpoint, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if kind.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
        if id != 0 { writer.writeField(16, varint: id) }
        if position != 0 { writer.writeField(24, varint: position) }
        if removed { writer.writeField(32, varint: removed ? 1 : 0) }
        if !value.isEmpty { writer.writeField(42, bytes: value) }
        if let checkpoint { writer.writeField(50, message: checkpoint) }
    }
}

package struct Checkpoint: Message {
    package static let typeName = "rollcall.Checkpoint"

    package var feed: [UInt8]
    /// opaque
    package var cursor: [UInt8]
    /// entities alive in the scope
    package var count: UInt64
    /// sum mod 2^128 of BLAKE2b-128(kind, id, position) over them, little endian
    package var digest: [UInt8]
    /// everything not sent since the pull began is gone
    package var snapshot: Bool

    package init() {
        feed = []
        cursor = []
        count = 0
        digest = []
        snapshot = false
    }

    package init(
        feed: [UInt8] = [], cursor: [UInt8] = [], count: UInt64 = 0, digest: [UInt8] = [], snapshot: Bool = false
    ) {
        self.feed = feed
        self.cursor = cursor
        self.count = count
        self.digest = digest
        self.snapshot = snapshot
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: feed = try reader.readBytesField()
        case 18: cursor = try reader.readBytesField()
        case 24: count = try reader.readUInt64()
        case 34: digest = try reader.readBytesField()
        case 40: snapshot = try reader.readBool()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !feed.isEmpty { writer.writeField(10, bytes: feed) }
        if !cursor.isEmpty { writer.writeField(18, bytes: cursor) }
        if count != 0 { writer.writeField(24, varint: count) }
        if !digest.isEmpty { writer.writeField(34, bytes: digest) }
        if snapshot { writer.writeField(40, varint: snapshot ? 1 : 0) }
    }
}

package struct OfferingValue: Message {
    package static let typeName = "rollcall.OfferingValue"

    package var title: String
    package var timeZone: String
    package var days: [OfferingDay]
    package var courses: [OfferingCourse]

    package init() {
        title = ""
        timeZone = ""
        days = []
        courses = []
    }

    package init(title: String = "", timeZone: String = "", days: [OfferingDay] = [], courses: [OfferingCourse] = []) {
        self.title = title
        self.timeZone = timeZone
        self.days = days
        self.courses = courses
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: title = try reader.readString()
        case 18: timeZone = try reader.readString()
        case 26: days.append(try reader.readMessage(into: nil, depth: depth))
        case 34: courses.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !title.isEmpty { writer.writeField(10, string: title) }
        if !timeZone.isEmpty { writer.writeField(18, string: timeZone) }
        for value in days { writer.writeField(26, message: value) }
        for value in courses { writer.writeField(34, message: value) }
    }
}

package struct OfferingDay: Message {
    package static let typeName = "rollcall.OfferingDay"

    package var day: Int32
    package var windowMinutes: [UInt32]

    package init() {
        day = 0
        windowMinutes = []
    }

    package init(day: Int32 = 0, windowMinutes: [UInt32] = []) {
        self.day = day
        self.windowMinutes = windowMinutes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: day = try reader.readInt32()
        case 16: windowMinutes.append(try reader.readUInt32())
        case 18:
            try reader.readPacked(into: &windowMinutes) { reader throws(DecodeError) in try reader.readUInt32() }
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if day != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(day))) }
        writer.writeField(18, packed: windowMinutes) { writer, value in writer.writeVarint(UInt64(value)) }
    }
}

package struct OfferingCourse: Message {
    package static let typeName = "rollcall.OfferingCourse"

    package var id: UInt64
    package var name: String

    package init() {
        id = 0
        name = ""
    }

    package init(id: UInt64 = 0, name: String = "") {
        self.id = id
        self.name = name
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 18: name = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if !name.isEmpty { writer.writeField(18, string: name) }
    }
}

package struct RosterValue: Message {
    package static let typeName = "rollcall.RosterValue"

    package var offering: UInt64
    package var person: UInt64
    package var number: String
    package var sealedName: [UInt8]

    package init() {
        offering = 0
        person = 0
        number = ""
        sealedName = []
    }

    package init(offering: UInt64 = 0, person: UInt64 = 0, number: String = "", sealedName: [UInt8] = []) {
        self.offering = offering
        self.person = person
        self.number = number
        self.sealedName = sealedName
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: person = try reader.readUInt64()
        case 26: number = try reader.readString()
        case 34: sealedName = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if person != 0 { writer.writeField(16, varint: person) }
        if !number.isEmpty { writer.writeField(26, string: number) }
        if !sealedName.isEmpty { writer.writeField(34, bytes: sealedName) }
    }
}

package struct VenueKeyValue: Message {
    package static let typeName = "rollcall.VenueKeyValue"

    package var offering: UInt64
    package var course: UInt64
    package var keyId: UInt32
    package var key: [UInt8]
    package var periodS: UInt32

    package init() {
        offering = 0
        course = 0
        keyId = 0
        key = []
        periodS = 0
    }

    package init(offering: UInt64 = 0, course: UInt64 = 0, keyId: UInt32 = 0, key: [UInt8] = [], periodS: UInt32 = 0) {
        self.offering = offering
        self.course = course
        self.keyId = keyId
        self.key = key
        self.periodS = periodS
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: course = try reader.readUInt64()
        case 24: keyId = try reader.readUInt32()
        case 34: key = try reader.readBytesField()
        case 40: periodS = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if course != 0 { writer.writeField(16, varint: course) }
        if keyId != 0 { writer.writeField(24, varint: UInt64(keyId)) }
        if !key.isEmpty { writer.writeField(34, bytes: key) }
        if periodS != 0 { writer.writeField(40, varint: UInt64(periodS)) }
    }
}
