// Generated from Protocol/accounts.proto by `make generate`; change that and generate again.

package import Wire

package struct LoginRequest: Message {
    package static var typeName: String { "LoginRequest" }

    /// account name, phone or ID number
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
    /// ACC-2a: by a code sent to it; not whether the identity is verified
    package var phoneBound = false
    /// ACC-7: the person acts for it, with its roles and none of their own; 0 = for themselves
    package var organisation: UInt64 = 0

    package init() {}

    package init(
        session: [UInt8] = [], person: Person? = nil, roles: [RoleGrant] = [], mustChangePassword: Bool = false,
        expiresMs: Int64 = 0, phoneBound: Bool = false, organisation: UInt64 = 0
    ) {
        self.session = session
        self.person = person
        self.roles = roles
        self.mustChangePassword = mustChangePassword
        self.expiresMs = expiresMs
        self.phoneBound = phoneBound
        self.organisation = organisation
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: session = try reader.readBytes()
            case 18: try reader.readMessage(into: &person)
            case 26: try reader.readMessage(appendingTo: &roles)
            case 32: mustChangePassword = try reader.readBool()
            case 40: expiresMs = try reader.readInt64()
            case 48: phoneBound = try reader.readBool()
            case 56: organisation = try reader.readUInt64()
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
        writer.field(48, phoneBound)
        writer.field(56, organisation)
    }
}

package struct Person: Message {
    package static var typeName: String { "Person" }

    package var id: UInt64 = 0
    package var name = ""
    /// masked outside need
    package var phone = ""
    /// PRJ-2: what others name them by as an instructor
    package var participantNumber = ""

    package init() {}

    package init(id: UInt64 = 0, name: String = "", phone: String = "", participantNumber: String = "") {
        self.id = id
        self.name = name
        self.phone = phone
        self.participantNumber = participantNumber
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            case 34: participantNumber = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
        writer.field(26, phone)
        writer.field(34, participantNumber)
    }
}

package struct RoleGrant: Message {
    package static var typeName: String { "RoleGrant" }

    package var role: Role? = nil
    /// 0 = the whole platform
    package var organisation: UInt64 = 0
    package var organisationName = ""

    package init() {}

    package init(role: Role? = nil, organisation: UInt64 = 0, organisationName: String = "") {
        self.role = role
        self.organisation = organisation
        self.organisationName = organisationName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: role = Role(rawValue: try reader.readInt32())
            case 16: organisation = try reader.readUInt64()
            case 26: organisationName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, role?.rawValue ?? 0)
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

/// What somebody agrees to before registering (ACC-11d).
package struct TermsRequest: Message {
    package static var typeName: String { "TermsRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct TermsReply: Message {
    package static var typeName: String { "TermsReply" }

    package var privacyVersion = ""
    package var privacyAddress = ""

    package init() {}

    package init(privacyVersion: String = "", privacyAddress: String = "") {
        self.privacyVersion = privacyVersion
        self.privacyAddress = privacyAddress
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: privacyVersion = try reader.readString()
            case 18: privacyAddress = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, privacyVersion)
        writer.field(18, privacyAddress)
    }
}

/// A puzzle for a program, where a person would be shown distorted letters (ACC-4e): find a nonce for which
/// BLAKE2b-256("rollcall.puzzle.v1\0" ‖ puzzle ‖ nonce as 8 bytes, little endian) begins with `difficulty` zero bits.
package struct GetChallengeRequest: Message {
    package static var typeName: String { "GetChallengeRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct GetChallengeReply: Message {
    package static var typeName: String { "GetChallengeReply" }

    package var puzzle: [UInt8] = []
    package var difficulty: UInt32 = 0
    package var expiresMs: Int64 = 0

    package init() {}

    package init(puzzle: [UInt8] = [], difficulty: UInt32 = 0, expiresMs: Int64 = 0) {
        self.puzzle = puzzle
        self.difficulty = difficulty
        self.expiresMs = expiresMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: puzzle = try reader.readBytes()
            case 16: difficulty = try reader.readUInt32()
            case 24: expiresMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, puzzle)
        writer.field(16, difficulty)
        writer.field(24, expiresMs)
    }
}

package struct Solution: Message {
    package static var typeName: String { "Solution" }

    package var puzzle: [UInt8] = []
    package var nonce: UInt64 = 0

    package init() {}

    package init(puzzle: [UInt8] = [], nonce: UInt64 = 0) {
        self.puzzle = puzzle
        self.nonce = nonce
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: puzzle = try reader.readBytes()
            case 17: nonce = try reader.readFixed64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, puzzle)
        writer.field(17, fixed: nonce)
    }
}

