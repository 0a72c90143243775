// Generated from Protocol/identity.proto by `make generate`; change that and generate again.

package import Wire

package struct Photo: Message {
    package static var typeName: String { "Photo" }

    package var side: PhotoSide? = nil
    package var format: PhotoFormat? = nil
    package var width: UInt32 = 0
    package var height: UInt32 = 0
    package var size: UInt32 = 0
    package var uploadedMs: Int64 = 0

    package init() {}

    package init(
        side: PhotoSide? = nil, format: PhotoFormat? = nil, width: UInt32 = 0, height: UInt32 = 0, size: UInt32 = 0,
        uploadedMs: Int64 = 0
    ) {
        self.side = side
        self.format = format
        self.width = width
        self.height = height
        self.size = size
        self.uploadedMs = uploadedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: side = PhotoSide(rawValue: try reader.readInt32())
            case 16: format = PhotoFormat(rawValue: try reader.readInt32())
            case 24: width = try reader.readUInt32()
            case 32: height = try reader.readUInt32()
            case 40: size = try reader.readUInt32()
            case 48: uploadedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, side?.rawValue ?? 0)
        writer.field(16, format?.rawValue ?? 0)
        writer.field(24, width)
        writer.field(32, height)
        writer.field(40, size)
        writer.field(48, uploadedMs)
    }
}

/// A name alone declares; with an ID number it is checked; with both photos uploaded before, a reviewer decides.
package struct SubmitIdentityRequest: Message {
    package static var typeName: String { "SubmitIdentityRequest" }

    package var name = ""
    /// empty = none
    package var idNumber = ""
    /// refuses what would not do for this programme; 0 = none
    package var programme: UInt64 = 0
    /// those uploaded last
    package var withPhotos = false

    package init() {}

    package init(name: String = "", idNumber: String = "", programme: UInt64 = 0, withPhotos: Bool = false) {
        self.name = name
        self.idNumber = idNumber
        self.programme = programme
        self.withPhotos = withPhotos
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: idNumber = try reader.readString()
            case 24: programme = try reader.readUInt64()
            case 32: withPhotos = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, idNumber)
        writer.field(24, programme)
        writer.field(32, withPhotos)
    }
}

package struct MyIdentityRequest: Message {
    package static var typeName: String { "MyIdentityRequest" }

    package var programme: UInt64 = 0

    package init() {}

    package init(programme: UInt64 = 0) {
        self.programme = programme
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
    }
}

package struct MyIdentityReply: Message {
    package static var typeName: String { "MyIdentityReply" }

    package var level: IdentityLevel? = nil
    package var name = ""
    /// masked
    package var idNumber = ""
    package var unitConfirmed = false
    /// the latest that a reviewer has to decide, or had
    package var claim: ClaimState? = nil
    /// why it was rejected
    package var reason = ""
    package var photos: [Photo] = []
    /// what the programme asks for is there
    package var satisfied = false

    package init() {}

    package init(
        level: IdentityLevel? = nil, name: String = "", idNumber: String = "", unitConfirmed: Bool = false,
        claim: ClaimState? = nil, reason: String = "", photos: [Photo] = [], satisfied: Bool = false
    ) {
        self.level = level
        self.name = name
        self.idNumber = idNumber
        self.unitConfirmed = unitConfirmed
        self.claim = claim
        self.reason = reason
        self.photos = photos
        self.satisfied = satisfied
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: level = IdentityLevel(rawValue: try reader.readInt32())
            case 18: name = try reader.readString()
            case 26: idNumber = try reader.readString()
            case 32: unitConfirmed = try reader.readBool()
            case 40: claim = ClaimState(rawValue: try reader.readInt32())
            case 50: reason = try reader.readString()
            case 58: try reader.readMessage(appendingTo: &photos)
            case 64: satisfied = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, level?.rawValue ?? 0)
        writer.field(18, name)
        writer.field(26, idNumber)
        writer.field(32, unitConfirmed)
        writer.field(40, claim?.rawValue ?? 0)
        writer.field(50, reason)
        for value in photos { writer.element(58, value) }
        writer.field(64, satisfied)
    }
}

/// A claim as its reviewer sees it. ID numbers are in full to identity reviewers alone.
package struct GetClaimRequest: Message {
    package static var typeName: String { "GetClaimRequest" }

    package var claim: UInt64 = 0

    package init() {}

    package init(claim: UInt64 = 0) {
        self.claim = claim
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: claim = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, claim)
    }
}

