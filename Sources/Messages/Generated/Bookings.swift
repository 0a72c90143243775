// Generated from Protocol/bookings.proto by `make generate`; change that and generate again.

package import Wire

package struct CourseSession: Message {
    package static var typeName: String { "CourseSession" }

    package var offering: UInt64 = 0
    package var base: UInt64 = 0
    package var baseName = ""
    package var programme: UInt64 = 0
    package var title = ""
    /// 1 … 100 characters
    package var location = ""
    /// places, 1 … 100,000
    package var capacity: UInt32 = 0
    /// of them; free = capacity − taken
    package var taken: UInt32 = 0
    package var state: SessionState? = nil
    package var modality: Modality? = nil
    /// its first window; UTC
    package var startsMs: Int64 = 0
    /// the end of its last window
    package var endsMs: Int64 = 0
    package var timeZone = ""
    /// its own, or else the programme's on the day of the answer; 0 = free of charge
    package var feeFen: UInt64 = 0
    package var hasOwnFee = false
    /// PRJ-7c: an order says the position of whoever orders
    package var asksPosition = false
    /// PRJ-7c: one is chosen with an order; its price is the lodging line
    package var lodgings: [LodgingOption] = []

    package init() {}

    package init(
        offering: UInt64 = 0, base: UInt64 = 0, baseName: String = "", programme: UInt64 = 0, title: String = "",
        location: String = "", capacity: UInt32 = 0, taken: UInt32 = 0, state: SessionState? = nil,
        modality: Modality? = nil, startsMs: Int64 = 0, endsMs: Int64 = 0, timeZone: String = "", feeFen: UInt64 = 0,
        hasOwnFee: Bool = false, asksPosition: Bool = false, lodgings: [LodgingOption] = []
    ) {
        self.offering = offering
        self.base = base
        self.baseName = baseName
        self.programme = programme
        self.title = title
        self.location = location
        self.capacity = capacity
        self.taken = taken
        self.state = state
        self.modality = modality
        self.startsMs = startsMs
        self.endsMs = endsMs
        self.timeZone = timeZone
        self.feeFen = feeFen
        self.hasOwnFee = hasOwnFee
        self.asksPosition = asksPosition
        self.lodgings = lodgings
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 26: baseName = try reader.readString()
            case 32: programme = try reader.readUInt64()
            case 42: title = try reader.readString()
            case 50: location = try reader.readString()
            case 56: capacity = try reader.readUInt32()
            case 64: taken = try reader.readUInt32()
            case 72: state = SessionState(rawValue: try reader.readInt32())
            case 80: modality = Modality(rawValue: try reader.readInt32())
            case 88: startsMs = try reader.readInt64()
            case 96: endsMs = try reader.readInt64()
            case 106: timeZone = try reader.readString()
            case 112: feeFen = try reader.readUInt64()
            case 120: hasOwnFee = try reader.readBool()
            case 128: asksPosition = try reader.readBool()
            case 138: try reader.readMessage(appendingTo: &lodgings)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, base)
        writer.field(26, baseName)
        writer.field(32, programme)
        writer.field(42, title)
        writer.field(50, location)
        writer.field(56, capacity)
        writer.field(64, taken)
        writer.field(72, state?.rawValue ?? 0)
        writer.field(80, modality?.rawValue ?? 0)
        writer.field(88, startsMs)
        writer.field(96, endsMs)
        writer.field(106, timeZone)
        writer.field(112, feeFen)
        writer.field(120, hasOwnFee)
        writer.field(128, asksPosition)
        for value in lodgings { writer.element(138, value) }
    }
}

package struct LodgingOption: Message {
    package static var typeName: String { "LodgingOption" }

    package var name = ""
    package var fen: UInt64 = 0

    package init() {}

    package init(name: String = "", fen: UInt64 = 0) {
        self.name = name
        self.fen = fen
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 16: fen = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(16, fen)
    }
}