package struct SendSmsCodeRequest: Message {
    package static var typeName: String { "SendSmsCodeRequest" }

    /// empty for OLD_PHONE
    package var phone = ""
    /// not ORGANISATION_LOGIN, which has its own call
    package var purpose: SmsPurpose? = nil
    package var solution: Solution? = nil

    package init() {}

    package init(phone: String = "", purpose: SmsPurpose? = nil, solution: Solution? = nil) {
        self.phone = phone
        self.purpose = purpose
        self.solution = solution
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: phone = try reader.readString()
            case 16: purpose = SmsPurpose(rawValue: try reader.readInt32())
            case 26: try reader.readMessage(into: &solution)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, phone)
        writer.field(16, purpose?.rawValue ?? 0)
        writer.field(26, solution)
    }
}

package struct SendSmsCodeReply: Message {
    package static var typeName: String { "SendSmsCodeReply" }

    package var expiresMs: Int64 = 0
    package var nextMs: Int64 = 0

    package init() {}

    package init(expiresMs: Int64 = 0, nextMs: Int64 = 0) {
        self.expiresMs = expiresMs
        self.nextMs = nextMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: expiresMs = try reader.readInt64()
            case 16: nextMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, expiresMs)
        writer.field(16, nextMs)
    }
}

/// ACC-1a, first step. Says nothing of whether somebody has this ID number already.
package struct BeginRegistrationRequest: Message {
    package static var typeName: String { "BeginRegistrationRequest" }

    package var personName = ""
    package var idNumber = ""
    package var solution: Solution? = nil

    package init() {}

    package init(personName: String = "", idNumber: String = "", solution: Solution? = nil) {
        self.personName = personName
        self.idNumber = idNumber
        self.solution = solution
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: personName = try reader.readString()
            case 18: idNumber = try reader.readString()
            case 26: try reader.readMessage(into: &solution)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, personName)
        writer.field(18, idNumber)
        writer.field(26, solution)
    }
}

package struct BeginRegistrationReply: Message {
    package static var typeName: String { "BeginRegistrationReply" }

    package var ticket: [UInt8] = []
    package var expiresMs: Int64 = 0

    package init() {}

    package init(ticket: [UInt8] = [], expiresMs: Int64 = 0) {
        self.ticket = ticket
        self.expiresMs = expiresMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: ticket = try reader.readBytes()
            case 16: expiresMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, ticket)
        writer.field(16, expiresMs)
    }
}

package struct RegisterRequest: Message {
    package static var typeName: String { "RegisterRequest" }

    /// of BeginRegistration; none = by phone alone (ACC-1b)
    package var ticket: [UInt8] = []
    /// account name; may be empty by phone alone
    package var account = ""
    package var password = ""
    package var phone = ""
    package var code = ""
    /// of the text that was agreed to
    package var privacyVersion = ""

    package init() {}

    package init(
        ticket: [UInt8] = [], account: String = "", password: String = "", phone: String = "", code: String = "",
        privacyVersion: String = ""
    ) {
        self.ticket = ticket
        self.account = account
        self.password = password
        self.phone = phone
        self.code = code
        self.privacyVersion = privacyVersion
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: ticket = try reader.readBytes()
            case 18: account = try reader.readString()
            case 26: password = try reader.readString()
            case 34: phone = try reader.readString()
            case 42: code = try reader.readString()
            case 50: privacyVersion = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, ticket)
        writer.field(18, account)
        writer.field(26, password)
        writer.field(34, phone)
        writer.field(42, code)
        writer.field(50, privacyVersion)
    }
}

package struct RegisterReply: Message {
    package static var typeName: String { "RegisterReply" }

    package var person: UInt64 = 0
    package var account = ""

    package init() {}

    package init(person: UInt64 = 0, account: String = "") {
        self.person = person
        self.account = account
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: account = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, account)
    }
}

