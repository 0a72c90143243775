import ClientKit
import Console
import Domain
import Messages

private let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("its id", "期次编号"))

extension Command {
    /// PRJ-8a: a draft changed; values not given stay.
    static var changeOffering: Command {
        let title: Parameter<String?> = .option("title", "TITLE", Phrase("its new title", "新名称"))
        let base: Parameter<UInt64?> = .option("base", "ORG", Phrase("where it is held now", "新的基地编号"))
        let dates: Parameter<[DateSpec]> = .options(
            "date", "DAY[:HOURS]", Phrase("the activity dates, all of them", "全部举办日期，可附学时"))
        let windows: Parameter<[WindowSpec]> = .options(
            "window", "DAY HH:MM-HH:MM[@COURSE]", Phrase("the windows, all of them", "全部考勤时段"))
        let passMark: Parameter<Hundredths?> = .option("pass-mark", "MARK", Phrase("of 100", "及格分"))
        let period: Parameter<UInt32?> = .option(
            "code-period", "SECONDS", Phrase("how long a venue code lasts", "签到码更新周期（秒）"))
        return Command(
            "change", Phrase("change a draft; what is not given stays", "修改草稿，未给出的保持不变"), offering, title, base,
            dates, windows, passMark, period
        ) { arguments, desk in
            var changed = try desk.offering(arguments[offering])
            if let title = arguments[title] { changed.title = title }
            if let base = arguments[base] { changed.base = base }
            if !arguments[dates].isEmpty {
                changed.dates = arguments[dates].map {
                    ActivityDate(day: $0.day.number, hoursTenths: $0.hours.count)
                }
            }
            if !arguments[windows].isEmpty {
                let courses = try desk.courses(of: changed.project, named: arguments[windows].compactMap(\.course))
                changed.windows = arguments[windows].map { $0.message(courses) }
            }
            if let mark = arguments[passMark] { changed.passMarkHundredths = mark.count }
            if let period = arguments[period] { changed.codePeriodS = period }
            let reply: OfferingReply = try desk.call(
                .projectsChangeOffering, ChangeOfferingRequest(offering: changed))
            try desk.show(reply.offering)
            return .ok
        }
    }

    static var cancelOffering: Command {
        let reason: Parameter<String> = .required(
            "reason", "TEXT", Phrase("why; those concerned are told", "原因，将告知相关人员"))
        return Command(
            "cancel", Phrase("it will not be held; what was recorded stays and does not count", "取消期次，已有记录保留但不计"),
            offering, reason
        ) { arguments, desk in
            let reply: OfferingReply = try desk.call(
                .projectsCancelOffering,
                CancelOfferingRequest(offering: arguments[offering], reason: arguments[reason]))
            try desk.show(reply.offering)
            return .ok
        }
    }

    static var deleteOffering: Command {
        Command("delete", Phrase("delete a draft on which nothing depends", "删除无任何关联的草稿"), offering) {
            arguments, desk in
            let _: DeleteOfferingReply = try desk.call(
                .projectsDeleteOffering, DeleteOfferingRequest(offering: arguments[offering]))
            desk.interaction.say(Phrase("deleted", "已删除"))
            return .ok
        }
    }
}
