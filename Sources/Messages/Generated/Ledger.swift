// Generated from Protocol/ledger.proto by `make generate`; change that and generate again.

package import Wire

package struct GatewayStatement: Message {
    package static var typeName: String { "GatewayStatement" }

    package var id: UInt64 = 0
    package var channel: PaymentChannel? = nil
    package var day: Int32 = 0
    package var state: StatementState? = nil
    package var fileName = ""
    /// compared so far
    package var rows: UInt64 = 0
    package var matched: UInt64 = 0
    package var missingHere: UInt64 = 0
    package var missingThere: UInt64 = 0
    package var different: UInt64 = 0
    package var repeated: UInt64 = 0
    /// of its rows
    package var paidFen: UInt64 = 0
    package var refundedFen: UInt64 = 0
    /// differences that nobody has settled
    package var open: UInt64 = 0
    package var createdMs: Int64 = 0
    /// 0 until it is compared
    package var finishedMs: Int64 = 0
    /// who sent it
    package var person: UInt64 = 0
    package var personName = ""

    package init() {}

    package init(
        id: UInt64 = 0, channel: PaymentChannel? = nil, day: Int32 = 0, state: StatementState? = nil,
        fileName: String = "", rows: UInt64 = 0, matched: UInt64 = 0, missingHere: UInt64 = 0, missingThere: UInt64 = 0,
        different: UInt64 = 0, repeated: UInt64 = 0, paidFen: UInt64 = 0, refundedFen: UInt64 = 0, open: UInt64 = 0,
        createdMs: Int64 = 0, finishedMs: Int64 = 0, person: UInt64 = 0, personName: String = ""
    ) {
        self.id = id
        self.channel = channel
        self.day = day
        self.state = state
        self.fileName = fileName
        self.rows = rows
        self.matched = matched
        self.missingHere = missingHere
        self.missingThere = missingThere
        self.different = different
        self.repeated = repeated
        self.paidFen = paidFen
        self.refundedFen = refundedFen
        self.open = open
        self.createdMs = createdMs
        self.finishedMs = finishedMs
        self.person = person
        self.personName = personName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 24: day = try reader.readInt32()
            case 32: state = StatementState(rawValue: try reader.readInt32())
            case 42: fileName = try reader.readString()
            case 48: rows = try reader.readUInt64()
            case 56: matched = try reader.readUInt64()
            case 64: missingHere = try reader.readUInt64()
            case 72: missingThere = try reader.readUInt64()
            case 80: different = try reader.readUInt64()
            case 88: repeated = try reader.readUInt64()
            case 96: paidFen = try reader.readUInt64()
            case 104: refundedFen = try reader.readUInt64()
            case 112: open = try reader.readUInt64()
            case 120: createdMs = try reader.readInt64()
            case 128: finishedMs = try reader.readInt64()
            case 136: person = try reader.readUInt64()
            case 146: personName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, channel?.rawValue ?? 0)
        writer.field(24, day)
        writer.field(32, state?.rawValue ?? 0)
        writer.field(42, fileName)
        writer.field(48, rows)
        writer.field(56, matched)
        writer.field(64, missingHere)
        writer.field(72, missingThere)
        writer.field(80, different)
        writer.field(88, repeated)
        writer.field(96, paidFen)
        writer.field(104, refundedFen)
        writer.field(112, open)
        writer.field(120, createdMs)
        writer.field(128, finishedMs)
        writer.field(136, person)
        writer.field(146, personName)
    }
}

package struct StatementReply: Message {
    package static var typeName: String { "StatementReply" }

    package var statement: GatewayStatement? = nil

    package init() {}

    package init(statement: GatewayStatement? = nil) {
        self.statement = statement
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &statement)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, statement)
    }
}

/// Another statement of the same gateway and day, if one was begun and not finished, is abandoned.
package struct BeginStatementRequest: Message {
    package static var typeName: String { "BeginStatementRequest" }

    package var channel: PaymentChannel? = nil
    package var day: Int32 = 0
    package var fileName = ""

    package init() {}

    package init(channel: PaymentChannel? = nil, day: Int32 = 0, fileName: String = "") {
        self.channel = channel
        self.day = day
        self.fileName = fileName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 16: day = try reader.readInt32()
            case 26: fileName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, channel?.rawValue ?? 0)
        writer.field(16, day)
        writer.field(26, fileName)
    }
}