package struct RecoverPasswordRequest: Message {
    package static var typeName: String { "RecoverPasswordRequest" }

    package var phone = ""
    package var code = ""
    package var newPassword = ""

    package init() {}

    package init(phone: String = "", code: String = "", newPassword: String = "") {
        self.phone = phone
        self.code = code
        self.newPassword = newPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: phone = try reader.readString()
            case 18: code = try reader.readString()
            case 26: newPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, phone)
        writer.field(18, code)
        writer.field(26, newPassword)
    }
}

package struct RecoverPasswordReply: Message {
    package static var typeName: String { "RecoverPasswordReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListSessionsRequest: Message {
    package static var typeName: String { "ListSessionsRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListSessionsReply: Message {
    package static var typeName: String { "ListSessionsReply" }

    package var sessions: [SessionEntry] = []

    package init() {}

    package init(sessions: [SessionEntry] = []) {
        self.sessions = sessions
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &sessions)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in sessions { writer.element(10, value) }
    }
}

package struct SessionEntry: Message {
    package static var typeName: String { "SessionEntry" }

    package var id: UInt64 = 0
    package var createdMs: Int64 = 0
    /// within an hour
    package var lastUsedMs: Int64 = 0
    package var address = ""
    package var isThis = false

    package init() {}

    package init(
        id: UInt64 = 0, createdMs: Int64 = 0, lastUsedMs: Int64 = 0, address: String = "", isThis: Bool = false
    ) {
        self.id = id
        self.createdMs = createdMs
        self.lastUsedMs = lastUsedMs
        self.address = address
        self.isThis = isThis
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: createdMs = try reader.readInt64()
            case 24: lastUsedMs = try reader.readInt64()
            case 34: address = try reader.readString()
            case 40: isThis = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, createdMs)
        writer.field(24, lastUsedMs)
        writer.field(34, address)
        writer.field(40, isThis)
    }
}

package struct RevokeSessionRequest: Message {
    package static var typeName: String { "RevokeSessionRequest" }

    package var session: UInt64 = 0

    package init() {}

    package init(session: UInt64 = 0) {
        self.session = session
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: session = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, session)
    }
}

package struct RevokeSessionReply: Message {
    package static var typeName: String { "RevokeSessionReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// old_code is asked for while a phone is bound; without one, the new phone's code is enough.
package struct ChangePhoneRequest: Message {
    package static var typeName: String { "ChangePhoneRequest" }

    package var oldCode = ""
    package var phone = ""
    package var code = ""

    package init() {}

    package init(oldCode: String = "", phone: String = "", code: String = "") {
        self.oldCode = oldCode
        self.phone = phone
        self.code = code
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: oldCode = try reader.readString()
            case 18: phone = try reader.readString()
            case 26: code = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, oldCode)
        writer.field(18, phone)
        writer.field(26, code)
    }
}

package struct ChangePhoneReply: Message {
    package static var typeName: String { "ChangePhoneReply" }

    package var phone = ""

    package init() {}

    package init(phone: String = "") {
        self.phone = phone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: phone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, phone)
    }
}

/// For who cannot be reached at the old phone any more: an identity reviewer decides (kind PHONE_CHANGE).
package struct AskPhoneChangeRequest: Message {
    package static var typeName: String { "AskPhoneChangeRequest" }

    package var phone = ""
    package var code = ""
    package var reason = ""

    package init() {}

    package init(phone: String = "", code: String = "", reason: String = "") {
        self.phone = phone
        self.code = code
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: phone = try reader.readString()
            case 18: code = try reader.readString()
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, phone)
        writer.field(18, code)
        writer.field(26, reason)
    }
}

package struct AskPhoneChangeReply: Message {
    package static var typeName: String { "AskPhoneChangeReply" }

    package var change: UInt64 = 0

    package init() {}

    package init(change: UInt64 = 0) {
        self.change = change
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: change = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, change)
    }
}

/// An account with somebody else (a WeChat openid): `code` is what that provider gave the person, to be asked for its
/// openid (ACC-2b).
package struct LinkOutsideRequest: Message {
    package static var typeName: String { "LinkOutsideRequest" }

    package var provider = ""
    package var code = ""

    package init() {}

    package init(provider: String = "", code: String = "") {
        self.provider = provider
        self.code = code
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: provider = try reader.readString()
            case 18: code = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, provider)
        writer.field(18, code)
    }
}

package struct LinkOutsideReply: Message {
    package static var typeName: String { "LinkOutsideReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct UnlinkOutsideRequest: Message {
    package static var typeName: String { "UnlinkOutsideRequest" }

    package var provider = ""

    package init() {}

    package init(provider: String = "") {
        self.provider = provider
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: provider = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, provider)
    }
}

