// Generated from Protocol/connection.proto by `make generate`; change that and generate again.
package import Wire

package struct VersionRange: Message {
    package static let typeName = "rollcall.VersionRange"

    package var lowest: UInt32
    package var highest: UInt32

    package init() {
        lowest = 0
        highest = 0
    }

    package init(lowest: UInt32 = 0, highest: UInt32 = 0) {
        self.lowest = lowest
        self.highest = highest
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: lowest = try reader.readUInt32()
        case 16: highest = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if lowest != 0 { writer.writeField(8, varint: UInt64(lowest)) }
        if highest != 0 { writer.writeField(16, varint: UInt64(highest)) }
    }
}

/// The first frame of the client, on stream 0.
package struct Hello: Message {
    package static let typeName = "rollcall.Hello"

    package var versions: VersionRange?
    /// bits the client understands
    package var features: UInt64
    /// program and version, ≤ 64 bytes
    package var agent: String
    /// the furthest seen of the server's own logs: a server behind it opens a new epoch
    package var serverLogs: [LogPosition]

    package init() {
        features = 0
        agent = ""
        serverLogs = []
    }

    package init(
        versions: VersionRange? = nil, features: UInt64 = 0, agent: String = "", serverLogs: [LogPosition] = []
    ) {
        self.versions = versions
        self.features = features
        self.agent = agent
        self.serverLogs = serverLogs
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: versions = try reader.readMessage(into: versions, depth: depth)
        case 17: features = try reader.readFixed64()
        case 26: agent = try reader.readString()
        case 34: serverLogs.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let versions { writer.writeField(10, message: versions) }
        if features != 0 { writer.writeField(17, fixed64: features) }
        if !agent.isEmpty { writer.writeField(26, string: agent) }
        for value in serverLogs { writer.writeField(34, message: value) }
    }
}

package struct LogPosition: Message {
    package static let typeName = "rollcall.LogPosition"

    /// 16 bytes
    package var log: [UInt8]
    package var sequence: UInt64
    /// 32 bytes
    package var headHash: [UInt8]

    package init() {
        log = []
        sequence = 0
        headHash = []
    }

    package init(log: [UInt8] = [], sequence: UInt64 = 0, headHash: [UInt8] = []) {
        self.log = log
        self.sequence = sequence
        self.headHash = headHash
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: log = try reader.readBytesField()
        case 16: sequence = try reader.readUInt64()
        case 26: headHash = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !log.isEmpty { writer.writeField(10, bytes: log) }
        if sequence != 0 { writer.writeField(16, varint: sequence) }
        if !headHash.isEmpty { writer.writeField(26, bytes: headHash) }
    }
}

