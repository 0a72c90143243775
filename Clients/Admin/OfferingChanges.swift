import ClientKit
import Console
import Domain
import Messages

private let offering = Name<OfferingRegister>.positional

extension Command {
    /// PRJ-8a, PRJ-9c: values not given stay.
    static var changeOffering: Command {
        let title: Parameter<String?> = .option("title", "TITLE", Phrase("its new title", "新名称"))
        let base = Name<PlaceRegister>.option("base", Phrase("where it is held now", "新的举办地"))
        let dates: Parameter<[DateSpec]> = .options(
            "date", "DAY[:HOURS]", Phrase("the activity dates, all of them", "全部举办日期，可附学时"))
        let windows: Parameter<[WindowSpec]> = .options(
            "window", "DAY HH:MM-HH:MM[@COURSE]", Phrase("the windows, all of them", "全部考勤时段"))
        let passMark: Parameter<Hundredths?> = .option("pass-mark", "MARK", Phrase("of 100", "及格分"))
        let period: Parameter<UInt32?> = .option(
            "code-period", "SECONDS", Phrase("how long a venue code lasts", "签到码更新周期（秒）"))
        let modality: Parameter<Choice<Modality>?> = .option("modality", "FORM", Phrase("its new form", "新的培训形式"))
        let instructors: Parameter<[InstructorSpec]> = .options(
            "instructor", "NUMBER[:HOURS][@COURSE]",
            Phrase("the instructors, all of them; none for nobody", "全部授课教师；“无”表示没有"))
        let reason: Parameter<String?> = .option(
            "reason", "TEXT", Phrase("why; those concerned are told. A draft needs none", "原因，将告知相关人员；草稿不需要"))
        let takeBack: Parameter<Bool> = .flag(
            "take-back", Phrase("take back the change that waits for approval", "撤回待审核的变更"))
        return Command(
            "change",
            Phrase(
                "change what is given; a change of an approved offering is approved again, and replaces one that waits",
                "变更所给内容；已批准期次的变更须再次审核，并取代待审核的变更"),
            offering, title, base, dates, windows, passMark, period, modality, instructors, reason, takeBack
        ) { arguments, desk in
            var changed = try desk.offering(try desk.id(arguments[offering]))
            if let title = arguments[title] { changed.title = title }
            if let base = arguments[base] { changed.base = try desk.id(base) }
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
            if let modality = arguments[modality] { changed.modality = modality.value }
            if !arguments[instructors].isEmpty {
                changed.teaching = try desk.teaching(arguments[instructors], of: desk.project(changed.project))
            }
            let isGiven =
                arguments[title] != nil || arguments[base] != nil || !arguments[dates].isEmpty
                || !arguments[windows].isEmpty || arguments[passMark] != nil || arguments[period] != nil
                || arguments[modality] != nil || !arguments[instructors].isEmpty
            // The server takes an offering as it is held for the end of a change that waits.
            guard isGiven != arguments[takeBack] else {
                throw CommandFailure(
                    .usage, name: "usage",
                    Phrase("say what is to be different, or --take-back", "请指明要变更的内容，或使用 --take-back 撤回待审核的变更"))
            }
            let reply: ChangeOfferingReply = try desk.call(
                .projectsChangeOffering,
                ChangeOfferingRequest(offering: changed, reason: arguments[reason] ?? ""))
            try desk.show(reply.offering)
            if arguments[takeBack] { desk.interaction.say(Phrase("the change is taken back", "已撤回变更")) }
            if let change = reply.proposed {
                desk.interaction.say(
                    Phrase(
                        "change \(change.id) waits for approval; until then the offering is held as shown",
                        "变更 \(change.id) 待审核，批准前仍按以上安排举办"))
            }
            return .ok
        }
    }

    static var offeringChanges: Command {
        Command(
            "changes", Phrase("how it was changed: what held before, what is proposed", "变更记录：原安排与拟变更内容"), offering,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("state", Phrase("State", "状态")),
                .init("at_ms", Phrase("Time", "时间")), .init("before", Phrase("Before", "变更前")),
                .init("after", Phrase("After", "变更后")), .init("person_name", Phrase("By", "提出人")),
                .init("reason", Phrase("Reason", "原因"), .exact),
                .init("decision_reason", Phrase("Why not approved", "未批准原因"), .exact))
            try desk.list(arguments, table, .projectsListOfferingChanges) { after, limit in
                ListOfferingChangesRequest(offering: try desk.id(arguments[offering]), after: after, limit: limit)
            } rows: { (reply: ListOfferingChangesReply, table) in
                for change in reply.changes {
                    let courses = try desk.courseNames(of: change.after)
                    table.add(
                        .init(change.id), .init(change.state), Shown.moment(change.atMs),
                        .init(change.before?.line(unlike: change.after, courses, desk) ?? ""),
                        .init(change.after?.line(unlike: change.before, courses, desk) ?? ""), .init(change.personName),
                        .init(change.reason), .init(change.decisionReason))
                }
                return (reply.changes.count, reply.next)
            }
            return .ok
        }
    }

    static var cancelOffering: Command {
        let reason: Parameter<String> = .required(
            "reason", "TEXT", Phrase("why; those concerned are told", "原因，将告知相关人员"))
        return Command(
            "cancel", Phrase("it will not be held; what was recorded stays and does not count", "取消期次，已有记录保留但不计"),
            offering, reason, Asking.yes
        ) { arguments, desk in
            let title = arguments[offering].argument
            try desk.confirm(
                arguments,
                Phrase(
                    "Cancel \(title) for good, and tell those on its roster?", "确定取消期次“\(title)”并告知名单人员吗？取消后不能恢复。"))
            let reply: OfferingReply = try desk.call(
                .projectsCancelOffering,
                CancelOfferingRequest(offering: try desk.id(arguments[offering]), reason: arguments[reason]))
            try desk.show(reply.offering)
            return .ok
        }
    }

    static var deleteOffering: Command {
        Command("delete", Phrase("delete a draft on which nothing depends", "删除无任何关联的草稿"), offering, Asking.yes) {
            arguments, desk in
            try desk.confirmRemoval(arguments, of: arguments[offering].argument)
            let _: DeleteOfferingReply = try desk.call(
                .projectsDeleteOffering, DeleteOfferingRequest(offering: try desk.id(arguments[offering])))
            desk.interaction.say(Phrase("deleted", "已删除"))
            return .ok
        }
    }
}

extension Offering {
    /// The values that differ from another's, in one line.
    fileprivate func line(unlike other: Offering?, _ courses: [UInt64: String], _ desk: Desk) -> String {
        var parts: [String] = []
        if title != other?.title { parts.append(title) }
        if base != other?.base { parts.append("@\(desk.name(of: base, in: OrganisationRegister.self))") }
        if dates != other?.dates { parts += dates.map { "\(Day($0.day)) \(Tenths($0.hoursTenths)) h" } }
        if windows != other?.windows { parts += windows.map { $0.text(courses) } }
        if passMarkHundredths != other?.passMarkHundredths { parts.append(hundredths(Int(passMarkHundredths))) }
        if codePeriodS != other?.codePeriodS { parts.append("\(codePeriodS) s") }
        if let modality, modality != other?.modality { parts.append(desk.interaction.text(modality.phrase)) }
        for document in documents where other?.documents.contains(where: { $0.id == document.id }) != true {
            parts.append("\(desk.interaction.text(Table.Cell(document.kind).text)) \(document.id)")
        }
        if teaching != other?.teaching { parts += teaching?.instructors.map { $0.text(courses) } ?? [] }
        return parts.joined(separator: "; ")
    }
}