package struct UnlinkOutsideReply: Message {
    package static var typeName: String { "UnlinkOutsideReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListLinksRequest: Message {
    package static var typeName: String { "ListLinksRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListLinksReply: Message {
    package static var typeName: String { "ListLinksReply" }

    package var links: [OutsideLink] = []
    package var providers: [String] = []

    package init() {}

    package init(links: [OutsideLink] = [], providers: [String] = []) {
        self.links = links
        self.providers = providers
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &links)
            case 18: providers.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in links { writer.element(10, value) }
        for value in providers { writer.element(18, value) }
    }
}

package struct OutsideLink: Message {
    package static var typeName: String { "OutsideLink" }

    package var provider = ""
    package var linkedMs: Int64 = 0

    package init() {}

    package init(provider: String = "", linkedMs: Int64 = 0) {
        self.provider = provider
        self.linkedMs = linkedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: provider = try reader.readString()
            case 16: linkedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, provider)
        writer.field(16, linkedMs)
    }
}

package struct LoginOutsideRequest: Message {
    package static var typeName: String { "LoginOutsideRequest" }

    package var provider = ""
    package var code = ""

    package init() {}

    package init(provider: String = "", code: String = "") {
        self.provider = provider
        self.code = code
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: provider = try reader.readString()
            case 18: code = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, provider)
        writer.field(18, code)
    }
}

package struct CloseAccountRequest: Message {
    package static var typeName: String { "CloseAccountRequest" }

    package var password = ""

    package init() {}

    package init(password: String = "") {
        self.password = password
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: password = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, password)
    }
}