/// The organiser publishes an open offering as a session, or changes one. Places are never fewer than those taken.
package struct PublishSessionRequest: Message {
    package static var typeName: String { "PublishSessionRequest" }

    package var offering: UInt64 = 0
    package var location = ""
    package var capacity: UInt32 = 0
    /// the offering's; another one changes that where no approval is needed. 0 = as it is
    package var modality: Modality? = nil
    package var hasOwnFee = false
    /// with has_own_fee
    package var feeFen: UInt64 = 0
    /// 0 = open
    package var state: SessionState? = nil
    package var asksPosition = false
    /// ≤ 20; replaces those before
    package var lodgings: [LodgingOption] = []

    package init() {}

    package init(
        offering: UInt64 = 0, location: String = "", capacity: UInt32 = 0, modality: Modality? = nil,
        hasOwnFee: Bool = false, feeFen: UInt64 = 0, state: SessionState? = nil, asksPosition: Bool = false,
        lodgings: [LodgingOption] = []
    ) {
        self.offering = offering
        self.location = location
        self.capacity = capacity
        self.modality = modality
        self.hasOwnFee = hasOwnFee
        self.feeFen = feeFen
        self.state = state
        self.asksPosition = asksPosition
        self.lodgings = lodgings
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: location = try reader.readString()
            case 24: capacity = try reader.readUInt32()
            case 32: modality = Modality(rawValue: try reader.readInt32())
            case 40: hasOwnFee = try reader.readBool()
            case 48: feeFen = try reader.readUInt64()
            case 56: state = SessionState(rawValue: try reader.readInt32())
            case 64: asksPosition = try reader.readBool()
            case 74: try reader.readMessage(appendingTo: &lodgings)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, location)
        writer.field(24, capacity)
        writer.field(32, modality?.rawValue ?? 0)
        writer.field(40, hasOwnFee)
        writer.field(48, feeFen)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(64, asksPosition)
        for value in lodgings { writer.element(74, value) }
    }
}

package struct SessionReply: Message {
    package static var typeName: String { "SessionReply" }

    package var session: CourseSession? = nil

    package init() {}

    package init(session: CourseSession? = nil) {
        self.session = session
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &session)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, session)
    }
}

package struct GetSessionRequest: Message {
    package static var typeName: String { "GetSessionRequest" }

    package var offering: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0) {
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
    }
}

