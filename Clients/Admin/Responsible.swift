import ClientKit
import Console
import Domain
import Messages

private let organisation = Name<OrganisationRegister>.positional

extension Command {
    /// ACC-7a: the organisation's account.
    static var organisationAccount: Command {
        let name: Parameter<String?> = .optionalArgument(
            "NAME", Phrase("account name: a–z 0–9 . _ -", "账号：a–z 0–9 . _ -"))
        let add = Command(
            "add", Phrase("an account, or a new first password for it", "开设机构账号，或重置初始密码"), organisation, name
        ) { arguments, desk in
            let reply: CreateOrganisationAccountReply = try desk.call(
                .accountsCreateOrganisationAccount,
                CreateOrganisationAccountRequest(
                    organisation: try desk.id(arguments[organisation]), name: arguments[name] ?? ""))
            try desk.interaction.show(
                ["account": .string(reply.name), "initial_password": .string(reply.initialPassword)],
                text: "\(reply.name)  \(reply.initialPassword)")
            desk.interaction.say(Phrase("The password is shown once.", "该密码只显示一次。"))
            return .ok
        }
        return Command("account", Phrase("what an organisation logs in with", "机构账号"), commands: [add])
    }

    /// ACC-7: the responsible people of an organisation.
    static var responsible: Command {
        Command(
            "responsible", Phrase("who logs in for an organisation", "机构负责人"),
            commands: [listResponsible, addResponsible, changeResponsible, removeResponsible])
    }

    private static var listResponsible: Command {
        Command("list", Phrase("the responsible people", "查看负责人"), organisation) { arguments, desk in
            let reply: ListResponsibleReply = try desk.call(
                .accountsListResponsible, ListResponsibleRequest(organisation: try desk.id(arguments[organisation])))
            try desk.show(reply.people)
            return .ok
        }
    }

    private static var addResponsible: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("the person's name", "姓名"))
        let phone: Parameter<String> = .argument("PHONE", Phrase("mobile number", "手机号"))
        return Command("add", Phrase("add one", "添加负责人"), organisation, name, phone) { arguments, desk in
            let reply: AddResponsibleReply = try desk.call(
                .accountsAddResponsible,
                AddResponsibleRequest(
                    organisation: try desk.id(arguments[organisation]), name: arguments[name], phone: arguments[phone]))
            try desk.show([reply.responsible].compactMap { $0 })
            return .ok
        }
    }

    private static var changeResponsible: Command {
        let person: Parameter<String> = .argument("PERSON", Phrase("by id or name", "负责人，编号或姓名"))
        let name: Parameter<String> = .argument("NAME", Phrase("the name that is right", "正确的姓名"))
        let phone: Parameter<String?> = .option(
            "phone", "PHONE", Phrase("of whoever takes the person's place", "接替者的手机号"))
        return Command(
            "change", Phrase("correct a name, or put somebody else in a person's place", "更正姓名，或更换负责人"), organisation,
            person, name, phone
        ) { arguments, desk in
            let reply: ChangeResponsibleReply = try desk.call(
                .accountsChangeResponsible,
                ChangeResponsibleRequest(
                    organisation: try desk.id(arguments[organisation]),
                    person: try desk.responsible(arguments[person], of: arguments[organisation]), name: arguments[name],
                    phone: arguments[phone] ?? ""))
            try desk.show([reply.responsible].compactMap { $0 })
            return .ok
        }
    }

    private static var removeResponsible: Command {
        let person: Parameter<String> = .argument("PERSON", Phrase("by id or name", "负责人，编号或姓名"))
        return Command(
            "remove", Phrase("take one away; their sessions end", "移除负责人，其会话失效"), organisation, person,
            Asking.yes
        ) { arguments, desk in
            try desk.confirmRemoval(arguments, of: arguments[person])
            let _: RemoveResponsibleReply = try desk.call(
                .accountsRemoveResponsible,
                RemoveResponsibleRequest(
                    organisation: try desk.id(arguments[organisation]),
                    person: try desk.responsible(arguments[person], of: arguments[organisation])))
            desk.interaction.say(Phrase("removed", "已移除"))
            return .ok
        }
    }
}

extension Desk {
    /// Returns one of an organisation's responsible people, by id or name.
    fileprivate func responsible(_ text: String, of organisation: Name<OrganisationRegister>) throws -> UInt64 {
        if let id = UInt64(text) { return id }
        let reply: ListResponsibleReply = try call(
            .accountsListResponsible, ListResponsibleRequest(organisation: try id(organisation)))
        let found = reply.people.filter { ComparedName($0.name) == ComparedName(text) }
        guard found.count == 1 else {
            throw CommandFailure(
                .refused, name: "not_found",
                Phrase("one responsible person called “\(text)” is not there", "没有（或不止一位）姓名为“\(text)”的负责人"),
                next: Phrase("responsible list \(organisation.argument)"))
        }
        return found[0].person
    }

    fileprivate func show(_ people: [Responsible]) throws {
        var table = Table(
            .init("person", Phrase("Person", "人员"), .right), .init("name", Phrase("Name", "姓名")),
            .init("phone", Phrase("Phone", "手机号"), .exact))
        for one in people { table.add(.init(one.person), .init(one.name), .init(one.phone)) }
        try interaction.show(table)
    }
}