package struct CloseAccountReply: Message {
    package static var typeName: String { "CloseAccountReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListSmsOutboxRequest: Message {
    package static var typeName: String { "ListSmsOutboxRequest" }

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

package struct ListSmsOutboxReply: Message {
    package static var typeName: String { "ListSmsOutboxReply" }

    package var entries: [SmsEntry] = []
    package var next: UInt64 = 0

    package init() {}

    package init(entries: [SmsEntry] = [], next: UInt64 = 0) {
        self.entries = entries
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &entries)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entries { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct SmsEntry: Message {
    package static var typeName: String { "SmsEntry" }

    package var id: UInt64 = 0
    package var atMs: Int64 = 0
    /// masked
    package var phone = ""
    /// shown only while no provider sends it
    package var text = ""
    package var purpose: SmsPurpose? = nil
    package var state: SmsState? = nil
    package var tries: UInt32 = 0
    /// of the last try
    package var failure = ""

    package init() {}

    package init(
        id: UInt64 = 0, atMs: Int64 = 0, phone: String = "", text: String = "", purpose: SmsPurpose? = nil,
        state: SmsState? = nil, tries: UInt32 = 0, failure: String = ""
    ) {
        self.id = id
        self.atMs = atMs
        self.phone = phone
        self.text = text
        self.purpose = purpose
        self.state = state
        self.tries = tries
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: atMs = try reader.readInt64()
            case 26: phone = try reader.readString()
            case 34: text = try reader.readString()
            case 40: purpose = SmsPurpose(rawValue: try reader.readInt32())
            case 48: state = SmsState(rawValue: try reader.readInt32())
            case 56: tries = try reader.readUInt32()
            case 66: failure = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, atMs)
        writer.field(26, phone)
        writer.field(34, text)
        writer.field(40, purpose?.rawValue ?? 0)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(56, tries)
        writer.field(66, failure)
    }
}

package struct ListAuditRequest: Message {
    package static var typeName: String { "ListAuditRequest" }

    /// "Accounts.Login"; empty = every
    package var method = ""
    /// a person, or a terminal as a negative number; 0 = everybody
    package var caller: Int64 = 0
    package var fromMs: Int64 = 0
    /// 0 = no end
    package var toMs: Int64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(
        method: String = "", caller: Int64 = 0, fromMs: Int64 = 0, toMs: Int64 = 0, after: UInt64 = 0, limit: UInt32 = 0
    ) {
        self.method = method
        self.caller = caller
        self.fromMs = fromMs
        self.toMs = toMs
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: method = try reader.readString()
            case 16: caller = try reader.readInt64()
            case 24: fromMs = try reader.readInt64()
            case 32: toMs = try reader.readInt64()
            case 40: after = try reader.readUInt64()
            case 48: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, method)
        writer.field(16, caller)
        writer.field(24, fromMs)
        writer.field(32, toMs)
        writer.field(40, after)
        writer.field(48, limit)
    }
}

package struct ListAuditReply: Message {
    package static var typeName: String { "ListAuditReply" }

    package var entries: [AuditEntry] = []
    package var next: UInt64 = 0

    package init() {}

    package init(entries: [AuditEntry] = [], next: UInt64 = 0) {
        self.entries = entries
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &entries)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entries { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct AuditEntry: Message {
    package static var typeName: String { "AuditEntry" }

    package var id: UInt64 = 0
    package var atMs: Int64 = 0
    package var caller: Int64 = 0
    package var callerName = ""
    package var address = ""
    package var method = ""
    /// an error's number; 0 = done
    package var outcome: UInt32 = 0
    package var detail = ""

    package init() {}

    package init(
        id: UInt64 = 0, atMs: Int64 = 0, caller: Int64 = 0, callerName: String = "", address: String = "",
        method: String = "", outcome: UInt32 = 0, detail: String = ""
    ) {
        self.id = id
        self.atMs = atMs
        self.caller = caller
        self.callerName = callerName
        self.address = address
        self.method = method
        self.outcome = outcome
        self.detail = detail
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: atMs = try reader.readInt64()
            case 24: caller = try reader.readInt64()
            case 34: callerName = try reader.readString()
            case 42: address = try reader.readString()
            case 50: method = try reader.readString()
            case 56: outcome = try reader.readUInt32()
            case 66: detail = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, atMs)
        writer.field(24, caller)
        writer.field(34, callerName)
        writer.field(42, address)
        writer.field(50, method)
        writer.field(56, outcome)
        writer.field(66, detail)
    }
}

/// ACC-7: the account of an organisation, or a new first password for the one it has, which ends its sessions.
package struct CreateOrganisationAccountRequest: Message {
    package static var typeName: String { "CreateOrganisationAccountRequest" }

    /// not a region
    package var organisation: UInt64 = 0
    /// as an account's; empty = the one it has
    package var name = ""

    package init() {}

    package init(organisation: UInt64 = 0, name: String = "") {
        self.organisation = organisation
        self.name = name
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 18: name = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(18, name)
    }
}

package struct CreateOrganisationAccountReply: Message {
    package static var typeName: String { "CreateOrganisationAccountReply" }

    package var name = ""
    package var initialPassword = ""

    package init() {}

    package init(name: String = "", initialPassword: String = "") {
        self.name = name
        self.initialPassword = initialPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: initialPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, initialPassword)
    }
}

/// Somebody who logs in for an organisation.
package struct Responsible: Message {
    package static var typeName: String { "Responsible" }

    package var person: UInt64 = 0
    package var name = ""
    /// masked
    package var phone = ""

    package init() {}

    package init(person: UInt64 = 0, name: String = "", phone: String = "") {
        self.person = person
        self.name = name
        self.phone = phone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, name)
        writer.field(26, phone)
    }
}

/// First step: the organisation's password gives a ticket of ten minutes.
package struct OpenOrganisationLoginRequest: Message {
    package static var typeName: String { "OpenOrganisationLoginRequest" }

    package var name = ""
    package var password = ""
    /// where the site asks for one
    package var solution: Solution? = nil

    package init() {}

    package init(name: String = "", password: String = "", solution: Solution? = nil) {
        self.name = name
        self.password = password
        self.solution = solution
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: password = try reader.readString()
            case 26: try reader.readMessage(into: &solution)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, password)
        writer.field(26, solution)
    }
}

