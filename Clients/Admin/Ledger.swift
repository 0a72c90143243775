import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ORD-6a: the ledger.
    static var ledger: Command {
        Command(
            "ledger", Phrase("all money, entered twice", "总账"),
            commands: [
                listLedger, balance, correct, reconcile, statements, differences, settle, giveBack, closePeriod,
                periods, period,
                exportPeriod,
            ])
    }

    private static var listLedger: Command {
        let order: Parameter<UInt64> = .option("order", "ID", Phrase("of this order", "仅此订单"), default: 0)
        return Command(
            "list", Phrase("what was entered, the newest first", "分录，最新在前"), order, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .ledger, .ordersListLedger) { after, limit in
                ListLedgerRequest(order: arguments[order], after: after, limit: limit)
            } rows: { (reply: ListLedgerReply, table) in
                for posting in reply.postings { table.add(posting) }
                return (reply.postings.count, reply.next)
            }
            return .ok
        }
    }

    private static var balance: Command {
        Command("balance", Phrase("the trial balance", "试算平衡表")) { _, desk in
            let reply: TrialBalanceReply = try desk.call(.ordersTrialBalance, TrialBalanceRequest())
            var table = Table(
                .init("account", Phrase("Account", "科目")), .init("fen", Phrase("Balance", "余额"), .right))
            for entry in reply.balances { table.add(Table.Cell(entry.account), Shown.fen(entry.fen)) }
            try desk.interaction.show(table)
            desk.interaction.say(
                Phrase("sum \(Fen(reply.sumFen))", "合计 \(Fen(reply.sumFen))"))
            return reply.sumFen == 0 ? .ok : .failure
        }
    }

    private static var correct: Command {
        let from: Parameter<Choice<LedgerAccount>> = .required(
            "from", "ACCOUNT", Phrase("the account it leaves", "转出科目"))
        let to: Parameter<Choice<LedgerAccount>> = .required("to", "ACCOUNT", Phrase("the account it goes to", "转入科目"))
        let amount: Parameter<Fen> = .argument("YUAN", Phrase("how much", "金额（元）"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        let order: Parameter<UInt64> = .option("order", "ID", Phrase("of this order", "相关订单"), default: 0)
        return Command(
            "correct", Phrase("correct earlier entries by another one, today", "更正分录（记入当日）"), amount, from, to, reason,
            order
        ) { arguments, desk in
            let reply: CorrectLedgerReply = try desk.call(
                .ledgerCorrect,
                CorrectLedgerRequest(
                    from: arguments[from].value, to: arguments[to].value,
                    fen: UInt64(clamping: arguments[amount].count),
                    reason: arguments[reason], order: arguments[order]))
            var table = Table.ledger
            if let posting = reply.posting { table.add(posting) }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

extension Table {
    fileprivate static var ledger: Table {
        Table(
            Column("posting", Phrase("Posting", "分录"), .right), Column("at_ms", Phrase("When", "时间"), .exact),
            Column("text", Phrase("What", "事项")), Column("account", Phrase("Account", "科目")),
            Column("fen", Phrase("Debit, or credit below zero", "借（贷为负）"), .right),
            Column("order", Phrase("Order", "订单"), .unshown),
            Column("unit_payment", Phrase("Unit payment", "单位缴费"), .unshown))
    }

    /// One row for each of its entries.
    fileprivate mutating func add(_ posting: LedgerPosting) {
        for entry in posting.entries {
            add(
                Cell(posting.id), Shown.moment(posting.atMs), Cell(posting.text), Cell(entry.account),
                Shown.fen(entry.fen), Cell(posting.order), Cell(posting.unitPayment))
        }
    }
}