package struct StatementRow: Message {
    package static var typeName: String { "StatementRow" }

    package var kind: StatementRowKind? = nil
    /// ours, of the payment or of the refund
    package var number = ""
    /// the gateway's own name for it
    package var transaction = ""
    package var fen: UInt64 = 0
    /// of a payment; 0 where the file does not say
    package var atMs: Int64 = 0

    package init() {}

    package init(
        kind: StatementRowKind? = nil, number: String = "", transaction: String = "", fen: UInt64 = 0, atMs: Int64 = 0
    ) {
        self.kind = kind
        self.number = number
        self.transaction = transaction
        self.fen = fen
        self.atMs = atMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = StatementRowKind(rawValue: try reader.readInt32())
            case 18: number = try reader.readString()
            case 26: transaction = try reader.readString()
            case 32: fen = try reader.readUInt64()
            case 40: atMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(18, number)
        writer.field(26, transaction)
        writer.field(32, fen)
        writer.field(40, atMs)
    }
}

package struct AddStatementRowsRequest: Message {
    package static var typeName: String { "AddStatementRowsRequest" }

    package var statement: UInt64 = 0
    /// rows before these; others than the server has → stale_context
    package var first: UInt64 = 0
    /// 1 … 1,000
    package var rows: [StatementRow] = []

    package init() {}

    package init(statement: UInt64 = 0, first: UInt64 = 0, rows: [StatementRow] = []) {
        self.statement = statement
        self.first = first
        self.rows = rows
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: statement = try reader.readUInt64()
            case 16: first = try reader.readUInt64()
            case 26: try reader.readMessage(appendingTo: &rows)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, statement)
        writer.field(16, first)
        for value in rows { writer.element(26, value) }
    }
}

/// After the last row. It looks for what is missing there, so many rows a call: called again until it is `compared`.
package struct FinishStatementRequest: Message {
    package static var typeName: String { "FinishStatementRequest" }

    package var statement: UInt64 = 0
    package var rows: UInt64 = 0

    package init() {}

    package init(statement: UInt64 = 0, rows: UInt64 = 0) {
        self.statement = statement
        self.rows = rows
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: statement = try reader.readUInt64()
            case 16: rows = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, statement)
        writer.field(16, rows)
    }
}

