// Generated from Protocol/terminals.proto by `make generate`; change that and generate again.
package import Wire

package struct CreateEnrolmentCodeRequest: Message {
    package static let typeName = "rollcall.CreateEnrolmentCodeRequest"

    package var base: UInt64
    package var name: String
    package var validMinutes: UInt32

    package init() {
        base = 0
        name = ""
        validMinutes = 0
    }

    package init(base: UInt64 = 0, name: String = "", validMinutes: UInt32 = 0) {
        self.base = base
        self.name = name
        self.validMinutes = validMinutes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: base = try reader.readUInt64()
        case 18: name = try reader.readString()
        case 24: validMinutes = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if base != 0 { writer.writeField(8, varint: base) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if validMinutes != 0 { writer.writeField(24, varint: UInt64(validMinutes)) }
    }
}

package struct CreateEnrolmentCodeReply: Message {
    package static let typeName = "rollcall.CreateEnrolmentCodeReply"

    package var code: String
    package var expiresMs: Int64

    package init() {
        code = ""
        expiresMs = 0
    }

    package init(code: String = "", expiresMs: Int64 = 0) {
        self.code = code
        self.expiresMs = expiresMs
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: code = try reader.readString()
        case 16: expiresMs = try reader.readInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !code.isEmpty { writer.writeField(10, string: code) }
        if expiresMs != 0 { writer.writeField(16, varint: UInt64(bitPattern: expiresMs)) }
    }
}

/// Sent on a connection whose site key the code's fingerprint has verified.
package struct EnrolRequest: Message {
    package static let typeName = "rollcall.EnrolRequest"

    /// the code's 16 secret bytes
    package var secret: [UInt8]
    /// Ed25519 public key the terminal has just made
    package var deviceKey: [UInt8]
    /// device key over context ‖ site id ‖ TLS exporter ‖ challenge ‖ versions offered and chosen ‖ secret
    package var proof: [UInt8]

    package init() {
        secret = []
        deviceKey = []
        proof = []
    }

    package init(secret: [UInt8] = [], deviceKey: [UInt8] = [], proof: [UInt8] = []) {
        self.secret = secret
        self.deviceKey = deviceKey
        self.proof = proof
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: secret = try reader.readBytesField()
        case 18: deviceKey = try reader.readBytesField()
        case 26: proof = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !secret.isEmpty { writer.writeField(10, bytes: secret) }
        if !deviceKey.isEmpty { writer.writeField(18, bytes: deviceKey) }
        if !proof.isEmpty { writer.writeField(26, bytes: proof) }
    }
}

package struct EnrolReply: Message {
    package static let typeName = "rollcall.EnrolReply"

    package var terminal: UInt64
    package var name: String
    package var base: UInt64
    package var baseName: String

    package init() {
        terminal = 0
        name = ""
        base = 0
        baseName = ""
    }

    package init(terminal: UInt64 = 0, name: String = "", base: UInt64 = 0, baseName: String = "") {
        self.terminal = terminal
        self.name = name
        self.base = base
        self.baseName = baseName
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: terminal = try reader.readUInt64()
        case 18: name = try reader.readString()
        case 24: base = try reader.readUInt64()
        case 34: baseName = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if terminal != 0 { writer.writeField(8, varint: terminal) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if base != 0 { writer.writeField(24, varint: base) }
        if !baseName.isEmpty { writer.writeField(34, string: baseName) }
    }
}

package struct AuthenticateRequest: Message {
    package static let typeName = "rollcall.AuthenticateRequest"

    package var deviceKey: [UInt8]
    /// device key over context ‖ site id ‖ TLS exporter ‖ challenge ‖ versions offered and chosen
    package var proof: [UInt8]

    package init() {
        deviceKey = []
        proof = []
    }

    package init(deviceKey: [UInt8] = [], proof: [UInt8] = []) {
        self.deviceKey = deviceKey
        self.proof = proof
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: deviceKey = try reader.readBytesField()
        case 18: proof = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !deviceKey.isEmpty { writer.writeField(10, bytes: deviceKey) }
        if !proof.isEmpty { writer.writeField(18, bytes: proof) }
    }
}

package struct AuthenticateReply: Message {
    package static let typeName = "rollcall.AuthenticateReply"

    package var terminal: UInt64
    package var base: UInt64
    /// opens the sealed names of the scope's rosters
    package var rosterKey: [UInt8]
    package var timeMs: Int64

    package init() {
        terminal = 0
        base = 0
        rosterKey = []
        timeMs = 0
    }

    package init(terminal: UInt64 = 0, base: UInt64 = 0, rosterKey: [UInt8] = [], timeMs: Int64 = 0) {
        self.terminal = terminal
        self.base = base
        self.rosterKey = rosterKey
        self.timeMs = timeMs
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: terminal = try reader.readUInt64()
        case 16: base = try reader.readUInt64()
        case 26: rosterKey = try reader.readBytesField()
        case 32: timeMs = try reader.readInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if terminal != 0 { writer.writeField(8, varint: terminal) }
        if base != 0 { writer.writeField(16, varint: base) }
        if !rosterKey.isEmpty { writer.writeField(26, bytes: rosterKey) }
        if timeMs != 0 { writer.writeField(32, varint: UInt64(bitPattern: timeMs)) }
    }
}

package struct Terminal: Message {
    package static let typeName = "rollcall.Terminal"

    package var id: UInt64
    package var name: String
    package var base: UInt64
    package var revoked: Bool
    package var lastContactMs: Int64
    package var facts: UInt64

    package init() {
        id = 0
        name = ""
        base = 0
        revoked = false
        lastContactMs = 0
        facts = 0
    }

    package init(
        id: UInt64 = 0, name: String = "", base: UInt64 = 0, revoked: Bool = false, lastContactMs: Int64 = 0,
        facts: UInt64 = 0
    ) {
        self.id = id
        self.name = name
        self.base = base
        self.revoked = revoked
        self.lastContactMs = lastContactMs
        self.facts = facts
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 18: name = try reader.readString()
        case 24: base = try reader.readUInt64()
        case 32: revoked = try reader.readBool()
        case 40: lastContactMs = try reader.readInt64()
        case 48: facts = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if base != 0 { writer.writeField(24, varint: base) }
        if revoked { writer.writeField(32, varint: revoked ? 1 : 0) }
        if lastContactMs != 0 { writer.writeField(40, varint: UInt64(bitPattern: lastContactMs)) }
        if facts != 0 { writer.writeField(48, varint: facts) }
    }
}

package struct ListTerminalsRequest: Message {
    package static let typeName = "rollcall.ListTerminalsRequest"

    package var after: UInt64
    package var limit: UInt32
    package var base: UInt64

    package init() {
        after = 0
        limit = 0
        base = 0
    }

    package init(after: UInt64 = 0, limit: UInt32 = 0, base: UInt64 = 0) {
        self.after = after
        self.limit = limit
        self.base = base
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: after = try reader.readUInt64()
        case 16: limit = try reader.readUInt32()
        case 24: base = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if after != 0 { writer.writeField(8, varint: after) }
        if limit != 0 { writer.writeField(16, varint: UInt64(limit)) }
        if base != 0 { writer.writeField(24, varint: base) }
    }
}

package struct ListTerminalsReply: Message {
    package static let typeName = "rollcall.ListTerminalsReply"

    package var terminals: [Terminal]
    package var next: UInt64

    package init() {
        terminals = []
        next = 0
    }

    package init(terminals: [Terminal] = [], next: UInt64 = 0) {
        self.terminals = terminals
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: terminals.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in terminals { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}

package struct RevokeTerminalRequest: Message {
    package static let typeName = "rollcall.RevokeTerminalRequest"

    package var terminal: UInt64
    package var reason: String

    package init() {
        terminal = 0
        reason = ""
    }

    package init(terminal: UInt64 = 0, reason: String = "") {
        self.terminal = terminal
        self.reason = reason
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: terminal = try reader.readUInt64()
        case 18: reason = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if terminal != 0 { writer.writeField(8, varint: terminal) }
        if !reason.isEmpty { writer.writeField(18, string: reason) }
    }
}

package struct RevokeTerminalReply: Message {
    package static let typeName = "rollcall.RevokeTerminalReply"

    package var terminal: Terminal?

    package init() {
    }

    package init(terminal: Terminal? = nil) {
        self.terminal = terminal
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: terminal = try reader.readMessage(into: terminal, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let terminal { writer.writeField(10, message: terminal) }
    }
}