package struct OpenOrganisationLoginReply: Message {
    package static var typeName: String { "OpenOrganisationLoginReply" }

    package var ticket: [UInt8] = []
    package var expiresMs: Int64 = 0
    package var organisation: UInt64 = 0
    package var organisationName = ""
    /// to choose from
    package var people: [Responsible] = []
    /// there is nobody yet: AddFirstResponsible
    package var mustAddPerson = false
    /// FinishOrganisationLogin must bring a new one
    package var mustChangePassword = false

    package init() {}

    package init(
        ticket: [UInt8] = [], expiresMs: Int64 = 0, organisation: UInt64 = 0, organisationName: String = "",
        people: [Responsible] = [], mustAddPerson: Bool = false, mustChangePassword: Bool = false
    ) {
        self.ticket = ticket
        self.expiresMs = expiresMs
        self.organisation = organisation
        self.organisationName = organisationName
        self.people = people
        self.mustAddPerson = mustAddPerson
        self.mustChangePassword = mustChangePassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: ticket = try reader.readBytes()
            case 16: expiresMs = try reader.readInt64()
            case 24: organisation = try reader.readUInt64()
            case 34: organisationName = try reader.readString()
            case 42: try reader.readMessage(appendingTo: &people)
            case 48: mustAddPerson = try reader.readBool()
            case 56: mustChangePassword = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, ticket)
        writer.field(16, expiresMs)
        writer.field(24, organisation)
        writer.field(34, organisationName)
        for value in people { writer.element(42, value) }
        writer.field(48, mustAddPerson)
        writer.field(56, mustChangePassword)
    }
}

/// While there is nobody; later ones are added by who has logged in.
package struct AddFirstResponsibleRequest: Message {
    package static var typeName: String { "AddFirstResponsibleRequest" }

    package var ticket: [UInt8] = []
    package var name = ""
    package var phone = ""

    package init() {}

    package init(ticket: [UInt8] = [], name: String = "", phone: String = "") {
        self.ticket = ticket
        self.name = name
        self.phone = phone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: ticket = try reader.readBytes()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, ticket)
        writer.field(18, name)
        writer.field(26, phone)
    }
}

package struct AddFirstResponsibleReply: Message {
    package static var typeName: String { "AddFirstResponsibleReply" }

    package var responsible: Responsible? = nil

    package init() {}

    package init(responsible: Responsible? = nil) {
        self.responsible = responsible
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &responsible)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, responsible)
    }
}

/// Second step: a code to the phone of the person who was chosen.
package struct SendOrganisationCodeRequest: Message {
    package static var typeName: String { "SendOrganisationCodeRequest" }

    package var ticket: [UInt8] = []
    package var person: UInt64 = 0
    package var solution: Solution? = nil

    package init() {}

    package init(ticket: [UInt8] = [], person: UInt64 = 0, solution: Solution? = nil) {
        self.ticket = ticket
        self.person = person
        self.solution = solution
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: ticket = try reader.readBytes()
            case 16: person = try reader.readUInt64()
            case 26: try reader.readMessage(into: &solution)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, ticket)
        writer.field(16, person)
        writer.field(26, solution)
    }
}

package struct FinishOrganisationLoginRequest: Message {
    package static var typeName: String { "FinishOrganisationLoginRequest" }

    package var ticket: [UInt8] = []
    package var person: UInt64 = 0
    package var code = ""
    /// instead of the first one; empty otherwise
    package var newPassword = ""

    package init() {}

    package init(ticket: [UInt8] = [], person: UInt64 = 0, code: String = "", newPassword: String = "") {
        self.ticket = ticket
        self.person = person
        self.code = code
        self.newPassword = newPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: ticket = try reader.readBytes()
            case 16: person = try reader.readUInt64()
            case 26: code = try reader.readString()
            case 34: newPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, ticket)
        writer.field(16, person)
        writer.field(26, code)
        writer.field(34, newPassword)
    }
}

package struct ListResponsibleRequest: Message {
    package static var typeName: String { "ListResponsibleRequest" }

    package var organisation: UInt64 = 0

    package init() {}

    package init(organisation: UInt64 = 0) {
        self.organisation = organisation
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
    }
}

package struct ListResponsibleReply: Message {
    package static var typeName: String { "ListResponsibleReply" }

    package var people: [Responsible] = []

    package init() {}

    package init(people: [Responsible] = []) {
        self.people = people
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &people)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.element(10, value) }
    }
}

package struct AddResponsibleRequest: Message {
    package static var typeName: String { "AddResponsibleRequest" }

    package var organisation: UInt64 = 0
    package var name = ""
    package var phone = ""

    package init() {}

    package init(organisation: UInt64 = 0, name: String = "", phone: String = "") {
        self.organisation = organisation
        self.name = name
        self.phone = phone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(18, name)
        writer.field(26, phone)
    }
}

package struct AddResponsibleReply: Message {
    package static var typeName: String { "AddResponsibleReply" }

    package var responsible: Responsible? = nil

    package init() {}

    package init(responsible: Responsible? = nil) {
        self.responsible = responsible
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &responsible)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, responsible)
    }
}

