import ClientKit
import Console
import Messages

extension Command {
    /// REC-5b, REC-5c: one's own applications.
    static var applications: Command {
        Command(
            "applications", Phrase("your applications, and where they stand", "我的报名"),
            commands: [list, show, edit, submit, withdraw, decline])
    }

    private static let id: Parameter<UInt64> = .argument("ID", Phrase("its id", "报名编号"))

    private static var list: Command {
        Command("list", Phrase("all of yours", "我的报名列表"), Paging.limit, Paging.after, Paging.all) {
            arguments, desk in
            try desk.list(arguments, .applications, .recruitmentMyApplications) { after, limit in
                MyApplicationsRequest(after: after, limit: limit)
            } rows: { (reply: ListApplicationsReply, table) in
                for application in reply.applications { table.add(application) }
                return (reply.applications.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("state, level, reason and history", "查看状态、级别、原因与记录"), id) { arguments, desk in
            try desk.interaction.show(desk.application(arguments[id]))
            return .ok
        }
    }

    private static var edit: Command {
        Command(
            "edit", Phrase("change a draft, or what was returned; what is not given stays", "修改草稿或被退回的报名"), id,
            FormArguments.batch, FormArguments.personType, FormArguments.specialty, FormArguments.title,
            FormArguments.titleSince, FormArguments.specialtySince, FormArguments.preferences
        ) { arguments, desk in
            let application = try desk.application(arguments[id])
            let found: RoundReply = try desk.call(
                .recruitmentGetRound, GetRoundRequest(round: application.round))
            guard let round = found.round, var form = application.form else {
                throw ClientError.badReply(.recruitmentGetRound).commandFailure
            }
            try FormArguments(arguments).apply(to: &form, of: round, desk)
            let reply: ApplicationReply = try desk.call(
                .recruitmentSaveApplication, SaveApplicationRequest(round: round.id, form: form))
            if let application = reply.application { try desk.interaction.show(application) }
            return .ok
        }
    }

    private static var submit: Command {
        let isConfirmed: Parameter<Bool> = .flag(
            "data-confirmed", Phrase("your own data is right", "已核对个人信息，确认无误"))
        return Command("submit", Phrase("submit it, or submit it again", "提交或重新提交"), id, isConfirmed) {
            arguments, desk in
            let application = try desk.application(arguments[id])
            if !arguments[isConfirmed] { try desk.checkOwnData() }
            try desk.submit(application)
            return .ok
        }
    }

    private static var withdraw: Command {
        Command("withdraw", Phrase("take it back, before the first review", "撤回报名（首次审核前）"), id) {
            arguments, desk in
            let reply: ApplicationReply = try desk.call(
                .recruitmentWithdrawApplication, WithdrawApplicationRequest(application: arguments[id]))
            if let application = reply.application { try desk.interaction.show(application) }
            return .ok
        }
    }

    private static var decline: Command {
        let reason: Parameter<String> = .option("reason", "TEXT", Phrase("why", "原因"), default: "")
        return Command("decline", Phrase("give an admission back", "放弃录取"), id, reason, Asking.yes) { arguments, desk in
            let application = arguments[id]
            try desk.confirm(
                arguments,
                Phrase("Give the admission of \(application) back for good?", "确定放弃报名 \(application) 的录取资格吗？放弃后不能恢复。"))
            let reply: ApplicationReply = try desk.call(
                .recruitmentDeclineAdmission,
                DeclineAdmissionRequest(application: arguments[id], reason: arguments[reason]))
            if let application = reply.application { try desk.interaction.show(application) }
            return .ok
        }
    }
}

extension Desk {
    fileprivate func application(_ id: UInt64) throws -> IntakeApplication {
        let reply: ApplicationReply = try call(
            .recruitmentGetApplication, GetApplicationRequest(application: id))
        guard let application = reply.application else {
            throw ClientError.badReply(.recruitmentGetApplication).commandFailure
        }
        return application
    }
}
