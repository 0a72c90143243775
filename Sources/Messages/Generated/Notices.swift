// Generated from Protocol/notices.proto by `make generate`; change that and generate again.

package import Wire

/// The facts a message's text is made of, in the order its kind gives them.
package struct MessageDetails: Message {
    package static var typeName: String { "MessageDetails" }

    package var texts: [String] = []

    package init() {}

    package init(texts: [String] = []) {
        self.texts = texts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: texts.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in texts { writer.element(10, value) }
    }
}

package struct PersonalMessage: Message {
    package static var typeName: String { "PersonalMessage" }

    /// later messages have greater ids; the position of an event of kind 3
    package var id: UInt64 = 0
    package var kind: MessageKind? = nil
    /// the booking, application, leave … it is about
    package var subject: UInt64 = 0
    /// one sentence in the caller's language
    package var text = ""
    /// what the sentence was made of
    package var details: [String] = []
    package var createdMs: Int64 = 0
    /// when a device took it over to show; 0 = it waits
    package var shownMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, kind: MessageKind? = nil, subject: UInt64 = 0, text: String = "", details: [String] = [],
        createdMs: Int64 = 0, shownMs: Int64 = 0
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.text = text
        self.details = details
        self.createdMs = createdMs
        self.shownMs = shownMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = MessageKind(rawValue: try reader.readInt32())
            case 24: subject = try reader.readUInt64()
            case 34: text = try reader.readString()
            case 42: details.append(try reader.readString())
            case 48: createdMs = try reader.readInt64()
            case 56: shownMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, subject)
        writer.field(34, text)
        for value in details { writer.element(42, value) }
        writer.field(48, createdMs)
        writer.field(56, shownMs)
    }
}

/// A message is shown once, on one device. A device claims what waits, keeps it on its disk, marks it, and shows it
/// when the mark's reply names it; Docs/Decisions/0010-messages-shown-once.md says what follows from a crash at each
/// step.
package struct ClaimMessagesRequest: Message {
    package static var typeName: String { "ClaimMessagesRequest" }

    /// 16 random bytes that the device keeps, of its own making
    package var device: [UInt8] = []
    /// ≤ 100
    package var limit: UInt32 = 0

    package init() {}

    package init(device: [UInt8] = [], limit: UInt32 = 0) {
        self.device = device
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: device = try reader.readBytes()
            case 16: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, device)
        writer.field(16, limit)
    }
}

package struct ClaimMessagesReply: Message {
    package static var typeName: String { "ClaimMessagesReply" }

    /// oldest first
    package var messages: [PersonalMessage] = []
    /// so long no other device is given them
    package var heldMs: UInt32 = 0
    /// other devices hold some: ask again after that; 0 = none
    package var retryMs: UInt32 = 0
    /// more are waiting: ask again when these are marked
    package var more = false

    package init() {}

    package init(messages: [PersonalMessage] = [], heldMs: UInt32 = 0, retryMs: UInt32 = 0, more: Bool = false) {
        self.messages = messages
        self.heldMs = heldMs
        self.retryMs = retryMs
        self.more = more
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &messages)
            case 16: heldMs = try reader.readUInt32()
            case 24: retryMs = try reader.readUInt32()
            case 32: more = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in messages { writer.element(10, value) }
        writer.field(16, heldMs)
        writer.field(24, retryMs)
        writer.field(32, more)
    }
}

package struct MarkShownRequest: Message {
    package static var typeName: String { "MarkShownRequest" }

    package var device: [UInt8] = []
    /// ≤ 1,000, claimed by this device
    package var messages: [UInt64] = []

    package init() {}

    package init(device: [UInt8] = [], messages: [UInt64] = []) {
        self.device = device
        self.messages = messages
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: device = try reader.readBytes()
            case 16: messages.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &messages) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, device)
        writer.packed(18, messages) { $0.writeVarint($1) }
    }
}

package struct MarkShownReply: Message {
    package static var typeName: String { "MarkShownReply" }

    package var yours: [UInt64] = []

    package init() {}

    package init(yours: [UInt64] = []) {
        self.yours = yours
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: yours.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &yours) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, yours) { $0.writeVarint($1) }
    }
}