package struct GetClaimReply: Message {
    package static var typeName: String { "GetClaimReply" }

    package var claim: UInt64 = 0
    package var state: ClaimState? = nil
    /// as claimed
    package var name = ""
    package var idNumber = ""
    package var withPhotos = false
    package var photos: [Photo] = []
    package var claimant: ClaimParty? = nil
    /// who has the number, where it is contested
    package var holder: ClaimParty? = nil
    package var submittedMs: Int64 = 0

    package init() {}

    package init(
        claim: UInt64 = 0, state: ClaimState? = nil, name: String = "", idNumber: String = "", withPhotos: Bool = false,
        photos: [Photo] = [], claimant: ClaimParty? = nil, holder: ClaimParty? = nil, submittedMs: Int64 = 0
    ) {
        self.claim = claim
        self.state = state
        self.name = name
        self.idNumber = idNumber
        self.withPhotos = withPhotos
        self.photos = photos
        self.claimant = claimant
        self.holder = holder
        self.submittedMs = submittedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: claim = try reader.readUInt64()
            case 16: state = ClaimState(rawValue: try reader.readInt32())
            case 26: name = try reader.readString()
            case 34: idNumber = try reader.readString()
            case 40: withPhotos = try reader.readBool()
            case 50: try reader.readMessage(appendingTo: &photos)
            case 58: try reader.readMessage(into: &claimant)
            case 66: try reader.readMessage(into: &holder)
            case 72: submittedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, claim)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(26, name)
        writer.field(34, idNumber)
        writer.field(40, withPhotos)
        for value in photos { writer.element(50, value) }
        writer.field(58, claimant)
        writer.field(66, holder)
        writer.field(72, submittedMs)
    }
}

package struct ClaimParty: Message {
    package static var typeName: String { "ClaimParty" }

    package var person: UInt64 = 0
    package var name = ""
    /// masked
    package var phone = ""
    package var level: IdentityLevel? = nil
    package var hasAccount = false
    /// logs in for an organisation (ACC-7)
    package var responsible = false

    package init() {}

    package init(
        person: UInt64 = 0, name: String = "", phone: String = "", level: IdentityLevel? = nil,
        hasAccount: Bool = false, responsible: Bool = false
    ) {
        self.person = person
        self.name = name
        self.phone = phone
        self.level = level
        self.hasAccount = hasAccount
        self.responsible = responsible
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            case 32: level = IdentityLevel(rawValue: try reader.readInt32())
            case 40: hasAccount = try reader.readBool()
            case 48: responsible = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, name)
        writer.field(26, phone)
        writer.field(32, level?.rawValue ?? 0)
        writer.field(40, hasAccount)
        writer.field(48, responsible)
    }
}

/// The items that follow carry the file in order, ≤ 64 KiB each.
package struct UploadPhotoRequest: Message {
    package static var typeName: String { "UploadPhotoRequest" }

    package var side: PhotoSide? = nil
    /// ≤ 5 MiB
    package var size: UInt32 = 0
    /// BLAKE2b-256 of the file's bytes alone, without a key or a context
    package var digest: [UInt8] = []

    package init() {}

    package init(side: PhotoSide? = nil, size: UInt32 = 0, digest: [UInt8] = []) {
        self.side = side
        self.size = size
        self.digest = digest
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: side = PhotoSide(rawValue: try reader.readInt32())
            case 16: size = try reader.readUInt32()
            case 26: digest = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, side?.rawValue ?? 0)
        writer.field(16, size)
        writer.field(26, digest)
    }
}

package struct UploadPhotoReply: Message {
    package static var typeName: String { "UploadPhotoReply" }

    package var photo: Photo? = nil

    package init() {}

    package init(photo: Photo? = nil) {
        self.photo = photo
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &photo)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, photo)
    }
}

package struct GetPhotoRequest: Message {
    package static var typeName: String { "GetPhotoRequest" }

    package var person: UInt64 = 0
    package var side: PhotoSide? = nil

    package init() {}

    package init(person: UInt64 = 0, side: PhotoSide? = nil) {
        self.person = person
        self.side = side
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 16: side = PhotoSide(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(16, side?.rawValue ?? 0)
    }
}

package struct PhotoChunk: Message {
    package static var typeName: String { "PhotoChunk" }

    package var bytes: [UInt8] = []

    package init() {}

    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, bytes)
    }
}

