import ClientKit
import Console
import Messages

extension Command {
    /// ORG-1.
    static var organisations: Command {
        Command(
            "organisations", Phrase("regions, commissions, bases, units, committees", "机构管理"), commands: [add, list])
    }

    private static var add: Command {
        let kind: Parameter<Choice<OrganisationKind>> = .argument("KIND", Phrase("what it is", "机构类型"))
        let name: Parameter<String> = .argument("NAME", Phrase("its name", "机构名称"))
        let parent: Parameter<UInt64> = .option(
            "parent", "ID", Phrase("the organisation above it", "上级机构编号"), default: 0)
        let level: Parameter<Choice<RegionLevel>?> = .option("level", "LEVEL", Phrase("of a region", "地区级别"))
        return Command("add", Phrase("add an organisation", "新增机构"), kind, name, parent, level) { arguments, desk in
            let reply: CreateOrganisationReply = try desk.call(
                .organisationsCreateOrganisation,
                CreateOrganisationRequest(
                    kind: arguments[kind].value, name: arguments[name], parent: arguments[parent],
                    level: arguments[level]?.value ?? .unspecified))
            var table = organisationTable
            if let organisation = reply.organisation { table.add(organisation) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let kind: Parameter<Choice<OrganisationKind>?> = .option("kind", "KIND", Phrase("of this kind", "仅此类型"))
        return Command(
            "list", Phrase("list organisations", "机构列表"), kind, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, organisationTable, .organisationsListOrganisations) { after, limit in
                ListOrganisationsRequest(after: after, limit: limit, kind: arguments[kind]?.value ?? .unspecified)
            } rows: { (reply: ListOrganisationsReply, table) in
                for organisation in reply.organisations { table.add(organisation) }
                return (reply.organisations.count, reply.next)
            }
            return .ok
        }
    }
}

private var organisationTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("kind", Phrase("Kind", "类型")),
        .init("parent", Phrase("Parent", "上级"), .right), .init("name", Phrase("Name", "名称")))
}

extension Table {
    fileprivate mutating func add(_ organisation: Organisation) {
        add(
            .init(organisation.id), .init(organisation.kind),
            organisation.parent == 0 ? .empty : .init(organisation.parent), .init(organisation.name))
    }
}
