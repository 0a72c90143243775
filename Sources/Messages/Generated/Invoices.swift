// Generated from Protocol/invoices.proto by `make generate`; change that and generate again.

package import Wire

/// ORD-5a: to whom an invoice is issued. Kept for the next one; an invoice keeps its own.
package struct Buyer: Message {
    package static var typeName: String { "Buyer" }

    package var kind: BuyerKind? = nil
    /// a person's name, or an organisation's; 1 … 100 characters
    package var title = ""
    /// of an organisation: 18 characters (GB 32100); empty for a person
    package var taxNumber = ""

    package init() {}

    package init(kind: BuyerKind? = nil, title: String = "", taxNumber: String = "") {
        self.kind = kind
        self.title = title
        self.taxNumber = taxNumber
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = BuyerKind(rawValue: try reader.readInt32())
            case 18: title = try reader.readString()
            case 26: taxNumber = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(18, title)
        writer.field(26, taxNumber)
    }
}

package struct GetBuyerRequest: Message {
    package static var typeName: String { "GetBuyerRequest" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct SaveBuyerRequest: Message {
    package static var typeName: String { "SaveBuyerRequest" }

    package var buyer: Buyer? = nil

    package init() {}

    package init(buyer: Buyer? = nil) {
        self.buyer = buyer
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &buyer)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, buyer)
    }
}

package struct BuyerReply: Message {
    package static var typeName: String { "BuyerReply" }

    package var buyer: Buyer? = nil

    package init() {}

    package init(buyer: Buyer? = nil) {
        self.buyer = buyer
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &buyer)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, buyer)
    }
}

package struct Invoice: Message {
    package static var typeName: String { "Invoice" }

    package var id: UInt64 = 0
    package var order: UInt64 = 0
    package var person: UInt64 = 0
    package var personName = ""
    package var programme: UInt64 = 0
    /// of the session that was ordered
    package var title = ""
    package var state: InvoiceState? = nil
    package var buyer: Buyer? = nil
    /// what is not refunded; fixed when it is issued
    package var trainingFen: UInt64 = 0
    package var lodgingFen: UInt64 = 0
    /// empty until it is issued, and for a number of 20 digits
    package var code = ""
    /// empty until it is issued
    package var number = ""
    /// of the red letter by which it was voided
    package var redNumber = ""
    /// of the last step that had one
    package var reason = ""
    package var createdMs: Int64 = 0
    /// 0 until it is issued
    package var issuedMs: Int64 = 0
    /// of the file that the tax authority made; 0 = none was added
    package var fileBytes: UInt32 = 0
    /// issues and voids it; 0 = an administrator does, by hand
    package var issuer: PaymentChannel? = nil
    /// our number of it there
    package var issuerNumber = ""
    /// so often it was sent there, at most 4
    package var sendings: UInt32 = 0
    /// when it was sent last, or its voiding was
    package var sentMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, order: UInt64 = 0, person: UInt64 = 0, personName: String = "", programme: UInt64 = 0,
        title: String = "", state: InvoiceState? = nil, buyer: Buyer? = nil, trainingFen: UInt64 = 0,
        lodgingFen: UInt64 = 0, code: String = "", number: String = "", redNumber: String = "", reason: String = "",
        createdMs: Int64 = 0, issuedMs: Int64 = 0, fileBytes: UInt32 = 0, issuer: PaymentChannel? = nil,
        issuerNumber: String = "", sendings: UInt32 = 0, sentMs: Int64 = 0
    ) {
        self.id = id
        self.order = order
        self.person = person
        self.personName = personName
        self.programme = programme
        self.title = title
        self.state = state
        self.buyer = buyer
        self.trainingFen = trainingFen
        self.lodgingFen = lodgingFen
        self.code = code
        self.number = number
        self.redNumber = redNumber
        self.reason = reason
        self.createdMs = createdMs
        self.issuedMs = issuedMs
        self.fileBytes = fileBytes
        self.issuer = issuer
        self.issuerNumber = issuerNumber
        self.sendings = sendings
        self.sentMs = sentMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: order = try reader.readUInt64()
            case 24: person = try reader.readUInt64()
            case 34: personName = try reader.readString()
            case 40: programme = try reader.readUInt64()
            case 50: title = try reader.readString()
            case 56: state = InvoiceState(rawValue: try reader.readInt32())
            case 66: try reader.readMessage(into: &buyer)
            case 72: trainingFen = try reader.readUInt64()
            case 80: lodgingFen = try reader.readUInt64()
            case 90: code = try reader.readString()
            case 98: number = try reader.readString()
            case 106: redNumber = try reader.readString()
            case 114: reason = try reader.readString()
            case 120: createdMs = try reader.readInt64()
            case 128: issuedMs = try reader.readInt64()
            case 136: fileBytes = try reader.readUInt32()
            case 144: issuer = PaymentChannel(rawValue: try reader.readInt32())
            case 154: issuerNumber = try reader.readString()
            case 160: sendings = try reader.readUInt32()
            case 168: sentMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, order)
        writer.field(24, person)
        writer.field(34, personName)
        writer.field(40, programme)
        writer.field(50, title)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(66, buyer)
        writer.field(72, trainingFen)
        writer.field(80, lodgingFen)
        writer.field(90, code)
        writer.field(98, number)
        writer.field(106, redNumber)
        writer.field(114, reason)
        writer.field(120, createdMs)
        writer.field(128, issuedMs)
        writer.field(136, fileBytes)
        writer.field(144, issuer?.rawValue ?? 0)
        writer.field(154, issuerNumber)
        writer.field(160, sendings)
        writer.field(168, sentMs)
    }
}