package struct ProfileField: Message {
    package static var typeName: String { "ProfileField" }

    /// "birth_date"
    package var name = ""
    /// empty = not filled in
    package var value = ""
    /// in the caller's language
    package var label = ""
    package var required = false
    /// changed by verifying the identity or binding a phone, not here
    package var fixed = false

    package init() {}

    package init(name: String = "", value: String = "", label: String = "", required: Bool = false, fixed: Bool = false)
    {
        self.name = name
        self.value = value
        self.label = label
        self.required = required
        self.fixed = fixed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: value = try reader.readString()
            case 26: label = try reader.readString()
            case 32: required = try reader.readBool()
            case 40: fixed = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, value)
        writer.field(26, label)
        writer.field(32, required)
        writer.field(40, fixed)
    }
}

package struct Profile: Message {
    package static var typeName: String { "Profile" }

    package var section: ProfileSection? = nil
    /// 0 = never saved
    package var revision: UInt32 = 0
    package var fields: [ProfileField] = []
    /// required and not filled in
    package var missing: [String] = []

    package init() {}

    package init(
        section: ProfileSection? = nil, revision: UInt32 = 0, fields: [ProfileField] = [], missing: [String] = []
    ) {
        self.section = section
        self.revision = revision
        self.fields = fields
        self.missing = missing
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: section = ProfileSection(rawValue: try reader.readInt32())
            case 16: revision = try reader.readUInt32()
            case 26: try reader.readMessage(appendingTo: &fields)
            case 34: missing.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, section?.rawValue ?? 0)
        writer.field(16, revision)
        for value in fields { writer.element(26, value) }
        for value in missing { writer.element(34, value) }
    }
}

package struct GetProfileRequest: Message {
    package static var typeName: String { "GetProfileRequest" }

    package var programme: UInt64 = 0

    package init() {}

    package init(programme: UInt64 = 0) {
        self.programme = programme
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
    }
}

/// `demanded` names what the programme asks for and is missing.
package struct GetProfileReply: Message {
    package static var typeName: String { "GetProfileReply" }

    package var sections: [Profile] = []
    package var demanded: [String] = []

    package init() {}

    package init(sections: [Profile] = [], demanded: [String] = []) {
        self.sections = sections
        self.demanded = demanded
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &sections)
            case 18: demanded.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in sections { writer.element(10, value) }
        for value in demanded { writer.element(18, value) }
    }
}

package struct SaveProfileRequest: Message {
    package static var typeName: String { "SaveProfileRequest" }

    package var section: ProfileSection? = nil
    /// as shown; another one has been saved since if it differs
    package var revision: UInt32 = 0
    /// name and value; those not given stay
    package var fields: [ProfileField] = []

    package init() {}

    package init(section: ProfileSection? = nil, revision: UInt32 = 0, fields: [ProfileField] = []) {
        self.section = section
        self.revision = revision
        self.fields = fields
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: section = ProfileSection(rawValue: try reader.readInt32())
            case 16: revision = try reader.readUInt32()
            case 26: try reader.readMessage(appendingTo: &fields)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, section?.rawValue ?? 0)
        writer.field(16, revision)
        for value in fields { writer.element(26, value) }
    }
}

package struct SaveProfileReply: Message {
    package static var typeName: String { "SaveProfileReply" }

    package var section: Profile? = nil

    package init() {}

    package init(section: Profile? = nil) {
        self.section = section
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &section)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, section)
    }
}

package struct Member: Message {
    package static var typeName: String { "Member" }

    package var person: UInt64 = 0
    package var name = ""
    /// masked
    package var phone = ""
    /// masked
    package var idNumber = ""
    package var title = ""
    package var state: MembershipState? = nil
    /// who asked
    package var byPerson = false
    package var changedMs: Int64 = 0
    /// PRJ-2; empty for who has no account
    package var participantNumber = ""

    package init() {}

    package init(
        person: UInt64 = 0, name: String = "", phone: String = "", idNumber: String = "", title: String = "",
        state: MembershipState? = nil, byPerson: Bool = false, changedMs: Int64 = 0, participantNumber: String = ""
    ) {
        self.person = person
        self.name = name
        self.phone = phone
        self.idNumber = idNumber
        self.title = title
        self.state = state
        self.byPerson = byPerson
        self.changedMs = changedMs
        self.participantNumber = participantNumber
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            case 34: idNumber = try reader.readString()
            case 42: title = try reader.readString()
            case 48: state = MembershipState(rawValue: try reader.readInt32())
            case 56: byPerson = try reader.readBool()
            case 64: changedMs = try reader.readInt64()
            case 74: participantNumber = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, name)
        writer.field(26, phone)
        writer.field(34, idNumber)
        writer.field(42, title)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(56, byPerson)
        writer.field(64, changedMs)
        writer.field(74, participantNumber)
    }
}

