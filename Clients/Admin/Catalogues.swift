import ClientKit
import Console
import Messages

extension Command {
    /// ORG-3: the catalogues from which forms choose.
    static var catalogues: Command {
        Command(
            "catalogues", Phrase("specialties, titles, base categories, person types", "字典：专业、职称、基地类别、人员类型"),
            commands: [list, add, retire])
    }

    private static var list: Command {
        let retired: Parameter<Bool> = .flag("retired", Phrase("those offered no more too", "包括已停用"))
        return Command(
            "list", Phrase("the entries of a catalogue", "字典内容"), CatalogueArguments.kind, retired, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, catalogueTable, .organisationsListCatalogue) { after, limit in
                ListCatalogueRequest(
                    kind: arguments[CatalogueArguments.kind].value, after: after, limit: limit,
                    withRetired: arguments[retired])
            } rows: { (reply: ListCatalogueReply, table) in
                for entry in reply.entries { table.add(entry) }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }

    private static var add: Command {
        Command(
            "add", Phrase("add an entry, or rename the one of that code", "新增条目，或修改同代码条目的名称"), CatalogueArguments.kind,
            CatalogueArguments.code, CatalogueArguments.name
        ) {
            arguments, desk in
            try desk.save(
                CatalogueEntry(
                    kind: arguments[CatalogueArguments.kind].value, code: arguments[CatalogueArguments.code],
                    name: arguments[CatalogueArguments.name]))
        }
    }

    private static var retire: Command {
        Command(
            "retire", Phrase("offer it no more; what chose it keeps it", "停用条目，已选用的保留"), CatalogueArguments.kind,
            CatalogueArguments.code, CatalogueArguments.name
        ) {
            arguments, desk in
            try desk.save(
                CatalogueEntry(
                    kind: arguments[CatalogueArguments.kind].value, code: arguments[CatalogueArguments.code],
                    name: arguments[CatalogueArguments.name], retired: true))
        }
    }
}

private enum CatalogueArguments {
    static let kind: Parameter<Choice<CatalogueKind>> = .argument("KIND", Phrase("which catalogue", "字典类型"))
    static let code: Parameter<String> = .argument("CODE", Phrase("unique in its catalogue", "代码，同类唯一"))
    static let name: Parameter<String> = .argument("NAME", Phrase("as forms show it", "名称"))
}

extension Desk {
    fileprivate func save(_ entry: CatalogueEntry) throws -> ExitCode {
        let reply: SaveCatalogueEntryReply = try call(
            .organisationsSaveCatalogueEntry, SaveCatalogueEntryRequest(entry: entry))
        var table = catalogueTable
        if let entry = reply.entry { table.add(entry) }
        try interaction.show(table)
        return .ok
    }
}

private var catalogueTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("code", Phrase("Code", "代码"), .exact),
        .init("name", Phrase("Name", "名称")), .init("retired", Phrase("Retired", "停用")))
}

extension Table {
    fileprivate mutating func add(_ entry: CatalogueEntry) {
        add(
            .init(entry.id), .init(entry.code), .init(entry.name),
            entry.retired ? Shown.flag(true) : .init(Phrase(""), json: false))
    }
}
