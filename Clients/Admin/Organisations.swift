import ClientKit
import Console
import Messages

extension Command {
    /// ORG-1: organisations.
    static var organisations: Command {
        Command(
            "organisations", Phrase("regions, commissions, bases, units, committees", "机构管理"),
            commands: [
                add, list, .organisationTree, show, .changeOrganisation, .closeOrganisation, .reopenOrganisation,
                .organisationAccount,
            ])
    }

    private static var add: Command {
        let kind: Parameter<Choice<OrganisationKind>> = .argument("KIND", Phrase("what it is", "机构类型"))
        let name: Parameter<String> = .argument("NAME", Phrase("its name", "机构名称"))
        let parent = Name<RegionRegister>.option("parent", Phrase("the region it lies in", "所在地区"))
        let level: Parameter<Choice<RegionLevel>?> = .option(
            "level", "LEVEL", Phrase("of a region", "地区级别"))
        return Command(
            "add", Phrase("add an organisation", "新增机构"), kind, name, parent, level, OrganisationPart.category,
            OrganisationPart.parts
        ) { arguments, desk in
            var organisation = Organisation(
                kind: arguments[kind].value, name: arguments[name], parent: try desk.id(arguments[parent]),
                level: arguments[level]?.value,
                category: try arguments[OrganisationPart.category].map { try desk.entry(.baseCategory, $0) } ?? 0)
            OrganisationPart.set(arguments[OrganisationPart.parts], of: &organisation)
            let reply: CreateOrganisationReply = try desk.call(
                .organisationsCreateOrganisation,
                CreateOrganisationRequest(
                    kind: organisation.kind, name: organisation.name, parent: organisation.parent,
                    level: organisation.level, category: organisation.category, trains: organisation.trains,
                    examines: organisation.examines, employs: organisation.employs, provides: organisation.provides))
            var table = organisationTable
            if let organisation = reply.organisation { table.add(organisation, desk) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let kind: Parameter<Choice<OrganisationKind>?> = .option("kind", "KIND", Phrase("of this kind", "仅此类型"))
        let within = Name<RegionRegister>.option("in", Phrase("in this region and below", "此地区及下级"))
        let name: Parameter<String?> = .option("name", "TEXT", Phrase("with this in the name", "名称包含"))
        let closed: Parameter<Bool> = .flag("closed", Phrase("closed ones too", "包括已停用"))
        return Command(
            "list", Phrase("list organisations", "机构列表"), kind, within, name, closed, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, organisationTable, .organisationsListOrganisations) { after, limit in
                ListOrganisationsRequest(
                    after: after, limit: limit, kind: arguments[kind]?.value,
                    within: try desk.id(arguments[within]), nameContains: arguments[name] ?? "",
                    withClosed: arguments[closed])
            } rows: { (reply: ListOrganisationsReply, table) in
                for organisation in reply.organisations { table.add(organisation, desk) }
                return (reply.organisations.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        let id = Name<OrganisationRegister>.positional
        return Command("show", Phrase("one, and what stands above it", "查看机构及其上级"), id) { arguments, desk in
            let reply: GetOrganisationReply = try desk.call(
                .organisationsGetOrganisation, GetOrganisationRequest(organisation: try desk.id(arguments[id])))
            var table = organisationTable
            for organisation in reply.above.reversed() { table.add(organisation, desk) }
            if let organisation = reply.organisation { table.add(organisation, desk) }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

var organisationTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("kind", Phrase("Kind", "类型")),
        .init("level", Phrase("Level", "级别")), .init("parent_name", Phrase("In", "所在地区")),
        .init("name", Phrase("Name", "名称")), .init("category", Phrase("Category", "类别")),
        .init("parts", Phrase("Takes part as", "身份")), .init("closed", Phrase("Closed", "停用")),
        .init("parent", Phrase("In", "所在地区"), .unshown))
}

extension Table {
    mutating func add(_ organisation: Organisation, _ desk: Desk) {
        let parts = OrganisationPart.of(organisation)
        add(
            .init(organisation.id), .init(organisation.kind), .init(organisation.level),
            .init(desk.name(of: organisation.parent, in: OrganisationRegister.self)), .init(organisation.name),
            organisation.category == 0
                ? .empty : .init(Phrase(organisation.categoryName), json: JSON(organisation.category)),
            .init(
                Phrase(
                    parts.map(\.word.en).joined(separator: ", "), parts.map(\.word.zh).joined(separator: "、")),
                json: .array(parts.map { .string($0.rawValue) })),
            organisation.closed ? Shown.flag(true) : .init(Phrase(""), json: false),
            organisation.parent == 0 ? .empty : .init(organisation.parent))
    }
}

/// The parts a base or unit may have; several are possible.
enum OrganisationPart: String, CaseIterable, ArgumentValue {
    case training, exams, employer, provider

    static let parts: Parameter<[OrganisationPart]> = .options(
        "as", "PART", Phrase("a base for training or exams, a unit as employer or provider", "基地：培训、考核；单位：用人、主办"))
    static let category: Parameter<String?> = .option(
        "category", "CATEGORY", Phrase("of a base, by name, code or id", "基地类别，名称、代码或编号"))

    var word: Phrase {
        switch self {
        case .training: Phrase("training", "培训基地")
        case .exams: Phrase("exams", "考核基地")
        case .employer: Phrase("employer", "用人单位")
        case .provider: Phrase("provider", "主办单位")
        }
    }

    init?(argument: String) {
        guard let part = Self.allCases.first(where: { [$0.rawValue, $0.word.zh].contains(argument) }) else {
            return nil
        }
        self = part
    }
    static var choices: [Phrase] { allCases.map { Phrase($0.rawValue, $0.word.zh) } }

    static func of(_ organisation: Organisation) -> [OrganisationPart] {
        [
            organisation.trains ? .training : nil, organisation.examines ? .exams : nil,
            organisation.employs ? .employer : nil, organisation.provides ? .provider : nil,
        ].compactMap { $0 }
    }

    static func set(_ parts: [OrganisationPart], of organisation: inout Organisation) {
        organisation.trains = parts.contains(.training)
        organisation.examines = parts.contains(.exams)
        organisation.employs = parts.contains(.employer)
        organisation.provides = parts.contains(.provider)
    }
}
