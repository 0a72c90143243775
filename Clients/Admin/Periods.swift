import ClientKit
import Console
import Domain
import Messages

// ORD-6: days whose entries are closed together.
extension Command {
    private static let id: Parameter<UInt64> = .argument("PERIOD", Phrase("its id", "账期编号"))

    static var closePeriod: Command {
        let last: Parameter<Day> = .argument("DAY", Phrase("the last day to be closed; it is over", "账期最后一日（须已结束）"))
        return Command(
            "close",
            Phrase("close the days up to one; refused while something of them is unsettled", "关闭账期；尚有未了事项时不可关闭"),
            last, Asking.yes
        ) { arguments, desk in
            let day = arguments[last]
            try desk.confirm(
                arguments,
                Phrase("Close the days up to \(day) for good?", "确定关闭截至 \(day) 的账期吗？关闭后不能重新打开。"))
            try desk.show(
                try desk.call(.ledgerClosePeriod, ClosePeriodRequest(lastDay: arguments[last].number))
                    as LedgerPeriodReply)
            return .ok
        }
    }

    static var periods: Command {
        Command(
            "periods", Phrase("closed periods, the newest first", "已关闭的账期，最新在前"), Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .periods, .ledgerListPeriods) { after, limit in
                ListPeriodsRequest(after: after, limit: limit)
            } rows: { (reply: ListPeriodsReply, table) in
                for period in reply.periods { table.add(period) }
                return (reply.periods.count, reply.next)
            }
            return .ok
        }
    }

    static var period: Command {
        Command("period", Phrase("the balances of one", "查看账期的余额"), id) { arguments, desk in
            let reply: LedgerPeriodReply = try desk.call(
                .ledgerShowPeriod, ShowPeriodRequest(period: arguments[id]))
            var table = Table(
                .init("account", Phrase("Account", "科目")),
                .init("opening_fen", Phrase("Opening", "期初余额"), .right),
                .init("debit_fen", Phrase("Debit", "借方发生额"), .right),
                .init("credit_fen", Phrase("Credit", "贷方发生额"), .right),
                .init("closing_fen", Phrase("Closing", "期末余额"), .right))
            for balance in reply.period?.balances ?? [] {
                table.add(
                    .init(balance.account), Shown.fen(balance.openingFen), Shown.fen(balance.debitFen),
                    Shown.fen(balance.creditFen), Shown.fen(balance.closingFen))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }

    static var exportPeriod: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("the .xlsx or CSV to write", "写入的 .xlsx 或 CSV 文件"))
        return Command("export", Phrase("every entry of a closed period", "导出账期的全部分录"), id, out) { arguments, desk in
            try desk.export(
                .ledgerExportPeriod, ExportPeriodRequest(period: arguments[id]), to: arguments[out], money: [4, 5])
        }
    }
}

extension Desk {
    fileprivate func show(_ reply: LedgerPeriodReply) throws {
        var table = Table.periods
        if let period = reply.period { table.add(period) }
        try interaction.show(table)
    }
}

extension Table {
    fileprivate static var periods: Table {
        Table(
            Column("period", Phrase("Period", "账期"), .right), Column("first_day", Phrase("From", "起"), .exact),
            Column("last_day", Phrase("To", "止"), .exact), Column("closed_ms", Phrase("Closed", "关闭时间"), .exact),
            Column("person_name", Phrase("By", "关闭人")))
    }

    fileprivate mutating func add(_ period: LedgerPeriod) {
        add(
            Cell(period.id), Shown.day(period.firstDay), Shown.day(period.lastDay), Shown.moment(period.closedMs),
            Cell(period.personName))
    }
}
