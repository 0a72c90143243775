// Generated from Protocol/money.proto by `make generate`; change that and generate again.

package import Wire

package struct UnitPayment: Message {
    package static var typeName: String { "UnitPayment" }

    package var id: UInt64 = 0
    package var programme: UInt64 = 0
    package var reference = ""
    /// masked
    package var phone = ""
    package var name = ""
    package var amountFen: UInt64 = 0
    package var state: UnitPaymentState? = nil
    /// 0 until it is matched
    package var person: UInt64 = 0
    /// 0 until it is matched
    package var entitlement: UInt64 = 0
    package var createdMs: Int64 = 0
    /// why it was taken back
    package var reason = ""

    package init() {}

    package init(
        id: UInt64 = 0, programme: UInt64 = 0, reference: String = "", phone: String = "", name: String = "",
        amountFen: UInt64 = 0, state: UnitPaymentState? = nil, person: UInt64 = 0, entitlement: UInt64 = 0,
        createdMs: Int64 = 0, reason: String = ""
    ) {
        self.id = id
        self.programme = programme
        self.reference = reference
        self.phone = phone
        self.name = name
        self.amountFen = amountFen
        self.state = state
        self.person = person
        self.entitlement = entitlement
        self.createdMs = createdMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: programme = try reader.readUInt64()
            case 26: reference = try reader.readString()
            case 34: phone = try reader.readString()
            case 42: name = try reader.readString()
            case 48: amountFen = try reader.readUInt64()
            case 56: state = UnitPaymentState(rawValue: try reader.readInt32())
            case 64: person = try reader.readUInt64()
            case 72: entitlement = try reader.readUInt64()
            case 80: createdMs = try reader.readInt64()
            case 90: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, programme)
        writer.field(26, reference)
        writer.field(34, phone)
        writer.field(42, name)
        writer.field(48, amountFen)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(64, person)
        writer.field(72, entitlement)
        writer.field(80, createdMs)
        writer.field(90, reason)
    }
}

/// Newest first.
package struct ListUnitPaymentsRequest: Message {
    package static var typeName: String { "ListUnitPaymentsRequest" }

    package var programme: UInt64 = 0
    package var state: UnitPaymentState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(programme: UInt64 = 0, state: UnitPaymentState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.programme = programme
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 16: state = UnitPaymentState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListUnitPaymentsReply: Message {
    package static var typeName: String { "ListUnitPaymentsReply" }

    package var payments: [UnitPayment] = []
    package var next: UInt64 = 0

    package init() {}

    package init(payments: [UnitPayment] = [], next: UInt64 = 0) {
        self.payments = payments
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &payments)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in payments { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct TakeBackUnitPaymentRequest: Message {
    package static var typeName: String { "TakeBackUnitPaymentRequest" }

    package var payment: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(payment: UInt64 = 0, reason: String = "") {
        self.payment = payment
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: payment = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, payment)
        writer.field(18, reason)
    }
}

package struct UnitPaymentReply: Message {
    package static var typeName: String { "UnitPaymentReply" }

    package var payment: UnitPayment? = nil

    package init() {}

    package init(payment: UnitPayment? = nil) {
        self.payment = payment
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &payment)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, payment)
    }
}

package struct LedgerEntry: Message {
    package static var typeName: String { "LedgerEntry" }

    package var account: LedgerAccount? = nil
    package var fen: Int64 = 0

    package init() {}

    package init(account: LedgerAccount? = nil, fen: Int64 = 0) {
        self.account = account
        self.fen = fen
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: account = LedgerAccount(rawValue: try reader.readInt32())
            case 16: fen = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, account?.rawValue ?? 0)
        writer.field(16, fen)
    }
}

