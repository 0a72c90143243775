import ClientKit
import Console
import Messages

extension Command {
    private static let id: Parameter<UInt64> = .argument("ID", Phrase("its id", "机构编号"))

    /// ORG-1: changes an organisation's name, parent, category or parts; values not given stay.
    static var changeOrganisation: Command {
        let name: Parameter<String?> = .option("name", "NAME", Phrase("its new name", "新名称"))
        let parent: Parameter<UInt64?> = .option(
            "parent", "ID", Phrase("the region it moves to; 0 = none", "迁入地区编号，0 表示无"))
        return Command(
            "change", Phrase("rename, move, or take part otherwise", "修改名称、所在地区、类别或身份"), id, name, parent,
            OrganisationPart.category, OrganisationPart.parts
        ) { arguments, desk in
            try desk.change(arguments[id]) { organisation in
                if let name = arguments[name] { organisation.name = name }
                if let parent = arguments[parent] { organisation.parent = parent }
                if let category = arguments[OrganisationPart.category] { organisation.category = category }
                let parts = arguments[OrganisationPart.parts]
                if !parts.isEmpty { OrganisationPart.set(parts, of: &organisation) }
            }
        }
    }

    static var closeOrganisation: Command {
        Command("close", Phrase("take no part any more; what it did stays", "停用机构，历史记录保留"), id) { arguments, desk in
            try desk.change(arguments[id]) { $0.closed = true }
        }
    }

    static var reopenOrganisation: Command {
        Command("reopen", Phrase("take part again", "重新启用机构"), id) { arguments, desk in
            try desk.change(arguments[id]) { $0.closed = false }
        }
    }
}

extension Desk {
    fileprivate func change(_ id: UInt64, _ change: (inout Organisation) -> Void) throws -> ExitCode {
        let found: GetOrganisationReply = try call(
            .organisationsGetOrganisation, GetOrganisationRequest(organisation: id))
        guard var organisation = found.organisation else {
            throw ClientError.badReply(.organisationsGetOrganisation).commandFailure
        }
        change(&organisation)
        let reply: CreateOrganisationReply = try call(
            .organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: organisation))
        var table = organisationTable
        if let organisation = reply.organisation { table.add(organisation) }
        try interaction.show(table)
        return .ok
    }
}