package struct AddTraineeRequest: Message {
    package static var typeName: String { "AddTraineeRequest" }

    package var unit: UInt64 = 0
    package var name = ""
    package var phone = ""
    /// optional
    package var idNumber = ""
    /// optional
    package var title = ""

    package init() {}

    package init(unit: UInt64 = 0, name: String = "", phone: String = "", idNumber: String = "", title: String = "") {
        self.unit = unit
        self.name = name
        self.phone = phone
        self.idNumber = idNumber
        self.title = title
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: phone = try reader.readString()
            case 34: idNumber = try reader.readString()
            case 42: title = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.field(18, name)
        writer.field(26, phone)
        writer.field(34, idNumber)
        writer.field(42, title)
    }
}

/// An account is made where the person had none: the password is told once.
package struct AddTraineeReply: Message {
    package static var typeName: String { "AddTraineeReply" }

    package var member: Member? = nil
    package var account = ""
    package var initialPassword = ""

    package init() {}

    package init(member: Member? = nil, account: String = "", initialPassword: String = "") {
        self.member = member
        self.account = account
        self.initialPassword = initialPassword
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &member)
            case 18: account = try reader.readString()
            case 26: initialPassword = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, member)
        writer.field(18, account)
        writer.field(26, initialPassword)
    }
}

package struct ListMembersRequest: Message {
    package static var typeName: String { "ListMembersRequest" }

    package var unit: UInt64 = 0
    package var state: MembershipState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(unit: UInt64 = 0, state: MembershipState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.unit = unit
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 16: state = MembershipState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListMembersReply: Message {
    package static var typeName: String { "ListMembersReply" }

    package var members: [Member] = []
    package var next: UInt64 = 0

    package init() {}

    package init(members: [Member] = [], next: UInt64 = 0) {
        self.members = members
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &members)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in members { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ChangeMembersRequest: Message {
    package static var typeName: String { "ChangeMembersRequest" }

    package var unit: UInt64 = 0
    package var people: [UInt64] = []
    package var reason = ""

    package init() {}

    package init(unit: UInt64 = 0, people: [UInt64] = [], reason: String = "") {
        self.unit = unit
        self.people = people
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 16: people.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &people) { reader throws(DecodeError) in try reader.readUInt64() }
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.packed(18, people) { $0.writeVarint($1) }
        writer.field(26, reason)
    }
}

package struct ChangeMembersReply: Message {
    package static var typeName: String { "ChangeMembersReply" }

    package var changed: UInt32 = 0
    package var unchanged: UInt32 = 0

    package init() {}

    package init(changed: UInt32 = 0, unchanged: UInt32 = 0) {
        self.changed = changed
        self.unchanged = unchanged
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: changed = try reader.readUInt32()
            case 16: unchanged = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, changed)
        writer.field(16, unchanged)
    }
}

package struct JoinUnitRequest: Message {
    package static var typeName: String { "JoinUnitRequest" }

    package var unit: UInt64 = 0

    package init() {}

    package init(unit: UInt64 = 0) {
        self.unit = unit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
    }
}

package struct LeaveUnitRequest: Message {
    package static var typeName: String { "LeaveUnitRequest" }

    package var unit: UInt64 = 0

    package init() {}

    package init(unit: UInt64 = 0) {
        self.unit = unit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
    }
}

package struct MyUnit: Message {
    package static var typeName: String { "MyUnit" }

    package var unit: UInt64 = 0
    package var name = ""
    package var state: MembershipState? = nil
    package var byPerson = false

    package init() {}

    package init(unit: UInt64 = 0, name: String = "", state: MembershipState? = nil, byPerson: Bool = false) {
        self.unit = unit
        self.name = name
        self.state = state
        self.byPerson = byPerson
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: state = MembershipState(rawValue: try reader.readInt32())
            case 32: byPerson = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.field(18, name)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(32, byPerson)
    }
}

package struct MyUnitsRequest: Message {
    package static var typeName: String { "MyUnitsRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct MyUnitsReply: Message {
    package static var typeName: String { "MyUnitsReply" }

    package var units: [MyUnit] = []

    package init() {}

    package init(units: [MyUnit] = []) {
        self.units = units
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &units)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in units { writer.element(10, value) }
    }
}
