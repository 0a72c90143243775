import ClientKit
import Console
import Messages

extension Command {
    private static let id = Name<OrganisationRegister>.positional

    /// ORG-1: changes an organisation's name, parent, category or parts; values not given stay.
    static var changeOrganisation: Command {
        let name: Parameter<String?> = .option("name", "NAME", Phrase("its new name", "新名称"))
        let parent = Name<RegionRegister>.option("parent", Phrase("the region it moves to; 0 = none", "迁入地区，0 表示无"))
        return Command(
            "change", Phrase("rename, move, or take part otherwise", "修改名称、所在地区、类别或身份"), id, name, parent,
            OrganisationPart.category, OrganisationPart.parts
        ) { arguments, desk in
            try desk.change(try desk.id(arguments[id])) { organisation in
                if let name = arguments[name] { organisation.name = name }
                if let parent = arguments[parent] { organisation.parent = try desk.id(parent) }
                if let category = arguments[OrganisationPart.category] {
                    organisation.category = try desk.entry(.baseCategory, category)
                }
                let parts = arguments[OrganisationPart.parts]
                if !parts.isEmpty { OrganisationPart.set(parts, of: &organisation) }
            }
        }
    }

    static var closeOrganisation: Command {
        Command("close", Phrase("take no part any more; what it did stays", "停用机构，历史记录保留"), id, Asking.yes) {
            arguments, desk in
            let name = arguments[id].argument
            try desk.confirm(
                arguments,
                Phrase(
                    "Close \(name)? Those who act for it lose their roles at once.", "确定停用“\(name)”吗？其工作人员的权限立即失效。"))
            return try desk.change(try desk.id(arguments[id])) { $0.closed = true }
        }
    }

    static var reopenOrganisation: Command {
        Command("reopen", Phrase("take part again", "重新启用机构"), id) { arguments, desk in
            try desk.change(try desk.id(arguments[id])) { $0.closed = false }
        }
    }
}

extension Desk {
    fileprivate func change(_ id: UInt64, _ change: (inout Organisation) throws -> Void) throws -> ExitCode {
        let found: GetOrganisationReply = try call(
            .organisationsGetOrganisation, GetOrganisationRequest(organisation: id))
        guard var organisation = found.organisation else {
            throw ClientError.badReply(.organisationsGetOrganisation).commandFailure
        }
        try change(&organisation)
        let reply: CreateOrganisationReply = try call(
            .organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: organisation))
        var table = organisationTable
        if let organisation = reply.organisation { table.add(organisation, self) }
        try interaction.show(table)
        return .ok
    }
}
