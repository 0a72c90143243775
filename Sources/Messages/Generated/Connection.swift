// Generated from Protocol/connection.proto by `make generate`; change that and generate again.

package import Wire

// The connection: what the frames other than call, reply and item carry. See README.md for the frames.

package struct VersionRange: Message {
    package static var typeName: String { "VersionRange" }

    package var lowest: UInt32 = 0
    package var highest: UInt32 = 0

    package init() {}

    package init(lowest: UInt32 = 0, highest: UInt32 = 0) {
        self.lowest = lowest
        self.highest = highest
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: lowest = try reader.readUInt32()
            case 16: highest = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, lowest)
        writer.field(16, highest)
    }
}

/// The first frame of the client, on stream 0.
package struct Hello: Message {
    package static var typeName: String { "Hello" }

    package var versions: VersionRange? = nil
    /// bits the client understands: 1 = deflate (README 1)
    package var features: UInt64 = 0
    /// program and version, at most 64 bytes
    package var agent = ""
    /// as the last Sync.Open told them: a server behind one opens a new epoch
    package var serverLogs: [LogPosition] = []

    package init() {}

    package init(
        versions: VersionRange? = nil, features: UInt64 = 0, agent: String = "", serverLogs: [LogPosition] = []
    ) {
        self.versions = versions
        self.features = features
        self.agent = agent
        self.serverLogs = serverLogs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &versions)
            case 17: features = try reader.readFixed64()
            case 26: agent = try reader.readString()
            case 34: try reader.readMessage(appendingTo: &serverLogs)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, versions)
        writer.field(17, fixed: features)
        writer.field(26, agent)
        for value in serverLogs { writer.element(34, value) }
    }
}

package struct LogPosition: Message {
    package static var typeName: String { "LogPosition" }

    /// 16 bytes
    package var log: [UInt8] = []
    package var sequence: UInt64 = 0
    /// 32 bytes
    package var headHash: [UInt8] = []
    /// of the server that told the position; a position counts only with it
    package var token: UInt64 = 0

    package init() {}

    package init(log: [UInt8] = [], sequence: UInt64 = 0, headHash: [UInt8] = [], token: UInt64 = 0) {
        self.log = log
        self.sequence = sequence
        self.headHash = headHash
        self.token = token
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: log = try reader.readBytes()
            case 16: sequence = try reader.readUInt64()
            case 26: headHash = try reader.readBytes()
            case 33: token = try reader.readFixed64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, log)
        writer.field(16, sequence)
        writer.field(26, headHash)
        writer.field(33, fixed: token)
    }
}

/// The server's answer.
package struct Welcome: Message {
    package static var typeName: String { "Welcome" }

    /// chosen
    package var version: UInt32 = 0
    /// bits both understand
    package var features: UInt64 = 0
    package var agent = ""
    /// site id: BLAKE2b-256 of the site key
    package var site: [UInt8] = []
    /// Ed25519 public key, 32 bytes
    package var siteKey: [UInt8] = []
    /// site key over the server's TLS public key (SubjectPublicKeyInfo); empty on plain loopback
    package var tlsKeySignature: [UInt8] = []
    package var serverNumber: UInt32 = 0
    /// 32 random bytes, fresh for this connection
    package var challenge: [UInt8] = []
    /// UTC
    package var timeMs: Int64 = 0
    /// inbound payload limit until authenticated
    package var frameLimit: UInt32 = 0
    /// bytes of items each stream may send before more credit comes
    package var streamCredit: UInt32 = 0

    package init() {}

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

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: version = try reader.readUInt32()
            case 17: features = try reader.readFixed64()
            case 26: agent = try reader.readString()
            case 34: site = try reader.readBytes()
            case 42: siteKey = try reader.readBytes()
            case 50: tlsKeySignature = try reader.readBytes()
            case 56: serverNumber = try reader.readUInt32()
            case 66: challenge = try reader.readBytes()
            case 72: timeMs = try reader.readInt64()
            case 80: frameLimit = try reader.readUInt32()
            case 88: streamCredit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, version)
        writer.field(17, fixed: features)
        writer.field(26, agent)
        writer.field(34, site)
        writer.field(42, siteKey)
        writer.field(50, tlsKeySignature)
        writer.field(56, serverNumber)
        writer.field(66, challenge)
        writer.field(72, timeMs)
        writer.field(80, frameLimit)
        writer.field(88, streamCredit)
    }
}