/// Ends the person's sessions for the organisation. The last one stays.
package struct RemoveResponsibleRequest: Message {
    package static var typeName: String { "RemoveResponsibleRequest" }

    package var organisation: UInt64 = 0
    package var person: UInt64 = 0

    package init() {}

    package init(organisation: UInt64 = 0, person: UInt64 = 0) {
        self.organisation = organisation
        self.person = person
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, person)
    }
}

package struct RemoveResponsibleReply: Message {
    package static var typeName: String { "RemoveResponsibleReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// PRJ-8c: somebody else in the person's place, also in the last one's; with the person's own phone, or none, their
/// name.
package struct ChangeResponsibleRequest: Message {
    package static var typeName: String { "ChangeResponsibleRequest" }

    package var organisation: UInt64 = 0
    package var person: UInt64 = 0
    package var name = ""
    package var phone = ""

    package init() {}

    package init(organisation: UInt64 = 0, person: UInt64 = 0, name: String = "", phone: String = "") {
        self.organisation = organisation
        self.person = person
        self.name = name
        self.phone = phone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: name = try reader.readString()
            case 34: phone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, person)
        writer.field(26, name)
        writer.field(34, phone)
    }
}

package struct ChangeResponsibleReply: Message {
    package static var typeName: String { "ChangeResponsibleReply" }

    package var responsible: Responsible? = nil

    package init() {}

    package init(responsible: Responsible? = nil) {
        self.responsible = responsible
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &responsible)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, responsible)
    }
}

/// By who has logged in for it. Its other sessions, and logins under way, end with the old password.
package struct ChangeOrganisationPasswordRequest: Message {
    package static var typeName: String { "ChangeOrganisationPasswordRequest" }

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

package struct ChangeOrganisationPasswordReply: Message {
    package static var typeName: String { "ChangeOrganisationPasswordReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// An account with a role, or one that was made for somebody to have one (ACC-12).
package struct StaffAccount: Message {
    package static var typeName: String { "StaffAccount" }

    package var person: UInt64 = 0
    package var account = ""
    package var name = ""
    /// those over organisations that the caller acts for; platform administrators are told all
    package var roles: [RoleGrant] = []
    /// 0 = it is not
    package var disabledMs: Int64 = 0
    /// 0 = not known
    package var lastLoginMs: Int64 = 0
    package var mustChangePassword = false

    package init() {}

    package init(
        person: UInt64 = 0, account: String = "", name: String = "", roles: [RoleGrant] = [], disabledMs: Int64 = 0,
        lastLoginMs: Int64 = 0, mustChangePassword: Bool = false
    ) {
        self.person = person
        self.account = account
        self.name = name
        self.roles = roles
        self.disabledMs = disabledMs
        self.lastLoginMs = lastLoginMs
        self.mustChangePassword = mustChangePassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: account = try reader.readString()
            case 26: name = try reader.readString()
            case 34: try reader.readMessage(appendingTo: &roles)
            case 40: disabledMs = try reader.readInt64()
            case 48: lastLoginMs = try reader.readInt64()
            case 56: mustChangePassword = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, account)
        writer.field(26, name)
        for value in roles { writer.element(34, value) }
        writer.field(40, disabledMs)
        writer.field(48, lastLoginMs)
        writer.field(56, mustChangePassword)
    }
}

package struct ListAccountsRequest: Message {
    package static var typeName: String { "ListAccountsRequest" }

    /// part of the account's or the person's name; empty = everybody
    package var find = ""
    /// with a role over exactly it; 0 = over any, for platform administrators
    package var organisation: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(find: String = "", organisation: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.find = find
        self.organisation = organisation
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: find = try reader.readString()
            case 16: organisation = try reader.readUInt64()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, find)
        writer.field(16, organisation)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListAccountsReply: Message {
    package static var typeName: String { "ListAccountsReply" }

    package var accounts: [StaffAccount] = []
    package var next: UInt64 = 0

    package init() {}

    package init(accounts: [StaffAccount] = [], next: UInt64 = 0) {
        self.accounts = accounts
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &accounts)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in accounts { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// An account, by its name or by its person's id.
package struct AccountChoice: Message {
    package static var typeName: String { "AccountChoice" }

    package var account = ""
    package var person: UInt64 = 0

    package init() {}

    package init(account: String = "", person: UInt64 = 0) {
        self.account = account
        self.person = person
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: account = try reader.readString()
            case 16: person = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, account)
        writer.field(16, person)
    }
}

package struct GetAccountRequest: Message {
    package static var typeName: String { "GetAccountRequest" }

    package var whose: AccountChoice? = nil

    package init() {}

    package init(whose: AccountChoice? = nil) {
        self.whose = whose
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &whose)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, whose)
    }
}

package struct GetAccountReply: Message {
    package static var typeName: String { "GetAccountReply" }

    package var account: StaffAccount? = nil

    package init() {}

    package init(account: StaffAccount? = nil) {
        self.account = account
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &account)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, account)
    }
}