package struct InvoiceReply: Message {
    package static var typeName: String { "InvoiceReply" }

    package var invoice: Invoice? = nil

    package init() {}

    package init(invoice: Invoice? = nil) {
        self.invoice = invoice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &invoice)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, invoice)
    }
}

package struct InvoiceStep: Message {
    package static var typeName: String { "InvoiceStep" }

    /// from 1
    package var ordinal: UInt32 = 0
    /// after it
    package var state: InvoiceState? = nil
    package var atMs: Int64 = 0
    /// 0 = the server, by a refund
    package var actor: UInt64 = 0
    /// to administrators
    package var actorName = ""
    package var reason = ""

    package init() {}

    package init(
        ordinal: UInt32 = 0, state: InvoiceState? = nil, atMs: Int64 = 0, actor: UInt64 = 0, actorName: String = "",
        reason: String = ""
    ) {
        self.ordinal = ordinal
        self.state = state
        self.atMs = atMs
        self.actor = actor
        self.actorName = actorName
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: ordinal = try reader.readUInt32()
            case 16: state = InvoiceState(rawValue: try reader.readInt32())
            case 24: atMs = try reader.readInt64()
            case 32: actor = try reader.readUInt64()
            case 42: actorName = try reader.readString()
            case 50: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, ordinal)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, atMs)
        writer.field(32, actor)
        writer.field(42, actorName)
        writer.field(50, reason)
    }
}

/// With its history, the oldest step first.
package struct ShowInvoiceReply: Message {
    package static var typeName: String { "ShowInvoiceReply" }

    package var invoice: Invoice? = nil
    package var steps: [InvoiceStep] = []

    package init() {}

    package init(invoice: Invoice? = nil, steps: [InvoiceStep] = []) {
        self.invoice = invoice
        self.steps = steps
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &invoice)
            case 18: try reader.readMessage(appendingTo: &steps)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, invoice)
        for value in steps { writer.element(18, value) }
    }
}

/// Without a buyer: the one kept. With one: that is kept from now on.
package struct ApplyInvoiceRequest: Message {
    package static var typeName: String { "ApplyInvoiceRequest" }

    package var order: UInt64 = 0
    package var buyer: Buyer? = nil

    package init() {}

    package init(order: UInt64 = 0, buyer: Buyer? = nil) {
        self.order = order
        self.buyer = buyer
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: order = try reader.readUInt64()
            case 18: try reader.readMessage(into: &buyer)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, order)
        writer.field(18, buyer)
    }
}

package struct CancelInvoiceRequest: Message {
    package static var typeName: String { "CancelInvoiceRequest" }

    package var invoice: UInt64 = 0

    package init() {}

    package init(invoice: UInt64 = 0) {
        self.invoice = invoice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
    }
}

package struct AskVoidRequest: Message {
    package static var typeName: String { "AskVoidRequest" }

    package var invoice: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(invoice: UInt64 = 0, reason: String = "") {
        self.invoice = invoice
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
        writer.field(18, reason)
    }
}

package struct ShowInvoiceRequest: Message {
    package static var typeName: String { "ShowInvoiceRequest" }

    package var invoice: UInt64 = 0

    package init() {}

    package init(invoice: UInt64 = 0) {
        self.invoice = invoice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
    }
}

