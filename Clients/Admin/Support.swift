import ClientKit
import Console
import Messages

extension Command {
    /// NOT-1: support contacts.
    static var support: Command {
        Command("support", Phrase("whom trainees ask about a programme", "项目客服电话"), commands: [set, list])
    }

    private static var set: Command {
        let programme = Name<ProgrammeRegister>.positional
        let phone: Parameter<String> = .argument("PHONE", Phrase("a service line", "客服电话"))
        let hours: Parameter<String> = .option("hours", "TEXT", Phrase("when somebody answers", "服务时间"), default: "")
        return Command("set", Phrase("set a programme's service line", "设置客服电话"), programme, phone, hours) {
            arguments, desk in
            let reply: SupportContactReply = try desk.call(
                .noticesSetSupportContact,
                SetSupportContactRequest(
                    programme: try desk.id(arguments[programme]), phone: arguments[phone], hours: arguments[hours]))
            var table = Table.supportContacts
            if let contact = reply.contact { table.add(contact) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        Command("list", Phrase("the service lines", "客服电话列表"), Paging.limit, Paging.after, Paging.all) {
            arguments, desk in
            try desk.list(arguments, .supportContacts, .noticesListSupportContacts) { after, limit in
                ListSupportContactsRequest(after: after, limit: limit)
            } rows: { (reply: ListSupportContactsReply, table) in
                for contact in reply.contacts { table.add(contact) }
                return (reply.contacts.count, reply.next)
            }
            return .ok
        }
    }
}
