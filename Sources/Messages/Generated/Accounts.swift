// Generated from Protocol/accounts.proto by `make generate`; change that and generate again.

package import Wire

package struct LoginRequest: Message {
    package static var typeName: String { "LoginRequest" }

    /// account name or phone
    package var name = ""
    package var password = ""

    package init() {}

    package init(name: String = "", password: String = "") {
        self.name = name
        self.password = password
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: password = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, password)
    }
}

package struct LoginReply: Message {
    package static var typeName: String { "LoginReply" }

    /// 32 random bytes; keep it secret
    package var session: [UInt8] = []
    package var person: Person? = nil
    package var roles: [RoleGrant] = []
    package var mustChangePassword = false
    package var expiresMs: Int64 = 0

    package init() {}

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

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: session = try reader.readBytes()
            case 18: try reader.readMessage(into: &person)
            case 26: try reader.readMessage(appendingTo: &roles)
            case 32: mustChangePassword = try reader.readBool()
            case 40: expiresMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, session)
        writer.field(18, person)
        for value in roles { writer.element(26, value) }
        writer.field(32, mustChangePassword)
        writer.field(40, expiresMs)
    }
}

package struct Person: Message {
    package static var typeName: String { "Person" }

    package var id: UInt64 = 0
    package var name = ""
    /// masked outside need
    package var phone = ""

    package init() {}

    package init(id: UInt64 = 0, name: String = "", phone: String = "") {
        self.id = id
        self.name = name
        self.phone = phone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
        writer.field(26, phone)
    }
}

package struct RoleGrant: Message {
    package static var typeName: String { "RoleGrant" }

    package var role: Role = .unspecified
    /// 0 = the whole platform
    package var organisation: UInt64 = 0
    package var organisationName = ""

    package init() {}

    package init(role: Role = .unspecified, organisation: UInt64 = 0, organisationName: String = "") {
        self.role = role
        self.organisation = organisation
        self.organisationName = organisationName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: role = Role(rawValue: try reader.readInt32()) ?? .unspecified
            case 16: organisation = try reader.readUInt64()
            case 26: organisationName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, role.rawValue)
        writer.field(16, organisation)
        writer.field(26, organisationName)
    }
}

package struct ResumeSessionRequest: Message {
    package static var typeName: String { "ResumeSessionRequest" }

    package var session: [UInt8] = []

    package init() {}

    package init(session: [UInt8] = []) {
        self.session = session
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: session = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, session)
    }
}

package struct LogoutRequest: Message {
    package static var typeName: String { "LogoutRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct LogoutReply: Message {
    package static var typeName: String { "LogoutReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct WhoAmIRequest: Message {
    package static var typeName: String { "WhoAmIRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ChangePasswordRequest: Message {
    package static var typeName: String { "ChangePasswordRequest" }

    package var oldPassword = ""
    package var newPassword = ""

    package init() {}

    package init(oldPassword: String = "", newPassword: String = "") {
        self.oldPassword = oldPassword
        self.newPassword = newPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: oldPassword = try reader.readString()
            case 18: newPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, oldPassword)
        writer.field(18, newPassword)
    }
}

package struct ChangePasswordReply: Message {
    package static var typeName: String { "ChangePasswordReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct CreateAccountRequest: Message {
    package static var typeName: String { "CreateAccountRequest" }

    /// account name, 3–32 of a–z 0–9 . _ -
    package var name = ""
    package var personName = ""
    /// optional
    package var phone = ""
    package var roles: [RoleGrant] = []

    package init() {}

    package init(name: String = "", personName: String = "", phone: String = "", roles: [RoleGrant] = []) {
        self.name = name
        self.personName = personName
        self.phone = phone
        self.roles = roles
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: personName = try reader.readString()
            case 26: phone = try reader.readString()
            case 34: try reader.readMessage(appendingTo: &roles)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, personName)
        writer.field(26, phone)
        for value in roles { writer.element(34, value) }
    }
}

package struct CreateAccountReply: Message {
    package static var typeName: String { "CreateAccountReply" }

    package var person: UInt64 = 0
    package var initialPassword = ""

    package init() {}

    package init(person: UInt64 = 0, initialPassword: String = "") {
        self.person = person
        self.initialPassword = initialPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: initialPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, initialPassword)
    }
}

/// First passwords for trainees of a roster, delivered once; people who have logged in before are left alone.
package struct InviteRequest: Message {
    package static var typeName: String { "InviteRequest" }

    package var offering: UInt64 = 0
    package var numbers: [String] = []

    package init() {}

    package init(offering: UInt64 = 0, numbers: [String] = []) {
        self.offering = offering
        self.numbers = numbers
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: numbers.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        for value in numbers { writer.element(18, value) }
    }
}

package struct InviteReply: Message {
    package static var typeName: String { "InviteReply" }

    package var invitations: [Invitation] = []
    package var already: UInt32 = 0

    package init() {}

    package init(invitations: [Invitation] = [], already: UInt32 = 0) {
        self.invitations = invitations
        self.already = already
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &invitations)
            case 16: already = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in invitations { writer.element(10, value) }
        writer.field(16, already)
    }
}

package struct Invitation: Message {
    package static var typeName: String { "Invitation" }

    package var number = ""
    package var personName = ""
    package var account = ""
    package var initialPassword = ""

    package init() {}

    package init(number: String = "", personName: String = "", account: String = "", initialPassword: String = "") {
        self.number = number
        self.personName = personName
        self.account = account
        self.initialPassword = initialPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: number = try reader.readString()
            case 18: personName = try reader.readString()
            case 26: account = try reader.readString()
            case 34: initialPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, number)
        writer.field(18, personName)
        writer.field(26, account)
        writer.field(34, initialPassword)
    }
}
