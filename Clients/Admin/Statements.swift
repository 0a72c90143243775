import ClientKit
import Console
import Domain
import Messages
import StatementFiles

// ORD-6b: statements of gateways, and what they differ in from the books.
extension Command {
    static var reconcile: Command {
        let file: Parameter<String> = .argument("FILE", Phrase("as the gateway gives it", "支付机构提供的对账单文件"))
        let by: Parameter<Choice<PaymentChannel>> = .required(
            "by", "CHANNEL", Phrase("whose statement it is", "对账单所属支付机构"))
        let day: Parameter<Day> = .required("day", "DAY", Phrase("which day it is about", "对账单日期"))
        return Command(
            "reconcile", Phrase("compare a gateway's statement of a day with the books", "核对支付机构某日的对账单"), file, by, day
        ) { arguments, desk in
            var comparison = StatementComparison(
                desk, arguments[by].value, arguments[day], name: fileName(of: arguments[file]))
            let statement = try comparison.run(arguments[file])
            var table = Table.statements
            table.add(statement)
            try desk.interaction.show(table)
            guard statement.open > 0 else { return .ok }
            desk.interaction.warn(
                Phrase(
                    "\(statement.open) open: rollcall-admin ledger differences --statement \(statement.id)",
                    "\(statement.open) 项待处理：rollcall-admin ledger differences --statement \(statement.id)"))
            return .incomplete
        }
    }

    private static func fileName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    static var statements: Command {
        Command(
            "statements", Phrase("statements that were compared, the newest first", "已核对的对账单，最新在前"), Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .statements, .ledgerListStatements) { after, limit in
                ListStatementsRequest(after: after, limit: limit)
            } rows: { (reply: ListStatementsReply, table) in
                for statement in reply.statements { table.add(statement) }
                return (reply.statements.count, reply.next)
            }
            return .ok
        }
    }

    static var differences: Command {
        let statement: Parameter<UInt64> = .option(
            "statement", "ID", Phrase("of this statement", "仅此对账单"), default: 0)
        let state: Parameter<Choice<DifferenceState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "differences", Phrase("what statements and the books differ in, the newest first", "对账差异，最新在前"), statement,
            state,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .differences, .ledgerListDifferences) { after, limit in
                ListDifferencesRequest(
                    statement: arguments[statement], state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListDifferencesReply, table) in
                for difference in reply.differences { table.add(difference) }
                return (reply.differences.count, reply.next)
            }
            return .ok
        }
    }

    static var settle: Command {
        decision("settle", Phrase("say why differences are none any more", "处理对账差异，须填写说明")) { ids, reason, desk in
            try desk.call(.ledgerSettleDifferences, SettleDifferencesRequest(differences: ids, reason: reason))
        }
    }

    /// ORD-2: money that is missing here.
    static var giveBack: Command {
        decision(
            "return", Phrase("send money that nobody ordered here back through its gateway", "将本方无订单的付款经原支付机构退回")
        ) { ids, reason, desk in
            try desk.call(.ledgerReturnDifferences, ReturnDifferencesRequest(differences: ids, reason: reason))
        }
    }

    private static func decision(
        _ name: String, _ what: Phrase,
        decide: @escaping @Sendable ([UInt64], String, Desk) throws -> SettleDifferencesReply
    ) -> Command {
        let ids: Parameter<IdList> = .required("ids", "1,2,3", Phrase("these", "差异编号"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "处理说明"))
        return Command(name, what, ids, reason) { arguments, desk in
            let reply = try decide(arguments[ids].ids, arguments[reason], desk)
            var table = Table(
                .init("difference", Phrase("Difference", "差异"), .right),
                .init("error", Phrase("Refused", "未处理原因"), .exact))
            for outcome in reply.outcomes {
                table.add(
                    .init(outcome.difference),
                    outcome.failure.map { .init(Phrase($0.text), json: .string($0.name)) } ?? .empty)
            }
            try desk.interaction.show(table)
            if reply.outcomes.count == Int(reply.done) { return .ok }
            return reply.done == 0 ? .refused : .incomplete
        }
    }
}

/// One statement on its way to the server: as many rows at once as a call takes.
private struct StatementComparison {
    private static let rowsACall = 1000

    private let desk: Desk
    private let channel: PaymentChannel
    private let day: Day
    private let name: String
    private var rows: [StatementRow] = []
    private var sent: UInt64 = 0

    init(_ desk: Desk, _ channel: PaymentChannel, _ day: Day, name: String) {
        (self.desk, self.channel, self.day, self.name) = (desk, channel, day, name)
    }

    mutating func run(_ path: String) throws -> GatewayStatement {
        // A file that is not a whole statement is refused before anything is compared.
        try read(path) { (_: [StatementEntry]) throws(CommandFailure) in }
        let begun: StatementReply = try desk.call(
            .ledgerBeginStatement,
            BeginStatementRequest(channel: channel, day: day.number, fileName: name))
        guard let id = begun.statement?.id else { throw ClientError.badReply(.ledgerBeginStatement).commandFailure }
        let progress = desk.interaction.progress(Phrase("rows compared", "已核对"))
        defer { progress.finish() }
        var pending = self
        try read(path) { (entries: [StatementEntry]) throws(CommandFailure) in
            pending.rows += entries.map(StatementRow.init)
            while pending.rows.count >= Self.rowsACall {
                try pending.send(Self.rowsACall, to: id)
                progress.update(Int(pending.sent))
            }
        }
        if !pending.rows.isEmpty { try pending.send(pending.rows.count, to: id) }
        while true {
            let reply: StatementReply = try desk.call(
                .ledgerFinishStatement, FinishStatementRequest(statement: id, rows: pending.sent))
            guard let statement = reply.statement else {
                throw ClientError.badReply(.ledgerFinishStatement).commandFailure
            }
            if statement.state != .running { return statement }
        }
    }