package struct LedgerPosting: Message {
    package static var typeName: String { "LedgerPosting" }

    package var id: UInt64 = 0
    package var atMs: Int64 = 0
    /// what happened, in the caller's language
    package var text = ""
    /// 0 = of none
    package var order: UInt64 = 0
    /// 0 = of none
    package var unitPayment: UInt64 = 0
    /// their sum is 0
    package var entries: [LedgerEntry] = []

    package init() {}

    package init(
        id: UInt64 = 0, atMs: Int64 = 0, text: String = "", order: UInt64 = 0, unitPayment: UInt64 = 0,
        entries: [LedgerEntry] = []
    ) {
        self.id = id
        self.atMs = atMs
        self.text = text
        self.order = order
        self.unitPayment = unitPayment
        self.entries = entries
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: atMs = try reader.readInt64()
            case 26: text = try reader.readString()
            case 32: order = try reader.readUInt64()
            case 40: unitPayment = try reader.readUInt64()
            case 50: try reader.readMessage(appendingTo: &entries)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, atMs)
        writer.field(26, text)
        writer.field(32, order)
        writer.field(40, unitPayment)
        for value in entries { writer.element(50, value) }
    }
}

/// Newest first.
package struct ListLedgerRequest: Message {
    package static var typeName: String { "ListLedgerRequest" }

    package var order: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(order: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.order = order
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListLedgerReply: Message {
    package static var typeName: String { "ListLedgerReply" }

    package var postings: [LedgerPosting] = []
    package var next: UInt64 = 0

    package init() {}

    package init(postings: [LedgerPosting] = [], next: UInt64 = 0) {
        self.postings = postings
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &postings)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in postings { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct TrialBalanceRequest: Message {
    package static var typeName: String { "TrialBalanceRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// Of every account; their sum is 0 at every instant.
package struct TrialBalanceReply: Message {
    package static var typeName: String { "TrialBalanceReply" }

    package var balances: [LedgerEntry] = []
    package var sumFen: Int64 = 0

    package init() {}

    package init(balances: [LedgerEntry] = [], sumFen: Int64 = 0) {
        self.balances = balances
        self.sumFen = sumFen
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &balances)
            case 16: sumFen = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in balances { writer.element(10, value) }
        writer.field(16, sumFen)
    }
}

/// ORD-1. An order buys an entitlement, or a place in one session: as its programme has it (`has_place`).
package struct Order: Message {
    package static var typeName: String { "Order" }

    package var id: UInt64 = 0
    package var person: UInt64 = 0
    package var personName = ""
    package var programme: UInt64 = 0
    package var programmeName = ""
    /// the session ordered, or asked for with the entitlement
    package var offering: UInt64 = 0
    /// of the session
    package var title = ""
    /// holds a place of the session until it expires
    package var hasPlace = false
    package var state: OrderState? = nil
    package var trainingFen: UInt64 = 0
    package var lodgingFen: UInt64 = 0
    package var refundedFen: UInt64 = 0
    /// the option chosen; empty = none was offered
    package var lodging = ""
    /// written for this order
    package var position = ""
    package var createdMs: Int64 = 0
    package var expiresMs: Int64 = 0
    /// 0 until it is paid
    package var paidMs: Int64 = 0
    /// it was paid by, or is being paid by
    package var channel: PaymentChannel? = nil
    /// the QR text of the payment under way; empty until the gateway has answered
    package var code = ""
    /// why the gateway refused the last payment
    package var failure = ""
    /// 0 until it is booked
    package var booking: UInt64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, person: UInt64 = 0, personName: String = "", programme: UInt64 = 0, programmeName: String = "",
        offering: UInt64 = 0, title: String = "", hasPlace: Bool = false, state: OrderState? = nil,
        trainingFen: UInt64 = 0, lodgingFen: UInt64 = 0, refundedFen: UInt64 = 0, lodging: String = "",
        position: String = "", createdMs: Int64 = 0, expiresMs: Int64 = 0, paidMs: Int64 = 0,
        channel: PaymentChannel? = nil, code: String = "", failure: String = "", booking: UInt64 = 0
    ) {
        self.id = id
        self.person = person
        self.personName = personName
        self.programme = programme
        self.programmeName = programmeName
        self.offering = offering
        self.title = title
        self.hasPlace = hasPlace
        self.state = state
        self.trainingFen = trainingFen
        self.lodgingFen = lodgingFen
        self.refundedFen = refundedFen
        self.lodging = lodging
        self.position = position
        self.createdMs = createdMs
        self.expiresMs = expiresMs
        self.paidMs = paidMs
        self.channel = channel
        self.code = code
        self.failure = failure
        self.booking = booking
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: person = try reader.readUInt64()
            case 26: personName = try reader.readString()
            case 32: programme = try reader.readUInt64()
            case 42: programmeName = try reader.readString()
            case 48: offering = try reader.readUInt64()
            case 58: title = try reader.readString()
            case 64: hasPlace = try reader.readBool()
            case 72: state = OrderState(rawValue: try reader.readInt32())
            case 80: trainingFen = try reader.readUInt64()
            case 88: lodgingFen = try reader.readUInt64()
            case 96: refundedFen = try reader.readUInt64()
            case 106: lodging = try reader.readString()
            case 114: position = try reader.readString()
            case 120: createdMs = try reader.readInt64()
            case 128: expiresMs = try reader.readInt64()
            case 136: paidMs = try reader.readInt64()
            case 144: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 154: code = try reader.readString()
            case 162: failure = try reader.readString()
            case 168: booking = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, person)
        writer.field(26, personName)
        writer.field(32, programme)
        writer.field(42, programmeName)
        writer.field(48, offering)
        writer.field(58, title)
        writer.field(64, hasPlace)
        writer.field(72, state?.rawValue ?? 0)
        writer.field(80, trainingFen)
        writer.field(88, lodgingFen)
        writer.field(96, refundedFen)
        writer.field(106, lodging)
        writer.field(114, position)
        writer.field(120, createdMs)
        writer.field(128, expiresMs)
        writer.field(136, paidMs)
        writer.field(144, channel?.rawValue ?? 0)
        writer.field(154, code)
        writer.field(162, failure)
        writer.field(168, booking)
    }
}

package struct PlaceOrderRequest: Message {
    package static var typeName: String { "PlaceOrderRequest" }

    package var offering: UInt64 = 0
    /// PRJ-7b: one's own data were shown and are right; what else is in the way is told before this
    package var dataConfirmed = false
    /// ≤ 100 characters; required where the session asks for it
    package var position = ""
    /// one of the session's options; required where it has any
    package var lodging = ""
    /// of the notice that was read; where the programme has one
    package var noticeVersion: UInt32 = 0

    package init() {}

    package init(
        offering: UInt64 = 0, dataConfirmed: Bool = false, position: String = "", lodging: String = "",
        noticeVersion: UInt32 = 0
    ) {
        self.offering = offering
        self.dataConfirmed = dataConfirmed
        self.position = position
        self.lodging = lodging
        self.noticeVersion = noticeVersion
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: dataConfirmed = try reader.readBool()
            case 26: position = try reader.readString()
            case 34: lodging = try reader.readString()
            case 40: noticeVersion = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, dataConfirmed)
        writer.field(26, position)
        writer.field(34, lodging)
        writer.field(40, noticeVersion)
    }
}

package struct OrderReply: Message {
    package static var typeName: String { "OrderReply" }

    package var order: Order? = nil

    package init() {}

    package init(order: Order? = nil) {
        self.order = order
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &order)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, order)
    }
}

