import ClientKit
import Console
import Messages

extension Command {
    /// REC-6, REC-7: the applications of a round, for officers and bases.
    static var applications: Command {
        Command("applications", Phrase("applications of a round", "报名申请"), commands: [list, show, submitted])
    }

    private static var list: Command {
        let round = Name<RoundRegister>.positional
        let place = Name<OrganisationRegister>.required(
            "in", Phrase("a region, or a base, of yours", "所辖地区或基地"))
        let state: Parameter<Choice<ApplicationState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        let level: Parameter<Choice<ReviewLevel>?> = .option(
            "level", "LEVEL", Phrase("waiting at this level", "在此级别待审核"))
        let specialty: Parameter<String?> = .option("specialty", "NAME", Phrase("of this specialty", "仅此专业"))
        let name: Parameter<String?> = .option("name", "TEXT", Phrase("whose names begin so", "姓名以此开头"))
        let phone: Parameter<String?> = .option("phone", "PHONE", Phrase("of exactly this phone", "手机号（完整）"))
        return Command(
            "list", Phrase("list and search applications", "查询报名申请"), round, place, state, level, specialty, name,
            phone, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let specialty = try arguments[specialty].map { try desk.entry(.specialty, $0) } ?? 0
            try desk.list(arguments, .applications, .recruitmentListApplications) { after, limit in
                ListApplicationsRequest(
                    round: try desk.id(arguments[round]), organisation: try desk.id(arguments[place]),
                    state: arguments[state]?.value, level: arguments[level]?.value,
                    specialty: specialty, namePrefix: arguments[name] ?? "", phone: arguments[phone] ?? "",
                    after: after, limit: limit)
            } rows: { (reply: ListApplicationsReply, table) in
                for application in reply.applications { table.add(application) }
                return (reply.applications.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        let id: Parameter<UInt64> = .argument("ID", Phrase("its id", "报名编号"))
        return Command("show", Phrase("one application and its history", "查看报名及其记录"), id) { arguments, desk in
            let reply: ApplicationReply = try desk.call(
                .recruitmentGetApplication, GetApplicationRequest(application: arguments[id]))
            if let application = reply.application { try desk.interaction.show(application) }
            return .ok
        }
    }

    /// REC-9.
    private static var submitted: Command {
        let id: Parameter<UInt64> = .argument("ID", Phrase("its id", "报名编号"))
        return Command(
            "submitted", Phrase("what was submitted, as it stood, and what differs", "查看提交时的内容及变动"), id
        ) { arguments, desk in
            let reply: GetSubmissionReply = try desk.call(
                .recruitmentGetSubmission, GetSubmissionRequest(application: arguments[id]))
            var table = Table(
                .init("name", Phrase("Field", "字段"), .unshown), .init("label", Phrase("Name", "名称")),
                .init("submitted", Phrase("Submitted", "提交内容")), .init("before", Phrase("The time before", "上次提交")),
                .init("today", Phrase("Today", "目前")))
            for field in reply.fields where !(field.submitted + field.before + field.today).isEmpty {
                table.add(
                    .init(field.name), .init(field.label),
                    .init(field.shown(field.submitted), json: .string(field.submitted)),
                    field.before == field.submitted
                        ? .empty : .init(field.shown(field.before), json: .string(field.before)),
                    field.today == field.submitted
                        ? .empty : .init(field.shown(field.today), json: .string(field.today)))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }
}