/// Platform administrators give and take every role; the administrators of an organisation its own roles, examiners and
/// instructors. A role that is taken is gone at once, in every login session. The person is told.
package struct GrantRoleRequest: Message {
    package static var typeName: String { "GrantRoleRequest" }

    package var whose: AccountChoice? = nil
    package var role: RoleGrant? = nil

    package init() {}

    package init(whose: AccountChoice? = nil, role: RoleGrant? = nil) {
        self.whose = whose
        self.role = role
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &whose)
            case 18: try reader.readMessage(into: &role)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, whose)
        writer.field(18, role)
    }
}

package struct RevokeRoleRequest: Message {
    package static var typeName: String { "RevokeRoleRequest" }

    package var whose: AccountChoice? = nil
    package var role: RoleGrant? = nil
    package var reason = ""

    package init() {}

    package init(whose: AccountChoice? = nil, role: RoleGrant? = nil, reason: String = "") {
        self.whose = whose
        self.role = role
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &whose)
            case 18: try reader.readMessage(into: &role)
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, whose)
        writer.field(18, role)
        writer.field(26, reason)
    }
}

/// By platform administrators, and for an account that was made for staff by those who may take its every role. Its
/// sessions
/// end at once, those for organisations too; its roles stay for when it is enabled.
package struct DisableAccountRequest: Message {
    package static var typeName: String { "DisableAccountRequest" }

    package var whose: AccountChoice? = nil
    package var reason = ""

    package init() {}

    package init(whose: AccountChoice? = nil, reason: String = "") {
        self.whose = whose
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &whose)
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, whose)
        writer.field(18, reason)
    }
}

package struct EnableAccountRequest: Message {
    package static var typeName: String { "EnableAccountRequest" }

    package var whose: AccountChoice? = nil

    package init() {}

    package init(whose: AccountChoice? = nil) {
        self.whose = whose
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &whose)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, whose)
    }
}

/// By the same. The sessions end; the first password must be changed.
package struct ResetPasswordRequest: Message {
    package static var typeName: String { "ResetPasswordRequest" }

    package var whose: AccountChoice? = nil

    package init() {}

    package init(whose: AccountChoice? = nil) {
        self.whose = whose
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &whose)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, whose)
    }
}

package struct ResetPasswordReply: Message {
    package static var typeName: String { "ResetPasswordReply" }

    package var account: StaffAccount? = nil
    package var initialPassword = ""

    package init() {}

    package init(account: StaffAccount? = nil, initialPassword: String = "") {
        self.account = account
        self.initialPassword = initialPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &account)
            case 18: initialPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, account)
        writer.field(18, initialPassword)
    }
}

/// New first passwords for trainees who have not replaced theirs; the earlier ones stop working.
package struct InviteAgainRequest: Message {
    package static var typeName: String { "InviteAgainRequest" }

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

package struct InviteAgainReply: Message {
    package static var typeName: String { "InviteAgainReply" }

    package var invitations: [Invitation] = []
    package var refused: [NotInvited] = []

    package init() {}

    package init(invitations: [Invitation] = [], refused: [NotInvited] = []) {
        self.invitations = invitations
        self.refused = refused
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &invitations)
            case 18: try reader.readMessage(appendingTo: &refused)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in invitations { writer.element(10, value) }
        for value in refused { writer.element(18, value) }
    }
}

package struct NotInvited: Message {
    package static var typeName: String { "NotInvited" }

    package var number = ""
    package var failure: Failure? = nil

    package init() {}

    package init(number: String = "", failure: Failure? = nil) {
        self.number = number
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: number = try reader.readString()
            case 18: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, number)
        writer.field(18, failure)
    }
}