/// Sessions that have not begun, the next first: those of a base, or those of a programme. `after` is the last one had.
package struct BrowseSessionsRequest: Message {
    package static var typeName: String { "BrowseSessionsRequest" }

    package var base: UInt64 = 0
    package var programme: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(base: UInt64 = 0, programme: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.base = base
        self.programme = programme
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(16, programme)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct BrowseSessionsReply: Message {
    package static var typeName: String { "BrowseSessionsReply" }

    package var sessions: [CourseSession] = []
    package var next: UInt64 = 0

    package init() {}

    package init(sessions: [CourseSession] = [], next: UInt64 = 0) {
        self.sessions = sessions
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &sessions)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in sessions { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// PRJ-6b: a base as it presents itself.
package struct BasePage: Message {
    package static var typeName: String { "BasePage" }

    package var base: UInt64 = 0
    package var name = ""
    package var category = ""
    /// ≤ 100 characters
    package var address = ""
    /// a service line: 3 … 20 digits, with + - ( ) and spaces
    package var phone = ""
    /// one paragraph ≤ 1,000 characters
    package var introduction = ""

    package init() {}

    package init(
        base: UInt64 = 0, name: String = "", category: String = "", address: String = "", phone: String = "",
        introduction: String = ""
    ) {
        self.base = base
        self.name = name
        self.category = category
        self.address = address
        self.phone = phone
        self.introduction = introduction
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 26: category = try reader.readString()
            case 34: address = try reader.readString()
            case 42: phone = try reader.readString()
            case 50: introduction = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(18, name)
        writer.field(26, category)
        writer.field(34, address)
        writer.field(42, phone)
        writer.field(50, introduction)
    }
}

package struct DescribeBaseRequest: Message {
    package static var typeName: String { "DescribeBaseRequest" }

    package var base: UInt64 = 0
    package var address = ""
    package var phone = ""
    package var introduction = ""

    package init() {}

    package init(base: UInt64 = 0, address: String = "", phone: String = "", introduction: String = "") {
        self.base = base
        self.address = address
        self.phone = phone
        self.introduction = introduction
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 18: address = try reader.readString()
            case 26: phone = try reader.readString()
            case 34: introduction = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(18, address)
        writer.field(26, phone)
        writer.field(34, introduction)
    }
}

package struct BasePageReply: Message {
    package static var typeName: String { "BasePageReply" }

    package var page: BasePage? = nil

    package init() {}

    package init(page: BasePage? = nil) {
        self.page = page
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &page)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, page)
    }
}

package struct BrowseBasesRequest: Message {
    package static var typeName: String { "BrowseBasesRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var nameContains = ""

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, nameContains: String = "") {
        self.after = after
        self.limit = limit
        self.nameContains = nameContains
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 26: nameContains = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(26, nameContains)
    }
}

package struct BrowseBasesReply: Message {
    package static var typeName: String { "BrowseBasesReply" }

    package var bases: [BasePage] = []
    package var next: UInt64 = 0

    package init() {}

    package init(bases: [BasePage] = [], next: UInt64 = 0) {
        self.bases = bases
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &bases)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in bases { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct Entitlement: Message {
    package static var typeName: String { "Entitlement" }

    package var id: UInt64 = 0
    package var programme: UInt64 = 0
    package var programmeName = ""
    package var state: EntitlementState? = nil
    package var source: EntitlementSource? = nil
    /// the order, or the unit payment
    package var sourceId: UInt64 = 0
    /// that count toward the limit
    package var cancellations: UInt32 = 0
    /// 0 = none
    package var cancelLimit: UInt32 = 0
    /// the live one that holds it
    package var booking: UInt64 = 0
    package var createdMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, programme: UInt64 = 0, programmeName: String = "", state: EntitlementState? = nil,
        source: EntitlementSource? = nil, sourceId: UInt64 = 0, cancellations: UInt32 = 0, cancelLimit: UInt32 = 0,
        booking: UInt64 = 0, createdMs: Int64 = 0
    ) {
        self.id = id
        self.programme = programme
        self.programmeName = programmeName
        self.state = state
        self.source = source
        self.sourceId = sourceId
        self.cancellations = cancellations
        self.cancelLimit = cancelLimit
        self.booking = booking
        self.createdMs = createdMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 26: programmeName = try reader.readString()
            case 32: state = EntitlementState(rawValue: try reader.readInt32())
            case 40: source = EntitlementSource(rawValue: try reader.readInt32())
            case 48: sourceId = try reader.readUInt64()
            case 56: cancellations = try reader.readUInt32()
            case 64: cancelLimit = try reader.readUInt32()
            case 72: booking = try reader.readUInt64()
            case 80: createdMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, programme)
        writer.field(26, programmeName)
        writer.field(32, state?.rawValue ?? 0)
        writer.field(40, source?.rawValue ?? 0)
        writer.field(48, sourceId)
        writer.field(56, cancellations)
        writer.field(64, cancelLimit)
        writer.field(72, booking)
        writer.field(80, createdMs)
    }
}

package struct Booking: Message {
    package static var typeName: String { "Booking" }

    package var id: UInt64 = 0
    package var session: CourseSession? = nil
    package var person: UInt64 = 0
    package var personName = ""
    package var entitlement: UInt64 = 0
    package var state: BookingState? = nil
    package var reason = ""
    package var createdMs: Int64 = 0
    package var changedMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, session: CourseSession? = nil, person: UInt64 = 0, personName: String = "",
        entitlement: UInt64 = 0, state: BookingState? = nil, reason: String = "", createdMs: Int64 = 0,
        changedMs: Int64 = 0
    ) {
        self.id = id
        self.session = session
        self.person = person
        self.personName = personName
        self.entitlement = entitlement
        self.state = state
        self.reason = reason
        self.createdMs = createdMs
        self.changedMs = changedMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: try reader.readMessage(into: &session)
            case 24: person = try reader.readUInt64()
            case 34: personName = try reader.readString()
            case 40: entitlement = try reader.readUInt64()
            case 48: state = BookingState(rawValue: try reader.readInt32())
            case 58: reason = try reader.readString()
            case 64: createdMs = try reader.readInt64()
            case 72: changedMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, session)
        writer.field(24, person)
        writer.field(34, personName)
        writer.field(40, entitlement)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(58, reason)
        writer.field(64, createdMs)
        writer.field(72, changedMs)
    }
}

package struct BookRequest: Message {
    package static var typeName: String { "BookRequest" }

    package var offering: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0) {
        self.offering = offering
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
    }
}

package struct BookingReply: Message {
    package static var typeName: String { "BookingReply" }

    package var booking: Booking? = nil
    package var entitlement: Entitlement? = nil

    package init() {}

    package init(booking: Booking? = nil, entitlement: Entitlement? = nil) {
        self.booking = booking
        self.entitlement = entitlement
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &booking)
            case 18: try reader.readMessage(into: &entitlement)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, booking)
        writer.field(18, entitlement)
    }
}

package struct CancelBookingRequest: Message {
    package static var typeName: String { "CancelBookingRequest" }

    package var booking: UInt64 = 0

    package init() {}

    package init(booking: UInt64 = 0) {
        self.booking = booking
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: booking = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, booking)
    }
}

package struct GetBookingRequest: Message {
    package static var typeName: String { "GetBookingRequest" }

    package var booking: UInt64 = 0

    package init() {}

    package init(booking: UInt64 = 0) {
        self.booking = booking
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: booking = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, booking)
    }
}