/// The server's answer.
package struct Welcome: Message {
    package static let typeName = "rollcall.Welcome"

    /// chosen
    package var version: UInt32
    /// bits both understand
    package var features: UInt64
    package var agent: String
    /// site id: BLAKE2b-256 of the site key
    package var site: [UInt8]
    /// Ed25519 public key, 32 bytes
    package var siteKey: [UInt8]
    /// site key over the server's TLS public key (SubjectPublicKeyInfo); empty on plain loopback
    package var tlsKeySignature: [UInt8]
    package var serverNumber: UInt32
    /// 32 random bytes, fresh for this connection
    package var challenge: [UInt8]
    /// UTC
    package var timeMs: Int64
    /// inbound payload limit until authenticated
    package var frameLimit: UInt32
    /// bytes of items each stream may send before more credit comes
    package var streamCredit: UInt32

    package init() {
        version = 0
        features = 0
        agent = ""
        site = []
        siteKey = []
        tlsKeySignature = []
        serverNumber = 0
        challenge = []
        timeMs = 0
        frameLimit = 0
        streamCredit = 0
    }

    package init(
        version: UInt32 = 0, features: UInt64 = 0, agent: String = "", site: [UInt8] = [], siteKey: [UInt8] = [],
        tlsKeySignature: [UInt8] = [], serverNumber: UInt32 = 0, challenge: [UInt8] = [], timeMs: Int64 = 0,
        frameLimit: UInt32 = 0, streamCredit: UInt32 = 0
    ) {
        self.version = version
        self.features = features
        self.agent = agent
        self.site = site
        self.siteKey = siteKey
        self.tlsKeySignature = tlsKeySignature
        self.serverNumber = serverNumber
        self.challenge = challenge
        self.timeMs = timeMs
        self.frameLimit = frameLimit
        self.streamCredit = streamCredit
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: version = try reader.readUInt32()
        case 17: features = try reader.readFixed64()
        case 26: agent = try reader.readString()
        case 34: site = try reader.readBytesField()
        case 42: siteKey = try reader.readBytesField()
        case 50: tlsKeySignature = try reader.readBytesField()
        case 56: serverNumber = try reader.readUInt32()
        case 66: challenge = try reader.readBytesField()
        case 72: timeMs = try reader.readInt64()
        case 80: frameLimit = try reader.readUInt32()
        case 88: streamCredit = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if version != 0 { writer.writeField(8, varint: UInt64(version)) }
        if features != 0 { writer.writeField(17, fixed64: features) }
        if !agent.isEmpty { writer.writeField(26, string: agent) }
        if !site.isEmpty { writer.writeField(34, bytes: site) }
        if !siteKey.isEmpty { writer.writeField(42, bytes: siteKey) }
        if !tlsKeySignature.isEmpty { writer.writeField(50, bytes: tlsKeySignature) }
        if serverNumber != 0 { writer.writeField(56, varint: UInt64(serverNumber)) }
        if !challenge.isEmpty { writer.writeField(66, bytes: challenge) }
        if timeMs != 0 { writer.writeField(72, varint: UInt64(bitPattern: timeMs)) }
        if frameLimit != 0 { writer.writeField(80, varint: UInt64(frameLimit)) }
        if streamCredit != 0 { writer.writeField(88, varint: UInt64(streamCredit)) }
    }
}

/// Before the request of every call.
package struct CallOptions: Message {
    package static let typeName = "rollcall.CallOptions"

    /// relative; 0 = none
    package var deadlineMs: UInt32
    /// 16 bytes; time-ordered keys (UUIDv7) are cheapest to keep
    package var idempotencyKey: [UInt8]
    package var actingRole: Role
    /// "en", "zh"
    package var locale: String

    package init() {
        deadlineMs = 0
        idempotencyKey = []
        actingRole = .unspecified
        locale = ""
    }

    package init(
        deadlineMs: UInt32 = 0, idempotencyKey: [UInt8] = [], actingRole: Role = .unspecified, locale: String = ""
    ) {
        self.deadlineMs = deadlineMs
        self.idempotencyKey = idempotencyKey
        self.actingRole = actingRole
        self.locale = locale
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: deadlineMs = try reader.readUInt32()
        case 18: idempotencyKey = try reader.readBytesField()
        case 24: actingRole = try reader.readEnum(Role.unspecified)
        case 34: locale = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if deadlineMs != 0 { writer.writeField(8, varint: UInt64(deadlineMs)) }
        if !idempotencyKey.isEmpty { writer.writeField(18, bytes: idempotencyKey) }
        if actingRole.rawValue != 0 { writer.writeField(24, varint: UInt64(bitPattern: Int64(actingRole.rawValue))) }
        if !locale.isEmpty { writer.writeField(34, string: locale) }
    }
}

package struct Failure: Message {
    package static let typeName = "rollcall.Failure"

    package var code: ErrorCode
    package var name: String
    package var retryable: Bool
    package var retryAfterMs: UInt32
    /// the field, or "row 12" of an upload
    package var field: String
    package var text: String

    package init() {
        code = .unspecified
        name = ""
        retryable = false
        retryAfterMs = 0
        field = ""
        text = ""
    }

    package init(
        code: ErrorCode = .unspecified, name: String = "", retryable: Bool = false, retryAfterMs: UInt32 = 0,
        field: String = "", text: String = ""
    ) {
        self.code = code
        self.name = name
        self.retryable = retryable
        self.retryAfterMs = retryAfterMs
        self.field = field
        self.text = text
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: code = try reader.readEnum(ErrorCode.unspecified)
        case 18: name = try reader.readString()
        case 24: retryable = try reader.readBool()
        case 32: retryAfterMs = try reader.readUInt32()
        case 42: field = try reader.readString()
        case 50: text = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if code.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(code.rawValue))) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if retryable { writer.writeField(24, varint: retryable ? 1 : 0) }
        if retryAfterMs != 0 { writer.writeField(32, varint: UInt64(retryAfterMs)) }
        if !field.isEmpty { writer.writeField(42, string: field) }
        if !text.isEmpty { writer.writeField(50, string: text) }
    }
}

