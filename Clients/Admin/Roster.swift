import ClientKit
import Console
import Messages

extension Command {
    /// BAT-1, BAT-3: the roster of an offering.
    static var roster: Command {
        Command(
            "roster", Phrase("who takes part in an offering", "期次名单"),
            commands: [template, upload, list, change, swap, remove])
    }

    private static let offering = Name<OfferingRegister>.positional

    private static var template: Command {
        Command("template", Phrase("the file to fill in", "下载名单模板"), Template.out) { arguments, desk in
            try desk.saveTemplate(.roster, as: arguments[Template.out])
        }
    }

    private static var upload: Command {
        Command(
            "upload", Phrase("take in a roster; good rows land, bad ones are told", "上传名单：正确的行写入，错误的行列出"),
            offering, UploadOptions.file, UploadOptions.dryRun, UploadOptions.allOrNothing, UploadOptions.mend
        ) { arguments, desk in
            try desk.upload(.roster, of: try desk.id(arguments[offering]), arguments, accounts: "")
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("the roster of an offering", "查看名单"), offering, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, rosterTable, .projectsListRoster) { after, limit in
                ListRosterRequest(offering: try desk.id(arguments[offering]), after: after, limit: limit)
            } rows: { (reply: ListRosterReply, table) in
                for entry in reply.entries { table.add(entry) }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }

    private static let number: Parameter<String> = .argument("NUMBER", Phrase("the participant's number", "学员编号"))

    private static var change: Command {
        let to: Parameter<String?> = .option("to", "NUMBER", Phrase("the new number", "新编号"))
        let name: Parameter<String?> = .option(
            "name", "NAME", Phrase("the new name, of who does not log in", "新姓名；限未开通账号者"))
        return Command(
            "change", Phrase("put a number or a misspelt name right", "更正编号或姓名"), offering, number, to, name
        ) { arguments, desk in
            let reply: ChangeRosterEntryReply = try desk.call(
                .projectsChangeRosterEntry,
                ChangeRosterEntryRequest(
                    offering: try desk.id(arguments[offering]), number: arguments[number],
                    newNumber: arguments[to] ?? "",
                    newName: arguments[name] ?? ""))
            return try desk.show([reply.entry].compactMap { $0 })
        }
    }

    private static var swap: Command {
        let other: Parameter<String> = .argument("OTHER", Phrase("the other's number", "另一学员编号"))
        return Command("swap", Phrase("swap the numbers of two people", "互换两人编号"), offering, number, other) {
            arguments, desk in
            let reply: SwapRosterNumbersReply = try desk.call(
                .projectsSwapRosterNumbers,
                SwapRosterNumbersRequest(
                    offering: try desk.id(arguments[offering]), number: arguments[number], otherNumber: arguments[other]
                ))
            return try desk.show(reply.entries)
        }
    }

    private static var remove: Command {
        let numbers: Parameter<[String]> = .arguments("NUMBER", Phrase("participants' numbers", "学员编号"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why; they are told", "原因，将告知本人"))
        return Command(
            "remove", Phrase("take people off; their scans stay and are flagged", "移出名单，已有签到保留并标记"), offering,
            numbers, reason
        ) { arguments, desk in
            let reply: RemoveRosterEntriesReply = try desk.call(
                .projectsRemoveRosterEntries,
                RemoveRosterEntriesRequest(
                    offering: try desk.id(arguments[offering]), numbers: arguments[numbers], reason: arguments[reason]))
            return try desk.show(reply.entries)
        }
    }
}

private var rosterTable: Table {
    Table(
        .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
        .init("name", Phrase("Name", "姓名")), .init("unit", Phrase("Unit", "单位")),
        .init("title", Phrase("Title", "职称")))
}

extension Table {
    fileprivate mutating func add(_ entry: RosterEntry) {
        add(.init(entry.person), .init(entry.number), .init(entry.name), .init(entry.unit), .init(entry.title))
    }
}

extension Desk {
    fileprivate func show(_ entries: [RosterEntry]) throws -> ExitCode {
        var table = rosterTable
        for entry in entries { table.add(entry) }
        try interaction.show(table)
        return .ok
    }
}