/// Newest first.
package struct MyBookingsRequest: Message {
    package static var typeName: String { "MyBookingsRequest" }

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

package struct ListBookingsReply: Message {
    package static var typeName: String { "ListBookingsReply" }

    package var bookings: [Booking] = []
    package var next: UInt64 = 0

    package init() {}

    package init(bookings: [Booking] = [], next: UInt64 = 0) {
        self.bookings = bookings
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &bookings)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in bookings { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ListBookingsRequest: Message {
    package static var typeName: String { "ListBookingsRequest" }

    package var offering: UInt64 = 0
    package var state: BookingState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, state: BookingState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: state = BookingState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

/// BKG-3a: the course pass of an approved booking: text to be shown as a QR code, readable without a network.
package struct PassReply: Message {
    package static var typeName: String { "PassReply" }

    package var text = ""
    package var fromMs: Int64 = 0
    package var untilMs: Int64 = 0

    package init() {}

    package init(text: String = "", fromMs: Int64 = 0, untilMs: Int64 = 0) {
        self.text = text
        self.fromMs = fromMs
        self.untilMs = untilMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: text = try reader.readString()
            case 16: fromMs = try reader.readInt64()
            case 24: untilMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, text)
        writer.field(16, fromMs)
        writer.field(24, untilMs)
    }
}

package struct MyEntitlementsRequest: Message {
    package static var typeName: String { "MyEntitlementsRequest" }

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

package struct MyEntitlementsReply: Message {
    package static var typeName: String { "MyEntitlementsReply" }

    package var entitlements: [Entitlement] = []
    package var next: UInt64 = 0

    package init() {}

    package init(entitlements: [Entitlement] = [], next: UInt64 = 0) {
        self.entitlements = entitlements
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &entitlements)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in entitlements { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct DoublePlace: Message {
    package static var typeName: String { "DoublePlace" }

    package var id: UInt64 = 0
    package var person: UInt64 = 0
    package var personName = ""
    package var earlier: Entitlement? = nil
    package var later: Entitlement? = nil
    package var state: DoublePlaceState? = nil
    /// of the last decision; empty before the first
    package var reason = ""
    /// the name of who decided
    package var decidedBy = ""
    package var foundMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, person: UInt64 = 0, personName: String = "", earlier: Entitlement? = nil,
        later: Entitlement? = nil, state: DoublePlaceState? = nil, reason: String = "", decidedBy: String = "",
        foundMs: Int64 = 0
    ) {
        self.id = id
        self.person = person
        self.personName = personName
        self.earlier = earlier
        self.later = later
        self.state = state
        self.reason = reason
        self.decidedBy = decidedBy
        self.foundMs = foundMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: personName = try reader.readString()
            case 34: try reader.readMessage(into: &earlier)
            case 42: try reader.readMessage(into: &later)
            case 48: state = DoublePlaceState(rawValue: try reader.readInt32())
            case 58: reason = try reader.readString()
            case 66: decidedBy = try reader.readString()
            case 72: foundMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, person)
        writer.field(26, personName)
        writer.field(34, earlier)
        writer.field(42, later)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(58, reason)
        writer.field(66, decidedBy)
        writer.field(72, foundMs)
    }
}

package struct ListDoublePlacesRequest: Message {
    package static var typeName: String { "ListDoublePlacesRequest" }

    package var state: DoublePlaceState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(state: DoublePlaceState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: state = DoublePlaceState(rawValue: try reader.readInt32())
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, state?.rawValue ?? 0)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListDoublePlacesReply: Message {
    package static var typeName: String { "ListDoublePlacesReply" }

    package var places: [DoublePlace] = []
    package var next: UInt64 = 0

    package init() {}

    package init(places: [DoublePlace] = [], next: UInt64 = 0) {
        self.places = places
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &places)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in places { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct KeepDoublePlaceRequest: Message {
    package static var typeName: String { "KeepDoublePlaceRequest" }

    package var place: UInt64 = 0
    package var reason = ""
    package var undo = false

    package init() {}

    package init(place: UInt64 = 0, reason: String = "", undo: Bool = false) {
        self.place = place
        self.reason = reason
        self.undo = undo
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: place = try reader.readUInt64()
            case 18: reason = try reader.readString()
            case 24: undo = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, place)
        writer.field(18, reason)
        writer.field(24, undo)
    }
}

package struct DoublePlaceReply: Message {
    package static var typeName: String { "DoublePlaceReply" }

    package var place: DoublePlace? = nil

    package init() {}

    package init(place: DoublePlace? = nil) {
        self.place = place
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &place)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, place)
    }
}