/// Newest first.
package struct MyInvoicesRequest: Message {
    package static var typeName: String { "MyInvoicesRequest" }

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

/// Of one order; else of a programme, a state, both, or all.
/// `overdue`: only those whose issuer has been at it for 72 h or more.
package struct ListInvoicesRequest: Message {
    package static var typeName: String { "ListInvoicesRequest" }

    package var programme: UInt64 = 0
    package var state: InvoiceState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var order: UInt64 = 0
    package var overdue = false

    package init() {}

    package init(
        programme: UInt64 = 0, state: InvoiceState? = nil, after: UInt64 = 0, limit: UInt32 = 0, order: UInt64 = 0,
        overdue: Bool = false
    ) {
        self.programme = programme
        self.state = state
        self.after = after
        self.limit = limit
        self.order = order
        self.overdue = overdue
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 16: state = InvoiceState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            case 40: order = try reader.readUInt64()
            case 48: overdue = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
        writer.field(40, order)
        writer.field(48, overdue)
    }
}

package struct ListInvoicesReply: Message {
    package static var typeName: String { "ListInvoicesReply" }

    package var invoices: [Invoice] = []
    package var next: UInt64 = 0

    package init() {}

    package init(invoices: [Invoice] = [], next: UInt64 = 0) {
        self.invoices = invoices
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &invoices)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in invoices { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct IssuedNumber: Message {
    package static var typeName: String { "IssuedNumber" }

    package var invoice: UInt64 = 0
    /// 10 or 12 digits before a number of 8; empty before one of 20
    package var code = ""
    package var number = ""

    package init() {}

    package init(invoice: UInt64 = 0, code: String = "", number: String = "") {
        self.invoice = invoice
        self.code = code
        self.number = number
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            case 18: code = try reader.readString()
            case 26: number = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
        writer.field(18, code)
        writer.field(26, number)
    }
}

package struct IssueInvoicesRequest: Message {
    package static var typeName: String { "IssueInvoicesRequest" }

    package var invoices: [IssuedNumber] = []

    package init() {}

    package init(invoices: [IssuedNumber] = []) {
        self.invoices = invoices
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &invoices)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in invoices { writer.element(10, value) }
    }
}

/// ORD-5f: has WeChat Pay issue invoices of what was paid by it. An outcome says that one is on its way; it is issued
/// later.
package struct SendInvoicesRequest: Message {
    package static var typeName: String { "SendInvoicesRequest" }

    package var invoices: [UInt64] = []

    package init() {}

    package init(invoices: [UInt64] = []) {
        self.invoices = invoices
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoices.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &invoices) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, invoices) { $0.writeVarint($1) }
    }
}

package struct RejectInvoicesRequest: Message {
    package static var typeName: String { "RejectInvoicesRequest" }

    package var invoices: [UInt64] = []
    package var reason = ""

    package init() {}

    package init(invoices: [UInt64] = [], reason: String = "") {
        self.invoices = invoices
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoices.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &invoices) { reader throws(DecodeError) in try reader.readUInt64() }
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, invoices) { $0.writeVarint($1) }
        writer.field(18, reason)
    }
}

/// One for each, in the order given. One that fails changes nothing and stops no other.
package struct InvoiceOutcome: Message {
    package static var typeName: String { "InvoiceOutcome" }

    package var invoice: UInt64 = 0
    /// after it
    package var state: InvoiceState? = nil
    /// why nothing happened
    package var failure: Failure? = nil

    package init() {}

    package init(invoice: UInt64 = 0, state: InvoiceState? = nil, failure: Failure? = nil) {
        self.invoice = invoice
        self.state = state
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            case 16: state = InvoiceState(rawValue: try reader.readInt32())
            case 26: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(26, failure)
    }
}

package struct InvoicesReply: Message {
    package static var typeName: String { "InvoicesReply" }

    package var outcomes: [InvoiceOutcome] = []
    package var done: UInt32 = 0

    package init() {}

    package init(outcomes: [InvoiceOutcome] = [], done: UInt32 = 0) {
        self.outcomes = outcomes
        self.done = done
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: done = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, done)
    }
}

/// Whoever asked has given the reason; else it is required. One that WeChat Pay has issued is voided by it, and is
/// *voiding* until then.
package struct VoidInvoiceRequest: Message {
    package static var typeName: String { "VoidInvoiceRequest" }

    package var invoice: UInt64 = 0
    package var reason = ""
    /// of the red letter; may be empty
    package var redNumber = ""

    package init() {}

    package init(invoice: UInt64 = 0, reason: String = "", redNumber: String = "") {
        self.invoice = invoice
        self.reason = reason
        self.redNumber = redNumber
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            case 18: reason = try reader.readString()
            case 26: redNumber = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
        writer.field(18, reason)
        writer.field(26, redNumber)
    }
}

