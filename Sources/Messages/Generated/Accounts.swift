// Generated from Protocol/accounts.proto by `make generate`; change that and generate again.
package import Wire

package struct LoginRequest: Message {
    package static let typeName = "rollcall.LoginRequest"

    /// account name or phone
    package var name: String
    package var password: String

    package init() {
        name = ""
        password = ""
    }

    package init(name: String = "", password: String = "") {
        self.name = name
        self.password = password
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: name = try reader.readString()
        case 18: password = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !name.isEmpty { writer.writeField(10, string: name) }
        if !password.isEmpty { writer.writeField(18, string: password) }
    }
}

package struct LoginReply: Message {
    package static let typeName = "rollcall.LoginReply"

    /// 32 random bytes; keep it secret
    package var session: [UInt8]
    package var person: Person?
    package var roles: [RoleGrant]
    package var mustChangePassword: Bool
    package var expiresMs: Int64

    package init() {
        session = []
        roles = []
        mustChangePassword = false
        expiresMs = 0
    }

    package init(
        session: [UInt8] = [], person: Person? = nil, roles: [RoleGrant] = [], mustChangePassword: Bool = false,
        expiresMs: Int64 = 0
    ) {
        self.session = session
        self.person = person
        self.roles = roles
        self.mustChangePassword = mustChangePassword
        self.expiresMs = expiresMs
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: session = try reader.readBytesField()
        case 18: person = try reader.readMessage(into: person, depth: depth)
        case 26: roles.append(try reader.readMessage(into: nil, depth: depth))
        case 32: mustChangePassword = try reader.readBool()
        case 40: expiresMs = try reader.readInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !session.isEmpty { writer.writeField(10, bytes: session) }
        if let person { writer.writeField(18, message: person) }
        for value in roles { writer.writeField(26, message: value) }
        if mustChangePassword { writer.writeField(32, varint: mustChangePassword ? 1 : 0) }
        if expiresMs != 0 { writer.writeField(40, varint: UInt64(bitPattern: expiresMs)) }
    }
}

package struct Person: Message {
    package static let typeName = "rollcall.Person"

    package var id: UInt64
    package var name: String
    /// masked outside need
    package var phone: String

    package init() {
        id = 0
        name = ""
        phone = ""
    }

    package init(id: UInt64 = 0, name: String = "", phone: String = "") {
        self.id = id
        self.name = name
        self.phone = phone
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: id = try reader.readUInt64()
        case 18: name = try reader.readString()
        case 26: phone = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if id != 0 { writer.writeField(8, varint: id) }
        if !name.isEmpty { writer.writeField(18, string: name) }
        if !phone.isEmpty { writer.writeField(26, string: phone) }
    }
}

package struct RoleGrant: Message {
    package static let typeName = "rollcall.RoleGrant"

    package var role: Role
    /// 0 = the whole platform
    package var organisation: UInt64
    package var organisationName: String

    package init() {
        role = .unspecified
        organisation = 0
        organisationName = ""
    }

    package init(role: Role = .unspecified, organisation: UInt64 = 0, organisationName: String = "") {
        self.role = role
        self.organisation = organisation
        self.organisationName = organisationName
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: role = try reader.readEnum(Role.unspecified)
        case 16: organisation = try reader.readUInt64()
        case 26: organisationName = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if role.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(role.rawValue))) }
        if organisation != 0 { writer.writeField(16, varint: organisation) }
        if !organisationName.isEmpty { writer.writeField(26, string: organisationName) }
    }
}

package struct ResumeSessionRequest: Message {
    package static let typeName = "rollcall.ResumeSessionRequest"

    package var session: [UInt8]

    package init() {
        session = []
    }

    package init(session: [UInt8] = []) {
        self.session = session
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: session = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !session.isEmpty { writer.writeField(10, bytes: session) }
    }
}