/// Newest first.
package struct ListStatementsRequest: Message {
    package static var typeName: String { "ListStatementsRequest" }

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

package struct ListStatementsReply: Message {
    package static var typeName: String { "ListStatementsReply" }

    package var statements: [GatewayStatement] = []
    package var next: UInt64 = 0

    package init() {}

    package init(statements: [GatewayStatement] = [], next: UInt64 = 0) {
        self.statements = statements
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &statements)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in statements { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct StatementDifference: Message {
    package static var typeName: String { "StatementDifference" }

    package var id: UInt64 = 0
    package var statement: UInt64 = 0
    package var channel: PaymentChannel? = nil
    package var day: Int32 = 0
    package var kind: DifferenceKind? = nil
    package var rowKind: StatementRowKind? = nil
    package var number = ""
    package var transaction = ""
    package var oursFen: UInt64 = 0
    package var theirsFen: UInt64 = 0
    /// 0 = of none that is known
    package var order: UInt64 = 0
    package var state: DifferenceState? = nil
    /// what is known here, in the caller's language
    package var explanation = ""
    /// of whoever settled it
    package var reason = ""
    package var settledBy: UInt64 = 0
    package var settledByName = ""
    package var settledMs: Int64 = 0
    package var createdMs: Int64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, statement: UInt64 = 0, channel: PaymentChannel? = nil, day: Int32 = 0,
        kind: DifferenceKind? = nil, rowKind: StatementRowKind? = nil, number: String = "", transaction: String = "",
        oursFen: UInt64 = 0, theirsFen: UInt64 = 0, order: UInt64 = 0, state: DifferenceState? = nil,
        explanation: String = "", reason: String = "", settledBy: UInt64 = 0, settledByName: String = "",
        settledMs: Int64 = 0, createdMs: Int64 = 0
    ) {
        self.id = id
        self.statement = statement
        self.channel = channel
        self.day = day
        self.kind = kind
        self.rowKind = rowKind
        self.number = number
        self.transaction = transaction
        self.oursFen = oursFen
        self.theirsFen = theirsFen
        self.order = order
        self.state = state
        self.explanation = explanation
        self.reason = reason
        self.settledBy = settledBy
        self.settledByName = settledByName
        self.settledMs = settledMs
        self.createdMs = createdMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: statement = try reader.readUInt64()
            case 24: channel = PaymentChannel(rawValue: try reader.readInt32())
            case 32: day = try reader.readInt32()
            case 40: kind = DifferenceKind(rawValue: try reader.readInt32())
            case 48: rowKind = StatementRowKind(rawValue: try reader.readInt32())
            case 58: number = try reader.readString()
            case 66: transaction = try reader.readString()
            case 72: oursFen = try reader.readUInt64()
            case 80: theirsFen = try reader.readUInt64()
            case 88: order = try reader.readUInt64()
            case 96: state = DifferenceState(rawValue: try reader.readInt32())
            case 106: explanation = try reader.readString()
            case 114: reason = try reader.readString()
            case 120: settledBy = try reader.readUInt64()
            case 130: settledByName = try reader.readString()
            case 136: settledMs = try reader.readInt64()
            case 144: createdMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, statement)
        writer.field(24, channel?.rawValue ?? 0)
        writer.field(32, day)
        writer.field(40, kind?.rawValue ?? 0)
        writer.field(48, rowKind?.rawValue ?? 0)
        writer.field(58, number)
        writer.field(66, transaction)
        writer.field(72, oursFen)
        writer.field(80, theirsFen)
        writer.field(88, order)
        writer.field(96, state?.rawValue ?? 0)
        writer.field(106, explanation)
        writer.field(114, reason)
        writer.field(120, settledBy)
        writer.field(130, settledByName)
        writer.field(136, settledMs)
        writer.field(144, createdMs)
    }
}

/// Of one statement, or all; of one state, or all. Newest first.
package struct ListDifferencesRequest: Message {
    package static var typeName: String { "ListDifferencesRequest" }

    package var statement: UInt64 = 0
    package var state: DifferenceState? = nil
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(statement: UInt64 = 0, state: DifferenceState? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.statement = statement
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: statement = try reader.readUInt64()
            case 16: state = DifferenceState(rawValue: try reader.readInt32())
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, statement)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListDifferencesReply: Message {
    package static var typeName: String { "ListDifferencesReply" }

    package var differences: [StatementDifference] = []
    package var next: UInt64 = 0

    package init() {}

    package init(differences: [StatementDifference] = [], next: UInt64 = 0) {
        self.differences = differences
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &differences)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in differences { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct SettleDifferencesRequest: Message {
    package static var typeName: String { "SettleDifferencesRequest" }

    package var differences: [UInt64] = []
    package var reason = ""

    package init() {}

    package init(differences: [UInt64] = [], reason: String = "") {
        self.differences = differences
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: differences.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &differences) { reader throws(DecodeError) in try reader.readUInt64() }
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, differences) { $0.writeVarint($1) }
        writer.field(18, reason)
    }
}

/// One for each, in the order given. One that fails changes nothing and stops no other.
package struct DifferenceOutcome: Message {
    package static var typeName: String { "DifferenceOutcome" }

    package var difference: UInt64 = 0
    package var failure: Failure? = nil

    package init() {}

    package init(difference: UInt64 = 0, failure: Failure? = nil) {
        self.difference = difference
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: difference = try reader.readUInt64()
            case 18: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, difference)
        writer.field(18, failure)
    }
}

package struct SettleDifferencesReply: Message {
    package static var typeName: String { "SettleDifferencesReply" }

    package var outcomes: [DifferenceOutcome] = []
    package var done: UInt32 = 0

    package init() {}

    package init(outcomes: [DifferenceOutcome] = [], done: UInt32 = 0) {
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

/// ORD-2: of open differences, payments that a gateway has and nobody ordered here, or that came once more under the
/// number of a payment:
/// each is entered as money of no order and goes back through its gateway. 1 … 1,000, and why.
package struct ReturnDifferencesRequest: Message {
    package static var typeName: String { "ReturnDifferencesRequest" }

    package var differences: [UInt64] = []
    package var reason = ""

    package init() {}

    package init(differences: [UInt64] = [], reason: String = "") {
        self.differences = differences
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: differences.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &differences) { reader throws(DecodeError) in try reader.readUInt64() }
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, differences) { $0.writeVarint($1) }
        writer.field(18, reason)
    }
}

/// ORD-6a: moves money from one account to another, because an entry was wrong. It is entered today: what is closed
/// stays.
package struct CorrectLedgerRequest: Message {
    package static var typeName: String { "CorrectLedgerRequest" }

    package var from: LedgerAccount? = nil
    package var to: LedgerAccount? = nil
    package var fen: UInt64 = 0
    /// 1 … 500 characters
    package var reason = ""
    /// 0 = of none
    package var order: UInt64 = 0

    package init() {}

    package init(
        from: LedgerAccount? = nil, to: LedgerAccount? = nil, fen: UInt64 = 0, reason: String = "", order: UInt64 = 0
    ) {
        self.from = from
        self.to = to
        self.fen = fen
        self.reason = reason
        self.order = order
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: from = LedgerAccount(rawValue: try reader.readInt32())
            case 16: to = LedgerAccount(rawValue: try reader.readInt32())
            case 24: fen = try reader.readUInt64()
            case 34: reason = try reader.readString()
            case 40: order = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, from?.rawValue ?? 0)
        writer.field(16, to?.rawValue ?? 0)
        writer.field(24, fen)
        writer.field(34, reason)
        writer.field(40, order)
    }
}