package struct KeepInvoiceRequest: Message {
    package static var typeName: String { "KeepInvoiceRequest" }

    package var invoice: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(invoice: UInt64 = 0, reason: String = "") {
        self.invoice = invoice
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
        writer.field(18, reason)
    }
}

/// ORD-5b: the file of an issued invoice, PDF or OFD by its content; another one takes its place.
package struct UploadInvoiceFileRequest: Message {
    package static var typeName: String { "UploadInvoiceFileRequest" }

    package var invoice: UInt64 = 0
    /// 1 … 2 MiB
    package var size: UInt32 = 0
    /// 32 bytes, BLAKE2b of the file
    package var digest: [UInt8] = []

    package init() {}

    package init(invoice: UInt64 = 0, size: UInt32 = 0, digest: [UInt8] = []) {
        self.invoice = invoice
        self.size = size
        self.digest = digest
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            case 16: size = try reader.readUInt32()
            case 26: digest = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
        writer.field(16, size)
        writer.field(26, digest)
    }
}

package struct GetInvoiceFileRequest: Message {
    package static var typeName: String { "GetInvoiceFileRequest" }

    package var invoice: UInt64 = 0

    package init() {}

    package init(invoice: UInt64 = 0) {
        self.invoice = invoice
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: invoice = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, invoice)
    }
}

package struct InvoiceChunk: Message {
    package static var typeName: String { "InvoiceChunk" }

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

package struct InvoiceCall: Message {
    package static var typeName: String { "InvoiceCall" }

    package var act: InvoiceAct? = nil
    package var invoice: UInt64 = 0
    /// our number of it
    package var number = ""
    package var madeMs: Int64 = 0
    /// the payment that it is for, by the gateway's name
    package var transaction = ""
    /// of an issue
    package var buyer: Buyer? = nil
    package var trainingFen: UInt64 = 0
    package var lodgingFen: UInt64 = 0
    /// of a voiding
    package var code = ""
    package var issuedNumber = ""
    /// it is voided because of a refund
    package var moneyBack = false

    package init() {}

    package init(
        act: InvoiceAct? = nil, invoice: UInt64 = 0, number: String = "", madeMs: Int64 = 0, transaction: String = "",
        buyer: Buyer? = nil, trainingFen: UInt64 = 0, lodgingFen: UInt64 = 0, code: String = "",
        issuedNumber: String = "", moneyBack: Bool = false
    ) {
        self.act = act
        self.invoice = invoice
        self.number = number
        self.madeMs = madeMs
        self.transaction = transaction
        self.buyer = buyer
        self.trainingFen = trainingFen
        self.lodgingFen = lodgingFen
        self.code = code
        self.issuedNumber = issuedNumber
        self.moneyBack = moneyBack
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: act = InvoiceAct(rawValue: try reader.readInt32())
            case 16: invoice = try reader.readUInt64()
            case 26: number = try reader.readString()
            case 32: madeMs = try reader.readInt64()
            case 42: transaction = try reader.readString()
            case 50: try reader.readMessage(into: &buyer)
            case 56: trainingFen = try reader.readUInt64()
            case 64: lodgingFen = try reader.readUInt64()
            case 74: code = try reader.readString()
            case 82: issuedNumber = try reader.readString()
            case 88: moneyBack = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, act?.rawValue ?? 0)
        writer.field(16, invoice)
        writer.field(26, number)
        writer.field(32, madeMs)
        writer.field(42, transaction)
        writer.field(50, buyer)
        writer.field(56, trainingFen)
        writer.field(64, lodgingFen)
        writer.field(74, code)
        writer.field(82, issuedNumber)
        writer.field(88, moneyBack)
    }
}

/// The same choice as in lists. UTF-8 CSV with BOM.
package struct ExportInvoicesRequest: Message {
    package static var typeName: String { "ExportInvoicesRequest" }

    package var programme: UInt64 = 0
    package var state: InvoiceState? = nil

    package init() {}

    package init(programme: UInt64 = 0, state: InvoiceState? = nil) {
        self.programme = programme
        self.state = state
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: programme = try reader.readUInt64()
            case 16: state = InvoiceState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, programme)
        writer.field(16, state?.rawValue ?? 0)
    }
}
