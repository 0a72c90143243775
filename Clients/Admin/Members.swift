import ClientKit
import Console
import Messages

extension Command {
    /// ACC-9: a unit's people.
    static var members: Command {
        Command(
            "members", Phrase("the people of a unit", "单位人员"), commands: [add, template, upload, list, confirm, end])
    }

    private static let unit: Parameter<UInt64> = .argument("UNIT", Phrase("its id", "单位编号"))
    private static let people: Parameter<IdList> = .argument("PEOPLE", Phrase("ids (1,2,3)", "人员编号（1,2,3）"))

    private static var add: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("the person's name", "姓名"))
        let phone: Parameter<String> = .argument("PHONE", Phrase("mobile number", "手机号"))
        let number: Parameter<Bool> = .flag(
            "with-id-number", Phrase("asks for the ID number too", "同时录入身份证号（随后输入）"))
        let title: Parameter<String> = .option("title", "TITLE", Phrase("professional title", "职称"), default: "")
        return Command(
            "add", Phrase("add one; an account is made where there is none", "添加一人，无账号时自动创建"), unit, name, phone,
            number, title
        ) { arguments, desk in
            // Not an option, because every user of the machine can read a command line.
            let number =
                try arguments[number]
                ? desk.interaction.ask(Phrase("ID number", "身份证号"), insteadOf: "standard input") : ""
            let reply: AddTraineeReply = try desk.call(
                .membersAdd,
                AddTraineeRequest(
                    unit: arguments[unit], name: arguments[name], phone: arguments[phone], idNumber: number,
                    title: arguments[title]))
            let state = desk.interaction.text(Table.Cell(reply.member?.state).text)
            let person = reply.member?.person ?? 0
            try desk.interaction.show(
                [
                    "person": JSON(person), "state": JSON(reply.member?.state),
                    "account": .string(reply.account), "initial_password": .string(reply.initialPassword),
                ],
                text: ["\(person)", state, reply.account, reply.initialPassword].filter { !$0.isEmpty }
                    .joined(separator: "  "))
            if !reply.initialPassword.isEmpty {
                desk.interaction.say(Phrase("The password is shown once.", "该密码只显示一次。"))
            }
            return .ok
        }
    }

    private static var template: Command {
        Command("template", Phrase("the file to fill in", "下载人员模板"), Template.out) { arguments, desk in
            try desk.saveTemplate(.trainees, as: arguments[Template.out])
        }
    }

    private static var upload: Command {
        Command(
            "upload", Phrase("add many from a file; bad rows are told", "批量添加：正确的行写入，错误的行列出"), unit,
            UploadOptions.file, UploadOptions.dryRun, UploadOptions.allOrNothing, UploadOptions.mend,
            UploadOptions.accounts
        ) { arguments, desk in
            try desk.upload(.trainees, of: arguments[unit], arguments, accounts: arguments[UploadOptions.accounts])
        }
    }

    private static var list: Command {
        let state: Parameter<Choice<MembershipState>?> = .option("state", "STATE", Phrase("only these", "仅此状态"))
        return Command(
            "list", Phrase("the people of a unit", "查看单位人员"), unit, state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("person", Phrase("Person", "人员"), .right), .init("name", Phrase("Name", "姓名")),
                .init("phone", Phrase("Phone", "手机号"), .exact), .init("id_number", Phrase("ID number", "身份证号"), .exact),
                .init("title", Phrase("Title", "职称")), .init("state", Phrase("State", "状态")),
                .init("by_person", Phrase("Asked by person", "本人申请")),
                .init("changed_ms", Phrase("Since", "更新时间")))
            try desk.list(arguments, table, .membersList) { after, limit in
                ListMembersRequest(
                    unit: arguments[unit], state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListMembersReply, table) in
                for member in reply.members {
                    table.add(
                        .init(member.person), .init(member.name), .init(member.phone), .init(member.idNumber),
                        .init(member.title), .init(member.state), Shown.flag(member.byPerson),
                        Shown.moment(member.changedMs))
                }
                return (reply.members.count, reply.next)
            }
            return .ok
        }
    }

    private static var confirm: Command {
        Command("confirm", Phrase("say that they are the unit's", "确认为本单位人员"), unit, people) { arguments, desk in
            try desk.change(.membersConfirm, arguments[unit], arguments[people], "")
        }
    }

    private static var end: Command {
        let reason: Parameter<String> = .argument("REASON", Phrase("why; they are told", "原因，将告知本人"))
        return Command("end", Phrase("they are the unit's no more", "终止人员关系"), unit, people, reason) {
            arguments, desk in
            try desk.change(.membersEnd, arguments[unit], arguments[people], arguments[reason])
        }
    }
}

extension Desk {
    fileprivate func change(
        _ method: Method, _ unit: UInt64, _ people: IdList, _ reason: String
    ) throws -> ExitCode {
        let reply: ChangeMembersReply = try call(
            method, ChangeMembersRequest(unit: unit, people: people.ids, reason: reason))
        try interaction.show(
            ["changed": JSON(reply.changed), "unchanged": JSON(reply.unchanged)],
            text: interaction.text(
                Phrase(
                    "\(reply.changed) changed, \(reply.unchanged) unchanged",
                    "变更 \(reply.changed) 人，未变 \(reply.unchanged) 人")))
        return .ok
    }
}