package struct ListMessagesRequest: Message {
    package static var typeName: String { "ListMessagesRequest" }

    /// the last one had; newest first
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

package struct ListMessagesReply: Message {
    package static var typeName: String { "ListMessagesReply" }

    package var messages: [PersonalMessage] = []
    package var next: UInt64 = 0

    package init() {}

    package init(messages: [PersonalMessage] = [], next: UInt64 = 0) {
        self.messages = messages
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &messages)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in messages { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct Notice: Message {
    package static var typeName: String { "Notice" }

    package var id: UInt64 = 0
    package var kind: NoticeKind? = nil
    package var state: NoticeState? = nil
    /// ≤ 100 characters
    package var title = ""
    /// plain text ≤ 20,000 characters, LF, an empty line between paragraphs; empty in lists
    package var body = ""
    /// whose notice it is; 0 = the platform's
    package var organisation: UInt64 = 0
    package var organisationName = ""
    package var publishedMs: Int64 = 0
    package var revisedMs: Int64 = 0
    /// 1 as published
    package var revision: UInt32 = 0
    /// PRJ-7a: what is ordered from a training notice; 0 = nothing
    package var offering: UInt64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, kind: NoticeKind? = nil, state: NoticeState? = nil, title: String = "", body: String = "",
        organisation: UInt64 = 0, organisationName: String = "", publishedMs: Int64 = 0, revisedMs: Int64 = 0,
        revision: UInt32 = 0, offering: UInt64 = 0
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.title = title
        self.body = body
        self.organisation = organisation
        self.organisationName = organisationName
        self.publishedMs = publishedMs
        self.revisedMs = revisedMs
        self.revision = revision
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = NoticeKind(rawValue: try reader.readInt32())
            case 24: state = NoticeState(rawValue: try reader.readInt32())
            case 34: title = try reader.readString()
            case 42: body = try reader.readString()
            case 48: organisation = try reader.readUInt64()
            case 58: organisationName = try reader.readString()
            case 64: publishedMs = try reader.readInt64()
            case 72: revisedMs = try reader.readInt64()
            case 80: revision = try reader.readUInt32()
            case 88: offering = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(34, title)
        writer.field(42, body)
        writer.field(48, organisation)
        writer.field(58, organisationName)
        writer.field(64, publishedMs)
        writer.field(72, revisedMs)
        writer.field(80, revision)
        writer.field(88, offering)
    }
}

package struct ListNoticesRequest: Message {
    package static var typeName: String { "ListNoticesRequest" }

    /// 0 = every
    package var kind: NoticeKind? = nil
    /// the last one had; newest first
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(kind: NoticeKind? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = NoticeKind(rawValue: try reader.readInt32())
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListNoticesReply: Message {
    package static var typeName: String { "ListNoticesReply" }

    package var notices: [Notice] = []
    package var next: UInt64 = 0

    package init() {}

    package init(notices: [Notice] = [], next: UInt64 = 0) {
        self.notices = notices
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &notices)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in notices { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct HomeNoticesRequest: Message {
    package static var typeName: String { "HomeNoticesRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct HomeNoticesReply: Message {
    package static var typeName: String { "HomeNoticesReply" }

    package var notices: [Notice] = []

    package init() {}

    package init(notices: [Notice] = []) {
        self.notices = notices
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &notices)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in notices { writer.element(10, value) }
    }
}

package struct GetNoticeRequest: Message {
    package static var typeName: String { "GetNoticeRequest" }

    package var notice: UInt64 = 0

    package init() {}

    package init(notice: UInt64 = 0) {
        self.notice = notice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notice = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, notice)
    }
}

package struct NoticeReply: Message {
    package static var typeName: String { "NoticeReply" }

    package var notice: Notice? = nil

    package init() {}

    package init(notice: Notice? = nil) {
        self.notice = notice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &notice)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, notice)
    }
}

package struct PublishNoticeRequest: Message {
    package static var typeName: String { "PublishNoticeRequest" }

    package var kind: NoticeKind? = nil
    /// 0 = the platform's, by its administrators alone
    package var organisation: UInt64 = 0
    package var title = ""
    package var body = ""

    package init() {}

    package init(kind: NoticeKind? = nil, organisation: UInt64 = 0, title: String = "", body: String = "") {
        self.kind = kind
        self.organisation = organisation
        self.title = title
        self.body = body
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = NoticeKind(rawValue: try reader.readInt32())
            case 16: organisation = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 34: body = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, organisation)
        writer.field(26, title)
        writer.field(34, body)
    }
}

package struct EditNoticeRequest: Message {
    package static var typeName: String { "EditNoticeRequest" }

    package var notice: UInt64 = 0
    /// the one that was edited; another has come since → stale_context
    package var revision: UInt32 = 0
    package var title = ""
    package var body = ""

    package init() {}

    package init(notice: UInt64 = 0, revision: UInt32 = 0, title: String = "", body: String = "") {
        self.notice = notice
        self.revision = revision
        self.title = title
        self.body = body
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notice = try reader.readUInt64()
            case 16: revision = try reader.readUInt32()
            case 26: title = try reader.readString()
            case 34: body = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, notice)
        writer.field(16, revision)
        writer.field(26, title)
        writer.field(34, body)
    }
}

package struct WithdrawNoticeRequest: Message {
    package static var typeName: String { "WithdrawNoticeRequest" }

    package var notice: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(notice: UInt64 = 0, reason: String = "") {
        self.notice = notice
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notice = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, notice)
        writer.field(18, reason)
    }
}

/// The whole home list, in its order; none empties it.
package struct FeatureNoticesRequest: Message {
    package static var typeName: String { "FeatureNoticesRequest" }

    package var notices: [UInt64] = []

    package init() {}

    package init(notices: [UInt64] = []) {
        self.notices = notices
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notices.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &notices) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, notices) { $0.writeVarint($1) }
    }
}

