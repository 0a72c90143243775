// Generated from Protocol/terminals.proto by `make generate`; change that and generate again.

package import Wire

package struct CreateEnrolmentCodeRequest: Message {
    package static var typeName: String { "CreateEnrolmentCodeRequest" }

    package var base: UInt64 = 0
    package var name = ""

    package init() {}

    package init(base: UInt64 = 0, name: String = "") {
        self.base = base
        self.name = name
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 18: name = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(18, name)
    }
}

/// Told once. The code is good for 15 minutes and for one terminal.
package struct CreateEnrolmentCodeReply: Message {
    package static var typeName: String { "CreateEnrolmentCodeReply" }

    /// 16 symbols to type
    package var code = ""
    package var expiresMs: Int64 = 0
    /// the code and the site's fingerprint in one text, for a QR code or a file
    package var card = ""

    package init() {}

    package init(code: String = "", expiresMs: Int64 = 0, card: String = "") {
        self.code = code
        self.expiresMs = expiresMs
        self.card = card
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: code = try reader.readString()
            case 16: expiresMs = try reader.readInt64()
            case 26: card = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, code)
        writer.field(16, expiresMs)
        writer.field(26, card)
    }
}

/// Sent on a connection whose site the caller has verified by its fingerprint.
package struct EnrolRequest: Message {
    package static var typeName: String { "EnrolRequest" }

    /// the code's 10 bytes
    package var secret: [UInt8] = []
    /// Ed25519 public key the terminal has just made
    package var deviceKey: [UInt8] = []
    /// device key over context ‖ site id ‖ TLS exporter ‖ challenge ‖ versions offered and chosen ‖ secret
    package var proof: [UInt8] = []

    package init() {}

    package init(secret: [UInt8] = [], deviceKey: [UInt8] = [], proof: [UInt8] = []) {
        self.secret = secret
        self.deviceKey = deviceKey
        self.proof = proof
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: secret = try reader.readBytes()
            case 18: deviceKey = try reader.readBytes()
            case 26: proof = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, secret)
        writer.field(18, deviceKey)
        writer.field(26, proof)
    }
}

package struct EnrolReply: Message {
    package static var typeName: String { "EnrolReply" }

    package var terminal: UInt64 = 0
    package var name = ""
    package var base: UInt64 = 0
    package var baseName = ""

    package init() {}

    package init(terminal: UInt64 = 0, name: String = "", base: UInt64 = 0, baseName: String = "") {
        self.terminal = terminal
        self.name = name
        self.base = base
        self.baseName = baseName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: terminal = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: base = try reader.readUInt64()
            case 34: baseName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, terminal)
        writer.field(18, name)
        writer.field(24, base)
        writer.field(34, baseName)
    }
}

package struct AuthenticateRequest: Message {
    package static var typeName: String { "AuthenticateRequest" }

    package var deviceKey: [UInt8] = []
    /// device key over context ‖ site id ‖ TLS exporter ‖ challenge ‖ versions offered and chosen
    package var proof: [UInt8] = []

    package init() {}

    package init(deviceKey: [UInt8] = [], proof: [UInt8] = []) {
        self.deviceKey = deviceKey
        self.proof = proof
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: deviceKey = try reader.readBytes()
            case 18: proof = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, deviceKey)
        writer.field(18, proof)
    }
}

package struct AuthenticateReply: Message {
    package static var typeName: String { "AuthenticateReply" }

    package var terminal: UInt64 = 0
    package var base: UInt64 = 0
    /// decrypts the names of the scope's rosters
    package var rosterKey: [UInt8] = []
    package var timeMs: Int64 = 0

    package init() {}

    package init(terminal: UInt64 = 0, base: UInt64 = 0, rosterKey: [UInt8] = [], timeMs: Int64 = 0) {
        self.terminal = terminal
        self.base = base
        self.rosterKey = rosterKey
        self.timeMs = timeMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: terminal = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 26: rosterKey = try reader.readBytes()
            case 32: timeMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, terminal)
        writer.field(16, base)
        writer.field(26, rosterKey)
        writer.field(32, timeMs)
    }
}