package struct Credit: Message {
    package static let typeName = "rollcall.Credit"

    package var bytes: UInt32

    package init() {
        bytes = 0
    }

    package init(bytes: UInt32 = 0) {
        self.bytes = bytes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: bytes = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if bytes != 0 { writer.writeField(8, varint: UInt64(bytes)) }
    }
}

package struct Ping: Message {
    package static let typeName = "rollcall.Ping"

    package var nonce: UInt64

    package init() {
        nonce = 0
    }

    package init(nonce: UInt64 = 0) {
        self.nonce = nonce
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 9: nonce = try reader.readFixed64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if nonce != 0 { writer.writeField(9, fixed64: nonce) }
    }
}

package struct Pong: Message {
    package static let typeName = "rollcall.Pong"

    package var nonce: UInt64
    package var timeMs: Int64

    package init() {
        nonce = 0
        timeMs = 0
    }

    package init(nonce: UInt64 = 0, timeMs: Int64 = 0) {
        self.nonce = nonce
        self.timeMs = timeMs
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 9: nonce = try reader.readFixed64()
        case 16: timeMs = try reader.readInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if nonce != 0 { writer.writeField(9, fixed64: nonce) }
        if timeMs != 0 { writer.writeField(16, varint: UInt64(bitPattern: timeMs)) }
    }
}

/// A hint that something changed; what matters can always be read again.
package struct Event: Message {
    package static let typeName = "rollcall.Event"

    /// 1 scope changed, 2 revoked, 3 message waiting
    package var kind: UInt32
    package var position: UInt64

    package init() {
        kind = 0
        position = 0
    }

    package init(kind: UInt32 = 0, position: UInt64 = 0) {
        self.kind = kind
        self.position = position
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: kind = try reader.readUInt32()
        case 16: position = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if kind != 0 { writer.writeField(8, varint: UInt64(kind)) }
        if position != 0 { writer.writeField(16, varint: position) }
    }
}

package struct Goodbye: Message {
    package static let typeName = "rollcall.Goodbye"

    /// 0 = an ordinary end
    package var code: ErrorCode
    /// with jitter already applied
    package var retryAfterMs: UInt32
    package var text: String

    package init() {
        code = .unspecified
        retryAfterMs = 0
        text = ""
    }

    package init(code: ErrorCode = .unspecified, retryAfterMs: UInt32 = 0, text: String = "") {
        self.code = code
        self.retryAfterMs = retryAfterMs
        self.text = text
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: code = try reader.readEnum(ErrorCode.unspecified)
        case 16: retryAfterMs = try reader.readUInt32()
        case 26: text = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if code.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(code.rawValue))) }
        if retryAfterMs != 0 { writer.writeField(16, varint: UInt64(retryAfterMs)) }
        if !text.isEmpty { writer.writeField(26, string: text) }
    }
}

package struct EchoRequest: Message {
    package static let typeName = "rollcall.EchoRequest"

    package var body: [UInt8]

    package init() {
        body = []
    }

    package init(body: [UInt8] = []) {
        self.body = body
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: body = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !body.isEmpty { writer.writeField(10, bytes: body) }
    }
}

package struct EchoReply: Message {
    package static let typeName = "rollcall.EchoReply"

    package var body: [UInt8]

    package init() {
        body = []
    }

    package init(body: [UInt8] = []) {
        self.body = body
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: body = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !body.isEmpty { writer.writeField(10, bytes: body) }
    }
}