package struct ListManagedNoticesRequest: Message {
    package static var typeName: String { "ListManagedNoticesRequest" }

    /// 0 = the platform's own
    package var organisation: UInt64 = 0
    /// 0 = every
    package var state: NoticeState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(organisation: UInt64 = 0, state: NoticeState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.organisation = organisation
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: state = NoticeState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct NoticeHistoryRequest: Message {
    package static var typeName: String { "NoticeHistoryRequest" }

    package var notice: UInt64 = 0
    package var after: UInt32 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(notice: UInt64 = 0, after: UInt32 = 0, limit: UInt32 = 0) {
        self.notice = notice
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notice = try reader.readUInt64()
            case 16: after = try reader.readUInt32()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, notice)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct NoticeHistoryReply: Message {
    package static var typeName: String { "NoticeHistoryReply" }

    package var revisions: [NoticeRevision] = []
    package var next: UInt32 = 0

    package init() {}

    package init(revisions: [NoticeRevision] = [], next: UInt32 = 0) {
        self.revisions = revisions
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &revisions)
            case 16: next = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in revisions { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct NoticeRevision: Message {
    package static var typeName: String { "NoticeRevision" }

    package var revision: UInt32 = 0
    package var title = ""
    package var body = ""
    package var editor: UInt64 = 0
    package var editorName = ""
    package var atMs: Int64 = 0
    /// of the withdrawal, which is the last revision of its notice
    package var reason = ""

    package init() {}

    package init(
        revision: UInt32 = 0, title: String = "", body: String = "", editor: UInt64 = 0, editorName: String = "",
        atMs: Int64 = 0, reason: String = ""
    ) {
        self.revision = revision
        self.title = title
        self.body = body
        self.editor = editor
        self.editorName = editorName
        self.atMs = atMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: revision = try reader.readUInt32()
            case 18: title = try reader.readString()
            case 26: body = try reader.readString()
            case 32: editor = try reader.readUInt64()
            case 42: editorName = try reader.readString()
            case 48: atMs = try reader.readInt64()
            case 58: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, revision)
        writer.field(18, title)
        writer.field(26, body)
        writer.field(32, editor)
        writer.field(42, editorName)
        writer.field(48, atMs)
        writer.field(58, reason)
    }
}

/// Favourites are training notices, at most 1,000 a person.
package struct FavouriteRequest: Message {
    package static var typeName: String { "FavouriteRequest" }

    package var notice: UInt64 = 0

    package init() {}

    package init(notice: UInt64 = 0) {
        self.notice = notice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: notice = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, notice)
    }
}

package struct FavouriteReply: Message {
    package static var typeName: String { "FavouriteReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct ListFavouritesRequest: Message {
    package static var typeName: String { "ListFavouritesRequest" }

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

/// Whom to ask about a programme. A service line, not a person's phone.
package struct SupportContact: Message {
    package static var typeName: String { "SupportContact" }

    package var programme: UInt64 = 0
    package var programmeName = ""
    /// 3–20 digits, with + - ( ) and spaces
    package var phone = ""
    /// when somebody answers, in words, ≤ 100 characters
    package var hours = ""

    package init() {}

    package init(programme: UInt64 = 0, programmeName: String = "", phone: String = "", hours: String = "") {
        self.programme = programme
        self.programmeName = programmeName
        self.phone = phone
        self.hours = hours
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 18: programmeName = try reader.readString()
            case 26: phone = try reader.readString()
            case 34: hours = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(18, programmeName)
        writer.field(26, phone)
        writer.field(34, hours)
    }
}

package struct SetSupportContactRequest: Message {
    package static var typeName: String { "SetSupportContactRequest" }

    package var programme: UInt64 = 0
    package var phone = ""
    package var hours = ""

    package init() {}

    package init(programme: UInt64 = 0, phone: String = "", hours: String = "") {
        self.programme = programme
        self.phone = phone
        self.hours = hours
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 18: phone = try reader.readString()
            case 26: hours = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(18, phone)
        writer.field(26, hours)
    }
}

package struct SupportContactReply: Message {
    package static var typeName: String { "SupportContactReply" }

    package var contact: SupportContact? = nil

    package init() {}

    package init(contact: SupportContact? = nil) {
        self.contact = contact
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &contact)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, contact)
    }
}

package struct GetSupportContactRequest: Message {
    package static var typeName: String { "GetSupportContactRequest" }

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

package struct ListSupportContactsRequest: Message {
    package static var typeName: String { "ListSupportContactsRequest" }

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

package struct ListSupportContactsReply: Message {
    package static var typeName: String { "ListSupportContactsReply" }

    package var contacts: [SupportContact] = []
    package var next: UInt64 = 0

    package init() {}

    package init(contacts: [SupportContact] = [], next: UInt64 = 0) {
        self.contacts = contacts
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &contacts)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in contacts { writer.element(10, value) }
        writer.field(16, next)
    }
}