    private mutating func send(_ count: Int, to statement: UInt64) throws(CommandFailure) {
        let part = Array(rows.prefix(count))
        rows.removeFirst(count)
        let _: StatementReply = try desk.call(
            .ledgerAddStatementRows, AddStatementRowsRequest(statement: statement, first: sent, rows: part))
        sent += UInt64(count)
    }

    private func read(
        _ path: String, each: ([StatementEntry]) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
        func entries(_ read: () throws(Refusal) -> [StatementEntry]) throws(CommandFailure) -> [StatementEntry] {
            do throws(Refusal) {
                return try read()
            } catch {
                throw CommandFailure(
                    .refused, name: error.code.name, Phrase("\(path): \(error.reason.en)", "\(path)：\(error.reason.zh)")
                )
            }
        }
        var file = StatementFile(channel, day: day)
        let isThere = try PrivateFile.readPieces(path) { (bytes: [UInt8]) throws(CommandFailure) in
            try each(entries { () throws(Refusal) in try file.read(bytes) })
        }
        guard isThere else {
            throw CommandFailure(.usage, name: "no_such_file", Phrase("\(path): no such file", "\(path)：文件不存在"))
        }
        try each(entries { () throws(Refusal) in try file.finish() })
    }
}

extension StatementRow {
    fileprivate init(_ entry: StatementEntry) {
        self.init(
            kind: entry.kind, number: entry.number, transaction: entry.transaction,
            fen: UInt64(clamping: entry.amount.count), atMs: entry.atMs ?? 0)
    }
}

extension Table {
    fileprivate static var statements: Table {
        Table(
            Column("statement", Phrase("Statement", "对账单"), .right), Column("channel", Phrase("Of", "支付机构")),
            Column("day", Phrase("Day", "日期"), .exact), Column("rows", Phrase("Rows", "笔数"), .right),
            Column("matched", Phrase("Matched", "相符"), .right),
            Column("missing_here", Phrase("Missing here", "本方缺少"), .right),
            Column("missing_there", Phrase("Missing there", "对方缺少"), .right),
            Column("different", Phrase("Different", "金额不符"), .right),
            Column("repeated", Phrase("Repeated", "重复"), .right), Column("open", Phrase("Open", "待处理"), .right),
            Column("state", Phrase("State", "状态")), Column("paid_fen", Phrase("Paid", "付款"), .unshown),
            Column("refunded_fen", Phrase("Refunded", "退款"), .unshown),
            Column("file_name", Phrase("File", "文件"), .unshown),
            Column("created_ms", Phrase("Sent", "上传时间"), .unshown),
            Column("person_name", Phrase("By", "上传人"), .unshown))
    }

    fileprivate mutating func add(_ statement: GatewayStatement) {
        add(
            Cell(statement.id), Cell(statement.channel), Shown.day(statement.day), Cell(statement.rows),
            Cell(statement.matched), Cell(statement.missingHere), Cell(statement.missingThere),
            Cell(statement.different), Cell(statement.repeated), Cell(statement.open), Cell(statement.state),
            Shown.fen(statement.paidFen), Shown.fen(statement.refundedFen), Cell(statement.fileName),
            Shown.moment(statement.createdMs), Cell(statement.personName))
    }

    fileprivate static var differences: Table {
        Table(
            Column("difference", Phrase("Difference", "差异"), .right), Column("channel", Phrase("Of", "支付机构")),
            Column("day", Phrase("Day", "日期"), .exact), Column("kind", Phrase("What", "差异类型")),
            Column("row_kind", Phrase("Row", "记录")), Column("number", Phrase("Number", "单号"), .exact),
            Column("ours_fen", Phrase("Here", "本方"), .right), Column("theirs_fen", Phrase("There", "对方"), .right),
            Column("order", Phrase("Order", "订单"), .right), Column("state", Phrase("State", "状态")),
            Column("explanation", Phrase("What is known", "说明")), Column("reason", Phrase("Settled because", "处理说明")),
            Column("settled_by", Phrase("By", "处理人"), .unshown),
            Column("statement", Phrase("Statement", "对账单"), .unshown),
            Column("transaction", Phrase("Transaction", "支付机构单号"), .unshown))
    }

    fileprivate mutating func add(_ difference: StatementDifference) {
        add(
            Cell(difference.id), Cell(difference.channel), Shown.day(difference.day), Cell(difference.kind),
            Cell(difference.rowKind), Cell(difference.number), Shown.fen(difference.oursFen),
            Shown.fen(difference.theirsFen), difference.order == 0 ? .empty : Cell(difference.order),
            Cell(difference.state), Cell(difference.explanation), Cell(difference.reason),
            Cell(difference.settledByName), Cell(difference.statement), Cell(difference.transaction))
    }
}