/// Asks a gateway for a QR code; the order shows it within seconds. Another channel closes the one before.
package struct PayOrderRequest: Message {
    package static var typeName: String { "PayOrderRequest" }

    package var order: UInt64 = 0
    package var channel: PaymentChannel? = nil

    package init() {}

    package init(order: UInt64 = 0, channel: PaymentChannel? = nil) {
        self.order = order
        self.channel = channel
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            case 16: channel = PaymentChannel(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
        writer.field(16, channel?.rawValue ?? 0)
    }
}

package struct WithdrawOrderRequest: Message {
    package static var typeName: String { "WithdrawOrderRequest" }

    package var order: UInt64 = 0

    package init() {}

    package init(order: UInt64 = 0) {
        self.order = order
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
    }
}

package struct GetOrderRequest: Message {
    package static var typeName: String { "GetOrderRequest" }

    package var order: UInt64 = 0

    package init() {}

    package init(order: UInt64 = 0) {
        self.order = order
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
    }
}

/// Newest first.
package struct MyOrdersRequest: Message {
    package static var typeName: String { "MyOrdersRequest" }

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

package struct ListOrdersRequest: Message {
    package static var typeName: String { "ListOrdersRequest" }

    package var programme: UInt64 = 0
    package var state: OrderState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(programme: UInt64 = 0, state: OrderState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.programme = programme
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 16: state = OrderState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListOrdersReply: Message {
    package static var typeName: String { "ListOrdersReply" }

    package var orders: [Order] = []
    package var next: UInt64 = 0

    package init() {}

    package init(orders: [Order] = [], next: UInt64 = 0) {
        self.orders = orders
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &orders)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in orders { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// BKG-5: the notice that is read before an order, for as long as the programme says.
package struct SetOrderNoticeRequest: Message {
    package static var typeName: String { "SetOrderNoticeRequest" }

    package var programme: UInt64 = 0
    package var text = ""

    package init() {}

    package init(programme: UInt64 = 0, text: String = "") {
        self.programme = programme
        self.text = text
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 18: text = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(18, text)
    }
}

package struct OpenOrderNoticeRequest: Message {
    package static var typeName: String { "OpenOrderNoticeRequest" }

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

package struct OrderNoticeReply: Message {
    package static var typeName: String { "OrderNoticeReply" }

    /// empty where the programme has none
    package var text = ""
    /// 0 where it has none
    package var version: UInt32 = 0
    /// it can be acknowledged after that
    package var waitMs: UInt32 = 0

    package init() {}

    package init(text: String = "", version: UInt32 = 0, waitMs: UInt32 = 0) {
        self.text = text
        self.version = version
        self.waitMs = waitMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: text = try reader.readString()
            case 16: version = try reader.readUInt32()
            case 24: waitMs = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, text)
        writer.field(16, version)
        writer.field(24, waitMs)
    }
}

/// ORD-4.
package struct Refund: Message {
    package static var typeName: String { "Refund" }

    package var id: UInt64 = 0
    package var order: UInt64 = 0
    package var person: UInt64 = 0
    package var personName = ""
    package var kind: RefundKind? = nil
    package var amountFen: UInt64 = 0
    package var state: RefundProgress? = nil
    package var reason = ""
    /// why it was rejected, what the gateway said, or the reference of a payment by hand
    package var note = ""
    /// under which the gateway has it
    package var number = ""
    /// 0 = by hand
    package var channel: PaymentChannel? = nil
    package var createdMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, order: UInt64 = 0, person: UInt64 = 0, personName: String = "", kind: RefundKind? = nil,
        amountFen: UInt64 = 0, state: RefundProgress? = nil, reason: String = "", note: String = "",
        number: String = "", channel: PaymentChannel? = nil, createdMs: Int64 = 0
    ) {
        self.id = id
        self.order = order
        self.person = person
        self.personName = personName
        self.kind = kind
        self.amountFen = amountFen
        self.state = state
        self.reason = reason
        self.note = note
        self.number = number
        self.channel = channel
        self.createdMs = createdMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: order = try reader.readUInt64()
            case 24: person = try reader.readUInt64()
            case 34: personName = try reader.readString()
            case 40: kind = RefundKind(rawValue: try reader.readInt32())
            case 48: amountFen = try reader.readUInt64()
            case 56: state = RefundProgress(rawValue: try reader.readInt32())
            case 66: reason = try reader.readString()
            case 74: note = try reader.readString()
            case 82: number = try reader.readString()
            case 88: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 96: createdMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, order)
        writer.field(24, person)
        writer.field(34, personName)
        writer.field(40, kind?.rawValue ?? 0)
        writer.field(48, amountFen)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(66, reason)
        writer.field(74, note)
        writer.field(82, number)
        writer.field(88, channel?.rawValue ?? 0)
        writer.field(96, createdMs)
    }
}

package struct AskRefundRequest: Message {
    package static var typeName: String { "AskRefundRequest" }

    package var order: UInt64 = 0
    package var kind: RefundKind? = nil
    package var reason = ""

    package init() {}

    package init(order: UInt64 = 0, kind: RefundKind? = nil, reason: String = "") {
        self.order = order
        self.kind = kind
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            case 16: kind = RefundKind(rawValue: try reader.readInt32())
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, reason)
    }
}

package struct RefundReply: Message {
    package static var typeName: String { "RefundReply" }

    package var refund: Refund? = nil

    package init() {}

    package init(refund: Refund? = nil) {
        self.refund = refund
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &refund)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, refund)
    }
}

/// By an administrator, where trainees cannot ask or did not: decided at once.
package struct RefundOrderRequest: Message {
    package static var typeName: String { "RefundOrderRequest" }

    package var order: UInt64 = 0
    package var kind: RefundKind? = nil
    package var reason = ""

    package init() {}

    package init(order: UInt64 = 0, kind: RefundKind? = nil, reason: String = "") {
        self.order = order
        self.kind = kind
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            case 16: kind = RefundKind(rawValue: try reader.readInt32())
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(26, reason)
    }
}

package struct ListRefundsRequest: Message {
    package static var typeName: String { "ListRefundsRequest" }

    package var state: RefundProgress? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(state: RefundProgress? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: state = RefundProgress(rawValue: try reader.readInt32())
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

package struct MyRefundsRequest: Message {
    package static var typeName: String { "MyRefundsRequest" }

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

package struct ListRefundsReply: Message {
    package static var typeName: String { "ListRefundsReply" }

    package var refunds: [Refund] = []
    package var next: UInt64 = 0

    package init() {}

    package init(refunds: [Refund] = [], next: UInt64 = 0) {
        self.refunds = refunds
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &refunds)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in refunds { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// One that the gateway cannot pay: paid by hand under a reference, or asked of the gateway once more.
package struct FinishRefundRequest: Message {
    package static var typeName: String { "FinishRefundRequest" }

    package var refund: UInt64 = 0
    package var reference = ""

    package init() {}

    package init(refund: UInt64 = 0, reference: String = "") {
        self.refund = refund
        self.reference = reference
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: refund = try reader.readUInt64()
            case 18: reference = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, refund)
        writer.field(18, reference)
    }
}

package struct RetryRefundRequest: Message {
    package static var typeName: String { "RetryRefundRequest" }

    package var refund: UInt64 = 0

    package init() {}

    package init(refund: UInt64 = 0) {
        self.refund = refund
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: refund = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, refund)
    }
}

package struct GatewayCall: Message {
    package static var typeName: String { "GatewayCall" }

    package var act: GatewayAct? = nil
    package var channel: PaymentChannel? = nil
    package var payment: UInt64 = 0
    package var refund: UInt64 = 0
    /// of the payment
    package var number = ""
    package var madeMs: Int64 = 0
    package var amountFen: UInt64 = 0
    package var description = ""
    package var expiresMs: Int64 = 0
    package var transaction = ""
    package var refundNumber = ""
    package var refundMadeMs: Int64 = 0
    package var refundFen: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(
        act: GatewayAct? = nil, channel: PaymentChannel? = nil, payment: UInt64 = 0, refund: UInt64 = 0,
        number: String = "", madeMs: Int64 = 0, amountFen: UInt64 = 0, description: String = "", expiresMs: Int64 = 0,
        transaction: String = "", refundNumber: String = "", refundMadeMs: Int64 = 0, refundFen: UInt64 = 0,
        reason: String = ""
    ) {
        self.act = act
        self.channel = channel
        self.payment = payment
        self.refund = refund
        self.number = number
        self.madeMs = madeMs
        self.amountFen = amountFen
        self.description = description
        self.expiresMs = expiresMs
        self.transaction = transaction
        self.refundNumber = refundNumber
        self.refundMadeMs = refundMadeMs
        self.refundFen = refundFen
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: act = GatewayAct(rawValue: try reader.readInt32())
            case 16: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 24: payment = try reader.readUInt64()
            case 32: refund = try reader.readUInt64()
            case 42: number = try reader.readString()
            case 48: madeMs = try reader.readInt64()
            case 56: amountFen = try reader.readUInt64()
            case 66: description = try reader.readString()
            case 72: expiresMs = try reader.readInt64()
            case 82: transaction = try reader.readString()
            case 90: refundNumber = try reader.readString()
            case 96: refundMadeMs = try reader.readInt64()
            case 104: refundFen = try reader.readUInt64()
            case 114: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, act?.rawValue ?? 0)
        writer.field(16, channel?.rawValue ?? 0)
        writer.field(24, payment)
        writer.field(32, refund)
        writer.field(42, number)
        writer.field(48, madeMs)
        writer.field(56, amountFen)
        writer.field(66, description)
        writer.field(72, expiresMs)
        writer.field(82, transaction)
        writer.field(90, refundNumber)
        writer.field(96, refundMadeMs)
        writer.field(104, refundFen)
        writer.field(114, reason)
    }
}

package struct SellingStop: Message {
    package static var typeName: String { "SellingStop" }

    /// 0 for what only the server's log tells
    package var id: UInt64 = 0
    package var cause: StopCause? = nil
    package var reason = ""
    package var sinceMs: Int64 = 0
    /// 0 = it stands
    package var untilMs: Int64 = 0
    package var untilReason = ""

    package init() {}

    package init(
        id: UInt64 = 0, cause: StopCause? = nil, reason: String = "", sinceMs: Int64 = 0, untilMs: Int64 = 0,
        untilReason: String = ""
    ) {
        self.id = id
        self.cause = cause
        self.reason = reason
        self.sinceMs = sinceMs
        self.untilMs = untilMs
        self.untilReason = untilReason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: cause = StopCause(rawValue: try reader.readInt32())
            case 26: reason = try reader.readString()
            case 32: sinceMs = try reader.readInt64()
            case 40: untilMs = try reader.readInt64()
            case 50: untilReason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, cause?.rawValue ?? 0)
        writer.field(26, reason)
        writer.field(32, sinceMs)
        writer.field(40, untilMs)
        writer.field(50, untilReason)
    }
}

package struct StopSellingRequest: Message {
    package static var typeName: String { "StopSellingRequest" }

    package var reason = ""

    package init() {}

    package init(reason: String = "") {
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, reason)
    }
}

package struct ResumeSellingRequest: Message {
    package static var typeName: String { "ResumeSellingRequest" }

    package var reason = ""

    package init() {}

    package init(reason: String = "") {
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, reason)
    }
}