package struct CorrectLedgerReply: Message {
    package static var typeName: String { "CorrectLedgerReply" }

    package var posting: LedgerPosting? = nil

    package init() {}

    package init(posting: LedgerPosting? = nil) {
        self.posting = posting
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &posting)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, posting)
    }
}

/// An accounting period: days whose entries are closed together, each after the one before.
package struct PeriodBalance: Message {
    package static var typeName: String { "PeriodBalance" }

    package var account: LedgerAccount? = nil
    package var openingFen: Int64 = 0
    /// entered in the period
    package var debitFen: Int64 = 0
    /// the same, as an amount above zero
    package var creditFen: Int64 = 0
    package var closingFen: Int64 = 0

    package init() {}

    package init(
        account: LedgerAccount? = nil, openingFen: Int64 = 0, debitFen: Int64 = 0, creditFen: Int64 = 0,
        closingFen: Int64 = 0
    ) {
        self.account = account
        self.openingFen = openingFen
        self.debitFen = debitFen
        self.creditFen = creditFen
        self.closingFen = closingFen
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: account = LedgerAccount(rawValue: try reader.readInt32())
            case 16: openingFen = try reader.readInt64()
            case 24: debitFen = try reader.readInt64()
            case 32: creditFen = try reader.readInt64()
            case 40: closingFen = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, account?.rawValue ?? 0)
        writer.field(16, openingFen)
        writer.field(24, debitFen)
        writer.field(32, creditFen)
        writer.field(40, closingFen)
    }
}

package struct LedgerPeriod: Message {
    package static var typeName: String { "LedgerPeriod" }

    package var id: UInt64 = 0
    package var firstDay: Int32 = 0
    package var lastDay: Int32 = 0
    package var closedMs: Int64 = 0
    /// who closed it
    package var person: UInt64 = 0
    package var personName = ""
    /// empty in lists
    package var balances: [PeriodBalance] = []

    package init() {}

    package init(
        id: UInt64 = 0, firstDay: Int32 = 0, lastDay: Int32 = 0, closedMs: Int64 = 0, person: UInt64 = 0,
        personName: String = "", balances: [PeriodBalance] = []
    ) {
        self.id = id
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.closedMs = closedMs
        self.person = person
        self.personName = personName
        self.balances = balances
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: firstDay = try reader.readInt32()
            case 24: lastDay = try reader.readInt32()
            case 32: closedMs = try reader.readInt64()
            case 40: person = try reader.readUInt64()
            case 50: personName = try reader.readString()
            case 58: try reader.readMessage(appendingTo: &balances)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, firstDay)
        writer.field(24, lastDay)
        writer.field(32, closedMs)
        writer.field(40, person)
        writer.field(50, personName)
        for value in balances { writer.element(58, value) }
    }
}

/// Up to the end of a day that is over, from the end of the period before.
package struct ClosePeriodRequest: Message {
    package static var typeName: String { "ClosePeriodRequest" }

    package var lastDay: Int32 = 0

    package init() {}

    package init(lastDay: Int32 = 0) {
        self.lastDay = lastDay
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: lastDay = try reader.readInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, lastDay)
    }
}

package struct LedgerPeriodReply: Message {
    package static var typeName: String { "LedgerPeriodReply" }

    package var period: LedgerPeriod? = nil

    package init() {}

    package init(period: LedgerPeriod? = nil) {
        self.period = period
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &period)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, period)
    }
}

package struct ShowPeriodRequest: Message {
    package static var typeName: String { "ShowPeriodRequest" }

    package var period: UInt64 = 0

    package init() {}

    package init(period: UInt64 = 0) {
        self.period = period
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: period = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, period)
    }
}

/// Newest first.
package struct ListPeriodsRequest: Message {
    package static var typeName: String { "ListPeriodsRequest" }

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

package struct ListPeriodsReply: Message {
    package static var typeName: String { "ListPeriodsReply" }

    package var periods: [LedgerPeriod] = []
    package var next: UInt64 = 0

    package init() {}

    package init(periods: [LedgerPeriod] = [], next: UInt64 = 0) {
        self.periods = periods
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &periods)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in periods { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// Every entry of the period, in the order they were made. UTF-8 CSV with BOM.
package struct ExportPeriodRequest: Message {
    package static var typeName: String { "ExportPeriodRequest" }

    package var period: UInt64 = 0

    package init() {}

    package init(period: UInt64 = 0) {
        self.period = period
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: period = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, period)
    }
}
