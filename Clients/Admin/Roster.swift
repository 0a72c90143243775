import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// BAT-1, BAT-3: the roster of an offering.
    static var roster: Command {
        Command(
            "roster", Phrase("who takes part in an offering", "期次名单"),
            commands: [template, upload, add, list, show, change, swap, remove, history])
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
            try desk.upload(.roster, of: try desk.id(arguments[offering]), arguments)
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

    private static let listed: Parameter<String> = .argument(
        "NUMBER", Phrase("whose, by number or name", "学员编号或姓名"))

    /// One row of a file, by the same rules.
    private static var add: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("the person's name", "姓名"))
        let phone: Parameter<String> = .option("phone", "NUMBER", Phrase("mobile number", "手机号"), default: "")
        let identity: Parameter<Bool> = .flag("id-number", Phrase("ask for the ID number", "随后输入身份证号"))
        let unit: Parameter<String> = .option("unit", "TEXT", Phrase("where they work", "单位"), default: "")
        let title: Parameter<String> = .option("title", "TEXT", Phrase("professional title", "职称"), default: "")
        return Command(
            "add", Phrase("put one person on it", "加入一人"), offering, number, name, phone, identity, unit, title
        ) { arguments, desk in
            let digits =
                try arguments[identity]
                ? desk.interaction.askSecret(Phrase("ID number", "身份证号"), insteadOf: nil) : ""
            var file = DelimitedWriter(digits: .plain)
            file.append(["number", "name", "phone", "id number", "unit", "title"])
            file.append([
                arguments[number], arguments[name], arguments[phone], digits, arguments[unit], arguments[title],
            ])
            let id = try desk.id(arguments[offering])
            let code = try desk.upload(file.take(), named: "roster-add.csv", .roster, of: id)
            guard code == .ok else { return code }
            return try desk.show(desk.entries(of: id) { $0.number == arguments[number] })
        }
    }

    private static var show: Command {
        Command("show", Phrase("one person's place, and what became of it", "查看一人及其变更记录"), offering, listed) {
            arguments, desk in
            let id = try desk.id(arguments[offering])
            let person = try desk.person(arguments[listed], on: id)
            _ = try desk.show(desk.entries(of: id) { $0.person == person })
            var table = Table.rosterChanges
            var after: UInt64 = 0
            repeat {
                let reply: RosterHistoryReply = try desk.call(
                    .projectsRosterHistory,
                    RosterHistoryRequest(offering: id, person: person, after: after, limit: 500))
                for change in reply.changes { table.add(change) }
                after = reply.next
            } while after != 0
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var history: Command {
        Command(
            "history", Phrase("who was added, renamed, renumbered, taken off; the newest first", "名单变更记录，最新在前"),
            offering,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            try desk.list(arguments, .rosterChanges, .projectsRosterHistory) { after, limit in
                RosterHistoryRequest(offering: id, after: after, limit: limit)
            } rows: { (reply: RosterHistoryReply, table) in
                for change in reply.changes { table.add(change) }
                return (reply.changes.count, reply.next)
            }
            return .ok
        }
    }

    private static var change: Command {
        let to: Parameter<String?> = .option("to", "NUMBER", Phrase("the new number", "新编号"))
        let name: Parameter<String?> = .option(
            "name", "NAME", Phrase("the new name, of who does not log in", "新姓名；限未开通账号者"))
        return Command(
            "change", Phrase("put a number or a misspelt name right", "更正编号或姓名"), offering, listed, to, name
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let reply: ChangeRosterEntryReply = try desk.call(
                .projectsChangeRosterEntry,
                ChangeRosterEntryRequest(
                    offering: id, number: try desk.number(of: arguments[listed], on: id),
                    newNumber: arguments[to] ?? "",
                    newName: arguments[name] ?? ""))
            return try desk.show([reply.entry].compactMap { $0 })
        }
    }

    private static var swap: Command {
        let other: Parameter<String> = .argument("OTHER", Phrase("the other, by number or name", "另一学员编号或姓名"))
        return Command("swap", Phrase("swap the numbers of two people", "互换两人编号"), offering, listed, other) {
            arguments, desk in
            let id = try desk.id(arguments[offering])
            let reply: SwapRosterNumbersReply = try desk.call(
                .projectsSwapRosterNumbers,
                SwapRosterNumbersRequest(
                    offering: id, number: try desk.number(of: arguments[listed], on: id),
                    otherNumber: try desk.number(of: arguments[other], on: id)))
            return try desk.show(reply.entries)
        }
    }

    private static var remove: Command {
        let numbers: Parameter<[String]> = .arguments("NUMBER", Phrase("whom, by number or name", "学员编号或姓名"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why; they are told", "原因，将告知本人"))
        return Command(
            "remove", Phrase("take people off; their scans stay and are flagged", "移出名单，已有签到保留并标记"), offering,
            numbers, reason
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let reply: RemoveRosterEntriesReply = try desk.call(
                .projectsRemoveRosterEntries,
                RemoveRosterEntriesRequest(
                    offering: id, numbers: try arguments[numbers].map { try desk.number(of: $0, on: id) },
                    reason: arguments[reason]))
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
    fileprivate static var rosterChanges: Table {
        Table(
            .init("change", Phrase("Change", "记录"), .unshown), .init("at_ms", Phrase("Time", "时间")),
            .init("event", Phrase("What", "操作")), .init("person", Phrase("Person", "人员"), .unshown),
            .init("number", Phrase("Number", "编号"), .exact), .init("name", Phrase("Name", "姓名")),
            .init("before", Phrase("Before", "变更前"), .exact), .init("by", Phrase("By", "操作人编号"), .unshown),
            .init("by_name", Phrase("By", "操作人")), .init("reason", Phrase("Reason", "原因"), .exact))
    }

    fileprivate mutating func add(_ change: RosterChange) {
        add(
            .init(change.id), Shown.moment(change.atMs), .init(change.event), .init(change.person),
            .init(change.number), .init(change.name), .init(change.before), .init(change.by), .init(change.byName),
            .init(change.reason))
    }

    fileprivate mutating func add(_ entry: RosterEntry) {
        add(.init(entry.person), .init(entry.number), .init(entry.name), .init(entry.unit), .init(entry.title))
    }
}

extension Desk {
    /// Returns the entries of a roster that are meant.
    fileprivate func entries(of offering: UInt64, _ isMeant: (RosterEntry) -> Bool) throws -> [RosterEntry] {
        var (found, after): ([RosterEntry], UInt64) = ([], 0)
        repeat {
            let reply: ListRosterReply = try call(
                .projectsListRoster, ListRosterRequest(offering: offering, after: after, limit: 500))
            found += reply.entries.filter(isMeant)
            after = reply.next
        } while after != 0
        return found
    }

    fileprivate func show(_ entries: [RosterEntry]) throws -> ExitCode {
        var table = rosterTable
        for entry in entries { table.add(entry) }
        try interaction.show(table)
        return .ok
    }
}
