import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EXM-7: results, contact hours and credits from elsewhere or before. Commissions accept them as reviews.
    static var outsideRecords: Command {
        Command(
            "outside", Phrase("results, hours and credits from elsewhere or before", "外部成绩、学时与学分"),
            commands: [enter, correct, withdraw, list, show])
    }

    private static let record: Parameter<UInt64> = .argument("RECORD", Phrase("its id", "记录编号"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
    private static let mark: Parameter<String?> = .option("mark", "MARK", Phrase("as it was given", "成绩（原样填写）"))
    private static let hours: Parameter<Tenths?> = .option("hours", "HOURS", Phrase("contact hours", "学时"))
    private static let credits: Parameter<Tenths?> = .option("credits", "CREDITS", Phrase("credits", "学分"))
    private static let category: Parameter<Choice<CreditCategory>?> = .option(
        "category", "CATEGORY", Phrase("of hours and credits; else II", "学分类别，默认Ⅱ类"))

    private static var enter: Command {
        let name: Parameter<String> = .required("name", "NAME", Phrase("whose it is", "姓名"))
        let title: Parameter<String> = .required("title", "TEXT", Phrase("what it was", "培训或考试名称"))
        let day: Parameter<Day> = .required("day", "DAY", Phrase("its last day", "结束日期"))
        return Command(
            "enter", Phrase("enter one; asks for the ID number", "登记一条，随后输入身份证号"), Name<PlaceRegister>.positional, name,
            title, day, mark, hours, credits, category
        ) { arguments, desk in
            let number = try desk.interaction.askSecret(Phrase("ID number", "身份证号"), insteadOf: nil)
            return try desk.changeOutside(
                .outsideRecordsEnter,
                EnterOutsideRequest(
                    organisation: try desk.id(arguments[Name<PlaceRegister>.positional]),
                    record: OutsideRecord(
                        name: arguments[name], idNumber: number, title: arguments[title],
                        day: arguments[day].number, mark: arguments[mark] ?? "",
                        hoursTenths: arguments[hours]?.count ?? 0, creditsTenths: arguments[credits]?.count ?? 0,
                        category: arguments[category]?.value)))
        }
    }

    private static var correct: Command {
        let name: Parameter<String?> = .option("name", "NAME", Phrase("whose it is", "姓名"))
        let title: Parameter<String?> = .option("title", "TEXT", Phrase("what it was", "培训或考试名称"))
        let day: Parameter<Day?> = .option("day", "DAY", Phrase("its last day", "结束日期"))
        return Command(
            "correct",
            Phrase("put one right that is not decided, or was returned; it waits again", "更正未审核或被退回的记录，重新审核"),
            record, name, title, day, mark, hours, credits, category, reason
        ) { arguments, desk in
            try desk.changeOutside(
                .outsideRecordsCorrect,
                CorrectOutsideRequest(
                    record: OutsideRecord(
                        id: arguments[record], name: arguments[name] ?? "", title: arguments[title] ?? "",
                        day: arguments[day]?.number ?? 0, mark: arguments[mark] ?? "",
                        hoursTenths: arguments[hours]?.count ?? 0, creditsTenths: arguments[credits]?.count ?? 0,
                        category: arguments[category]?.value), reason: arguments[reason]))
        }
    }

    private static var withdraw: Command {
        Command("withdraw", Phrase("take one back, also an accepted one", "撤回记录（含已认可的）"), record, reason) {
            arguments, desk in
            try desk.changeOutside(
                .outsideRecordsWithdraw,
                WithdrawOutsideRequest(record: arguments[record], reason: arguments[reason]))
        }
    }

    private static var show: Command {
        Command(
            "show", Phrase("one of a base's or provider's, as it stands now", "查看一条记录"),
            Name<PlaceRegister>.positional, record
        ) { arguments, desk in
            let organisation = try desk.id(arguments[Name<PlaceRegister>.positional])
            let id = arguments[record]
            // The list goes down by id.
            let reply: ListOutsideReply = try desk.call(
                .outsideRecordsList, ListOutsideRequest(organisation: organisation, after: id &+ 1, limit: 1))
            guard let found = reply.records.first, found.id == id else {
                throw CommandFailure(
                    .refused, name: "not_found", Phrase("there is no record \(id) here", "此处没有记录 \(id)"),
                    next: Phrase("outside list \(organisation)"))
            }
            var table = Table.outsideRecords
            table.add(found)
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let state: Parameter<Choice<OutsideState>?> = .option(
            "state", "STATE", Phrase("only in this state", "仅此状态"))
        return Command(
            "list", Phrase("what a base or a provider has entered, newest first", "基地或主办单位登记的外部记录，最新在前"),
            Name<PlaceRegister>.positional, state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let organisation = try desk.id(arguments[Name<PlaceRegister>.positional])
            try desk.list(arguments, .outsideRecords, .outsideRecordsList) { after, limit in
                ListOutsideRequest(
                    organisation: organisation, state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListOutsideReply, table) in
                for record in reply.records { table.add(record) }
                return (reply.records.count, reply.next)
            }
            return .ok
        }
    }
}
