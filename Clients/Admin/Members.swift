import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ACC-9: a unit's people.
    static var members: Command {
        Command(
            "members", Phrase("the people of a unit", "单位人员"), commands: [add, template, upload, list, confirm, end])
    }

    private static let unit = Name<UnitRegister>.positional
    private static let people: Parameter<String> = .argument(
        "PEOPLE", Phrase("ids or names, with commas between", "人员编号或姓名，以逗号分隔"))

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
                ? desk.interaction.ask(Phrase("ID number", "身份证号"), insteadOf: nil) : ""
            let reply: AddTraineeReply = try desk.call(
                .membersAdd,
                AddTraineeRequest(
                    unit: try desk.id(arguments[unit]), name: arguments[name], phone: arguments[phone],
                    idNumber: number,
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
            try desk.upload(
                .trainees, of: try desk.id(arguments[unit]), arguments, accounts: arguments[UploadOptions.accounts])
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
                .init("changed_ms", Phrase("Since", "更新时间")),
                .init("participant_number", Phrase("Participant number", "医通卡号"), .exact))
            try desk.list(arguments, table, .membersList) { after, limit in
                ListMembersRequest(
                    unit: try desk.id(arguments[unit]), state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListMembersReply, table) in
                for member in reply.members {
                    table.add(
                        .init(member.person), .init(member.name), .init(member.phone), .init(member.idNumber),
                        .init(member.title), .init(member.state), Shown.flag(member.byPerson),
                        Shown.moment(member.changedMs), .init(member.participantNumber))
                }
                return (reply.members.count, reply.next)
            }
            return .ok
        }
    }

    private static var confirm: Command {
        Command("confirm", Phrase("say that they are the unit's", "确认为本单位人员"), unit, people) { arguments, desk in
            try desk.change(
                .membersConfirm, try desk.id(arguments[unit]), desk.members(arguments[people], of: arguments[unit]), "")
        }
    }

    private static var end: Command {
        let reason: Parameter<String> = .argument("REASON", Phrase("why; they are told", "原因，将告知本人"))
        return Command("end", Phrase("they are the unit's no more", "终止人员关系"), unit, people, reason) {
            arguments, desk in
            try desk.change(
                .membersEnd, try desk.id(arguments[unit]), desk.members(arguments[people], of: arguments[unit]),
                arguments[reason])
        }
    }
}

extension Desk {
    /// Returns the ids of a unit's people; names are looked for among all of them.
    fileprivate func members(_ text: String, of unit: Name<UnitRegister>) throws -> [UInt64] {
        let given = text.split { ",，、".contains($0) }.map(String.init)
        guard given.contains(where: { UInt64($0) == nil }) else { return given.compactMap { UInt64($0) } }
        var known: [(id: UInt64, name: ComparedName)] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListMembersReply = try call(
                .membersList, ListMembersRequest(unit: try id(unit), after: after, limit: 500))
            known += reply.members.map { ($0.person, ComparedName($0.name)) }
            after = reply.next
        } while after != 0
        return try given.map { name in
            if let id = UInt64(name) { return id }
            let found = known.filter { $0.name == ComparedName(name) }
            guard found.count == 1 else {
                throw CommandFailure(
                    .refused, name: "not_found",
                    Phrase("the unit has not exactly one “\(name)”", "单位人员中没有（或不止一位）“\(name)”"),
                    next: Phrase("members list \(unit.argument)"))
            }
            return found[0].id
        }
    }

    fileprivate func change(
        _ method: Method, _ unit: UInt64, _ people: [UInt64], _ reason: String
    ) throws -> ExitCode {
        let reply: ChangeMembersReply = try call(
            method, ChangeMembersRequest(unit: unit, people: people, reason: reason))
        try interaction.show(
            ["changed": JSON(reply.changed), "unchanged": JSON(reply.unchanged)],
            text: interaction.text(
                Phrase(
                    "\(reply.changed) changed, \(reply.unchanged) unchanged",
                    "变更 \(reply.changed) 人，未变 \(reply.unchanged) 人")))
        return .ok
    }
}
