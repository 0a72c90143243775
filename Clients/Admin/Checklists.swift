import ClientKit
import Console
import Domain
import Messages
import Workbooks

extension Command {
    /// SKL-2: what examiners look at.
    static var checklists: Command {
        Command(
            "checklists", Phrase("checklists of skills exams", "技能考核评分表"),
            commands: [list, show, save, withdraw])
    }

    private static let checklist = Name<ChecklistRegister>.positional

    private static var list: Command {
        let programme = Name<ProgrammeRegister>.positional
        return Command(
            "list", Phrase("the checklists of a programme", "项目体系的评分表"), programme, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .checklists, .skillsListChecklists) { after, limit in
                ListChecklistsRequest(programme: try desk.id(arguments[programme]), after: after, limit: limit)
            } rows: { (reply: ListChecklistsReply, table) in
                for checklist in reply.checklists { table.add(checklist) }
                return (reply.checklists.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        let edition: Parameter<UInt32> = .option(
            "edition", "N", Phrase("an earlier one; else the present one", "版本，默认当前版本"), default: 0)
        return Command("show", Phrase("its items, one a line", "查看评分项"), checklist, edition) { arguments, desk in
            try desk.show(
                try desk.call(
                    .skillsGetChecklist,
                    GetChecklistRequest(checklist: try desk.id(arguments[checklist]), edition: arguments[edition]))
                    as ChecklistReply)
            return .ok
        }
    }

    private static var save: Command {
        let target: Parameter<String> = .argument(
            "NAME",
            Phrase("the programme of a new one, or with --change the checklist, by id or name", "新建填项目体系，修改填评分表，编号或名称"))
        let change: Parameter<Bool> = .flag("change", Phrase("NAME is a checklist", "所填为评分表，修改该评分表"))
        let title: Parameter<String?> = .option("title", "TEXT", Phrase("its title", "评分表名称"))
        let passMark: Parameter<Hundredths?> = .option("pass-mark", "MARK", Phrase("of 100; else 60", "合格线，默认 60"))
        let items: Parameter<String?> = .option(
            "items", "FILE",
            Phrase(
                "a workbook or CSV file of ITEM, POINTS, CRITICAL; critical is yes or nothing",
                "Excel 或 CSV 文件：评分项、分值、关键步骤（是或空）"))
        return Command(
            "save",
            Phrase(
                "lay down a checklist, or another edition of one; what was scored keeps its own", "新建或修改评分表，已评分者保留原版本"),
            target, change, title, passMark, items
        ) { arguments, desk in
            var checklist = Checklist(passMarkHundredths: 6000)
            if arguments[change] {
                let id = try desk.id(Name<ChecklistRegister>(argument: arguments[target]))
                let reply: ChecklistReply = try desk.call(
                    .skillsGetChecklist, GetChecklistRequest(checklist: id))
                checklist = reply.checklist ?? checklist
            } else {
                checklist.programme = try desk.id(Name<ProgrammeRegister>(argument: arguments[target]))
            }
            if let title = arguments[title] { checklist.title = title }
            if let passMark = arguments[passMark] { checklist.passMarkHundredths = passMark.count }
            if let path = arguments[items] { checklist.items = try ChecklistFile.read(path) }
            try desk.show(
                try desk.call(.skillsSaveChecklist, SaveChecklistRequest(checklist: checklist)) as ChecklistReply)
            return .ok
        }
    }

    private static var withdraw: Command {
        let back: Parameter<Bool> = .flag("back", Phrase("let it be used again", "恢复使用"))
        return Command(
            "withdraw", Phrase("let no exam be published with it any more", "停用评分表"), checklist, back
        ) { arguments, desk in
            let reply: ChecklistReply = try desk.call(
                .skillsGetChecklist, GetChecklistRequest(checklist: try desk.id(arguments[checklist])))
            var checklist = reply.checklist ?? Checklist()
            checklist.withdrawn = !arguments[back]
            try desk.show(
                try desk.call(.skillsSaveChecklist, SaveChecklistRequest(checklist: checklist)) as ChecklistReply)
            return .ok
        }
    }
}

/// A file of items, one a row: text, points, and whether the step is critical. A first row of headings is passed over.
enum ChecklistFile {
    private static let yes: Set<String> = ["yes", "y", "true", "1", "critical", "是", "关键", "√"]

    static func read(_ path: String) throws(CommandFailure) -> [ChecklistItem] {
        let bytes = try PrivateFile.readExisting(path)
        let text = WorkbookRows.isArchive(bytes) ? nil : try PrivateFile.text(bytes, of: path)
        var items: [ChecklistItem] = []
        do throws(Refusal) {
            let rows = if let text { try rows(of: text) } else { try WorkbookRows.read(bytes) }
            for row in rows {
                if let item = item(row.cells) {
                    items.append(item)
                } else if !items.isEmpty || row.line > 1 {
                    throw Refusal(
                        .invalid, field: "line \(row.line)", "ITEM, POINTS, CRITICAL is wanted",
                        zh: "格式应为“评分项、分值、关键步骤”")
                }
            }
        } catch {
            throw CommandFailure(
                .refused, name: "\(error.code)",
                Phrase("\(path): \(error.field): \(error.reason.en)", "\(path)：\(error.field)：\(error.reason.zh)"))
        }
        return items
    }

    private static func rows(of text: String) throws(Refusal) -> [DelimitedRow] {
        var reader = DelimitedReader(Array(text.utf8))
        var rows: [DelimitedRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    private static func item(_ cells: [String]) -> ChecklistItem? {
        guard cells.count >= 2, let points = Hundredths(argument: cells[1].filter { $0 != " " }) else { return nil }
        let isCritical = cells.count > 2 && yes.contains(cells[2].filter { $0 != " " }.lowercased())
        return ChecklistItem(text: cells[0], pointsHundredths: points.count, critical: isCritical)
    }
}

extension Desk {
    fileprivate func show(_ reply: ChecklistReply) throws {
        guard let checklist = reply.checklist else { throw ClientError.badReply(.skillsGetChecklist).commandFailure }
        var table = Table.checklists
        table.add(checklist)
        try interaction.show(table)
    }
}

extension Table {
    fileprivate static var checklists: Table {
        Table(
            Column("checklist", Phrase("Checklist", "评分表"), .right), Column("title", Phrase("Title", "名称")),
            Column("edition", Phrase("Edition", "版本"), .right),
            Column("pass_mark_hundredths", Phrase("Pass mark", "合格线"), .right),
            Column("items", Phrase("Items", "评分项")), Column("withdrawn", Phrase("Withdrawn", "停用")))
    }

    fileprivate mutating func add(_ checklist: Checklist) {
        add(
            Cell(checklist.id), Cell(checklist.title), Cell(checklist.edition),
            Shown.score(checklist.passMarkHundredths),
            Cell(
                Phrase(
                    checklist.items.map {
                        "\($0.text) (\(hundredths(Int($0.pointsHundredths)))\($0.critical ? "!" : ""))"
                    }.joined(separator: ", ")),
                json: .array(
                    checklist.items.map {
                        [
                            "text": .string($0.text), "points_hundredths": JSON($0.pointsHundredths),
                            "critical": .bool($0.critical),
                        ]
                    })), Shown.flag(checklist.withdrawn))
    }
}