package struct SellingReply: Message {
    package static var typeName: String { "SellingReply" }

    package var stop: SellingStop? = nil

    package init() {}

    package init(stop: SellingStop? = nil) {
        self.stop = stop
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &stop)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, stop)
    }
}

package struct ListSellingStopsRequest: Message {
    package static var typeName: String { "ListSellingStopsRequest" }

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

package struct ListSellingStopsReply: Message {
    package static var typeName: String { "ListSellingStopsReply" }

    package var stops: [SellingStop] = []
    package var next: UInt64 = 0

    package init() {}

    package init(stops: [SellingStop] = [], next: UInt64 = 0) {
        self.stops = stops
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &stops)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in stops { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct CheckPaymentsRequest: Message {
    package static var typeName: String { "CheckPaymentsRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct CheckedGateway: Message {
    package static var typeName: String { "CheckedGateway" }

    package var channel: PaymentChannel? = nil
    /// keys hold in both directions, and its clock is near enough to sell by it
    package var works = false
    /// how far its clock is ahead of ours
    package var clockOffsetMs: Int64 = 0
    /// why it does not work, in the caller's language
    package var failure = ""

    package init() {}

    package init(channel: PaymentChannel? = nil, works: Bool = false, clockOffsetMs: Int64 = 0, failure: String = "") {
        self.channel = channel
        self.works = works
        self.clockOffsetMs = clockOffsetMs
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 16: works = try reader.readBool()
            case 24: clockOffsetMs = try reader.readInt64()
            case 34: failure = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, channel?.rawValue ?? 0)
        writer.field(16, works)
        writer.field(24, clockOffsetMs)
        writer.field(34, failure)
    }
}

package struct CheckPaymentsReply: Message {
    package static var typeName: String { "CheckPaymentsReply" }

    package var gateways: [CheckedGateway] = []

    package init() {}

    package init(gateways: [CheckedGateway] = []) {
        self.gateways = gateways
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &gateways)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in gateways { writer.element(10, value) }
    }
}
