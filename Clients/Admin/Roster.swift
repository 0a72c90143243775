import ClientKit
import Console
import Messages

extension Command {
    /// BAT-1, BAT-3: the roster of an offering.
    static var roster: Command {
        Command("roster", Phrase("who takes part in an offering", "期次名单"), commands: [template, upload, list])
    }

    private static let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("its id", "期次编号"))

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
            try desk.upload(.roster, of: arguments[offering], arguments, accounts: "")
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("the roster of an offering", "查看名单"), offering, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
                .init("name", Phrase("Name", "姓名")), .init("unit", Phrase("Unit", "单位")),
                .init("title", Phrase("Title", "职称")))
            try desk.list(arguments, table, .projectsListRoster) { after, limit in
                ListRosterRequest(offering: arguments[offering], after: after, limit: limit)
            } rows: { (reply: ListRosterReply, table) in
                for entry in reply.entries {
                    table.add(
                        .init(entry.person), .init(entry.number), .init(entry.name), .init(entry.unit),
                        .init(entry.title))
                }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }
}