package struct LogoutRequest: Message {
    package static let typeName = "rollcall.LogoutRequest"

    package init() {
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool { false }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct LogoutReply: Message {
    package static let typeName = "rollcall.LogoutReply"

    package init() {
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool { false }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct WhoAmIRequest: Message {
    package static let typeName = "rollcall.WhoAmIRequest"

    package init() {
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool { false }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ChangePasswordRequest: Message {
    package static let typeName = "rollcall.ChangePasswordRequest"

    package var oldPassword: String
    package var newPassword: String

    package init() {
        oldPassword = ""
        newPassword = ""
    }

    package init(oldPassword: String = "", newPassword: String = "") {
        self.oldPassword = oldPassword
        self.newPassword = newPassword
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: oldPassword = try reader.readString()
        case 18: newPassword = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !oldPassword.isEmpty { writer.writeField(10, string: oldPassword) }
        if !newPassword.isEmpty { writer.writeField(18, string: newPassword) }
    }
}

package struct ChangePasswordReply: Message {
    package static let typeName = "rollcall.ChangePasswordReply"

    package init() {
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool { false }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct CreateAccountRequest: Message {
    package static let typeName = "rollcall.CreateAccountRequest"

    /// account name, 3–32 of a–z 0–9 . _ -
    package var name: String
    package var personName: String
    /// optional
    package var phone: String
    package var roles: [RoleGrant]

    package init() {
        name = ""
        personName = ""
        phone = ""
        roles = []
    }

    package init(name: String = "", personName: String = "", phone: String = "", roles: [RoleGrant] = []) {
        self.name = name
        self.personName = personName
        self.phone = phone
        self.roles = roles
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: name = try reader.readString()
        case 18: personName = try reader.readString()
        case 26: phone = try reader.readString()
        case 34: roles.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !name.isEmpty { writer.writeField(10, string: name) }
        if !personName.isEmpty { writer.writeField(18, string: personName) }
        if !phone.isEmpty { writer.writeField(26, string: phone) }
        for value in roles { writer.writeField(34, message: value) }
    }
}

package struct CreateAccountReply: Message {
    package static let typeName = "rollcall.CreateAccountReply"

    package var person: UInt64
    package var initialPassword: String

    package init() {
        person = 0
        initialPassword = ""
    }

    package init(person: UInt64 = 0, initialPassword: String = "") {
        self.person = person
        self.initialPassword = initialPassword
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: person = try reader.readUInt64()
        case 18: initialPassword = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if person != 0 { writer.writeField(8, varint: person) }
        if !initialPassword.isEmpty { writer.writeField(18, string: initialPassword) }
    }
}

/// First passwords for trainees of a roster, delivered once; people who have logged in before are left alone.
package struct InviteRequest: Message {
    package static let typeName = "rollcall.InviteRequest"

    package var offering: UInt64
    package var numbers: [String]

    package init() {
        offering = 0
        numbers = []
    }

    package init(offering: UInt64 = 0, numbers: [String] = []) {
        self.offering = offering
        self.numbers = numbers
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 18: numbers.append(try reader.readString())
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        for value in numbers { writer.writeField(18, string: value) }
    }
}

package struct InviteReply: Message {
    package static let typeName = "rollcall.InviteReply"

    package var invitations: [Invitation]
    package var already: UInt32

    package init() {
        invitations = []
        already = 0
    }

    package init(invitations: [Invitation] = [], already: UInt32 = 0) {
        self.invitations = invitations
        self.already = already
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: invitations.append(try reader.readMessage(into: nil, depth: depth))
        case 16: already = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in invitations { writer.writeField(10, message: value) }
        if already != 0 { writer.writeField(16, varint: UInt64(already)) }
    }
}

package struct Invitation: Message {
    package static let typeName = "rollcall.Invitation"

    package var number: String
    package var personName: String
    package var account: String
    package var initialPassword: String

    package init() {
        number = ""
        personName = ""
        account = ""
        initialPassword = ""
    }

    package init(number: String = "", personName: String = "", account: String = "", initialPassword: String = "") {
        self.number = number
        self.personName = personName
        self.account = account
        self.initialPassword = initialPassword
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: number = try reader.readString()
        case 18: personName = try reader.readString()
        case 26: account = try reader.readString()
        case 34: initialPassword = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !number.isEmpty { writer.writeField(10, string: number) }
        if !personName.isEmpty { writer.writeField(18, string: personName) }
        if !account.isEmpty { writer.writeField(26, string: account) }
        if !initialPassword.isEmpty { writer.writeField(34, string: initialPassword) }
    }
}