package struct Terminal: Message {
    package static var typeName: String { "Terminal" }

    package var id: UInt64 = 0
    package var name = ""
    package var base: UInt64 = 0
    package var revoked = false
    package var lastContactMs: Int64 = 0
    package var facts: UInt64 = 0
    package var storedBytes: UInt64 = 0
    /// beyond it pushes are refused with TERMINAL_FULL
    package var storedBytesLimit: UInt64 = 0
    /// batches that carried a receipt this site has not made
    package var forgedReceipts: UInt64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, name: String = "", base: UInt64 = 0, revoked: Bool = false, lastContactMs: Int64 = 0,
        facts: UInt64 = 0, storedBytes: UInt64 = 0, storedBytesLimit: UInt64 = 0, forgedReceipts: UInt64 = 0
    ) {
        self.id = id
        self.name = name
        self.base = base
        self.revoked = revoked
        self.lastContactMs = lastContactMs
        self.facts = facts
        self.storedBytes = storedBytes
        self.storedBytesLimit = storedBytesLimit
        self.forgedReceipts = forgedReceipts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: base = try reader.readUInt64()
            case 32: revoked = try reader.readBool()
            case 40: lastContactMs = try reader.readInt64()
            case 48: facts = try reader.readUInt64()
            case 56: storedBytes = try reader.readUInt64()
            case 64: storedBytesLimit = try reader.readUInt64()
            case 72: forgedReceipts = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
        writer.field(24, base)
        writer.field(32, revoked)
        writer.field(40, lastContactMs)
        writer.field(48, facts)
        writer.field(56, storedBytes)
        writer.field(64, storedBytesLimit)
        writer.field(72, forgedReceipts)
    }
}

package struct ListTerminalsRequest: Message {
    package static var typeName: String { "ListTerminalsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var base: UInt64 = 0

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, base: UInt64 = 0) {
        self.after = after
        self.limit = limit
        self.base = base
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: base = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, base)
    }
}

package struct ListTerminalsReply: Message {
    package static var typeName: String { "ListTerminalsReply" }

    package var terminals: [Terminal] = []
    package var next: UInt64 = 0

    package init() {}

    package init(terminals: [Terminal] = [], next: UInt64 = 0) {
        self.terminals = terminals
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &terminals)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in terminals { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct RevokeTerminalRequest: Message {
    package static var typeName: String { "RevokeTerminalRequest" }

    package var terminal: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(terminal: UInt64 = 0, reason: String = "") {
        self.terminal = terminal
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: terminal = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, terminal)
        writer.field(18, reason)
    }
}

package struct RevokeTerminalReply: Message {
    package static var typeName: String { "RevokeTerminalReply" }

    package var terminal: Terminal? = nil

    package init() {}

    package init(terminal: Terminal? = nil) {
        self.terminal = terminal
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &terminal)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, terminal)
    }
}

/// Lets a terminal store more; `mebibytes` in all, more than it may now.
package struct RaiseTerminalRequest: Message {
    package static var typeName: String { "RaiseTerminalRequest" }

    package var terminal: UInt64 = 0
    package var mebibytes: UInt32 = 0
    package var reason = ""

    package init() {}

    package init(terminal: UInt64 = 0, mebibytes: UInt32 = 0, reason: String = "") {
        self.terminal = terminal
        self.mebibytes = mebibytes
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: terminal = try reader.readUInt64()
            case 16: mebibytes = try reader.readUInt32()
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, terminal)
        writer.field(16, mebibytes)
        writer.field(26, reason)
    }
}

package struct RaiseTerminalReply: Message {
    package static var typeName: String { "RaiseTerminalReply" }

    package var terminal: Terminal? = nil

    package init() {}

    package init(terminal: Terminal? = nil) {
        self.terminal = terminal
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &terminal)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, terminal)
    }
}