/// Before the request of every call.
package struct CallOptions: Message {
    package static var typeName: String { "CallOptions" }

    /// relative; 0 = none
    package var deadlineMs: UInt32 = 0
    /// 16 bytes; time-ordered keys (UUIDv7) are cheapest to keep
    package var idempotencyKey: [UInt8] = []
    package var actingRole: Role? = nil
    /// "en", "zh"
    package var locale = ""

    package init() {}

    package init(deadlineMs: UInt32 = 0, idempotencyKey: [UInt8] = [], actingRole: Role? = nil, locale: String = "") {
        self.deadlineMs = deadlineMs
        self.idempotencyKey = idempotencyKey
        self.actingRole = actingRole
        self.locale = locale
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: deadlineMs = try reader.readUInt32()
            case 18: idempotencyKey = try reader.readBytes()
            case 24: actingRole = Role(rawValue: try reader.readInt32())
            case 34: locale = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, deadlineMs)
        writer.field(18, idempotencyKey)
        writer.field(24, actingRole?.rawValue ?? 0)
        writer.field(34, locale)
    }
}

package struct Credit: Message {
    package static var typeName: String { "Credit" }

    package var bytes: UInt32 = 0

    package init() {}

    package init(bytes: UInt32 = 0) {
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: bytes = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, bytes)
    }
}

package struct Ping: Message {
    package static var typeName: String { "Ping" }

    package var nonce: UInt64 = 0

    package init() {}

    package init(nonce: UInt64 = 0) {
        self.nonce = nonce
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 9: nonce = try reader.readFixed64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(9, fixed: nonce)
    }
}

package struct Pong: Message {
    package static var typeName: String { "Pong" }

    package var nonce: UInt64 = 0
    package var timeMs: Int64 = 0

    package init() {}

    package init(nonce: UInt64 = 0, timeMs: Int64 = 0) {
        self.nonce = nonce
        self.timeMs = timeMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 9: nonce = try reader.readFixed64()
            case 16: timeMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(9, fixed: nonce)
        writer.field(16, timeMs)
    }
}

/// A hint that something changed; what matters can always be read again.
package struct Event: Message {
    package static var typeName: String { "Event" }

    package var kind: EventKind? = nil
    /// the furthest there is: of the scope's items, or a message's id
    package var position: UInt64 = 0

    package init() {}

    package init(kind: EventKind? = nil, position: UInt64 = 0) {
        self.kind = kind
        self.position = position
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = EventKind(rawValue: try reader.readInt32())
            case 16: position = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, position)
    }
}

package struct Goodbye: Message {
    package static var typeName: String { "Goodbye" }

    /// 0 = an ordinary end
    package var code: ErrorCode? = nil
    /// with jitter already applied
    package var retryAfterMs: UInt32 = 0
    package var text = ""

    package init() {}

    package init(code: ErrorCode? = nil, retryAfterMs: UInt32 = 0, text: String = "") {
        self.code = code
        self.retryAfterMs = retryAfterMs
        self.text = text
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: code = ErrorCode(rawValue: try reader.readInt32())
            case 16: retryAfterMs = try reader.readUInt32()
            case 26: text = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, code?.rawValue ?? 0)
        writer.field(16, retryAfterMs)
        writer.field(26, text)
    }
}

package struct EchoRequest: Message {
    package static var typeName: String { "EchoRequest" }

    package var body: [UInt8] = []

    package init() {}

    package init(body: [UInt8] = []) {
        self.body = body
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: body = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, body)
    }
}

package struct EchoReply: Message {
    package static var typeName: String { "EchoReply" }

    package var body: [UInt8] = []

    package init() {}

    package init(body: [UInt8] = []) {
        self.body = body
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: body = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, body)
    }
}
