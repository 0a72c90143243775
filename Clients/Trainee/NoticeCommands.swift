import ClientKit
import Console
import Messages

extension Command {
    /// NOT-1: notices; no login needed.
    static var notices: Command {
        Command(
            "notices", Phrase("notices and guides; no login needed", "通知公告与办事指南，无需登录"),
            commands: [home, list, show, .orderFromNotice, favour, forget, favourites])
    }

    private static let id = Name<NoticeRegister>.positional

    private static var home: Command {
        Command("home", Phrase("what the home page shows", "首页通知")) { _, desk in
            let reply: HomeNoticesReply = try desk.call(.noticesHomeNotices, HomeNoticesRequest())
            var table = Table.notices
            for notice in reply.notices { table.add(notice) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let kind: Parameter<Choice<NoticeKind>?> = .option("kind", "KIND", Phrase("of this kind", "仅此类型"))
        return Command("list", Phrase("the newest first", "通知列表，最新在前"), kind, Paging.limit, Paging.after, Paging.all) {
            arguments, desk in
            try desk.list(arguments, .notices, .noticesListNotices) { after, limit in
                ListNoticesRequest(kind: arguments[kind]?.value, after: after, limit: limit)
            } rows: { (reply: ListNoticesReply, table) in
                for notice in reply.notices { table.add(notice) }
                return (reply.notices.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("read one", "查看通知"), id) { arguments, desk in
            let reply: NoticeReply = try desk.call(
                .noticesGetNotice, GetNoticeRequest(notice: try desk.id(arguments[id])))
            try desk.show(reply.notice)
            if let notice = reply.notice, notice.offering != 0 {
                desk.interaction.say(
                    Phrase(
                        "order it with: rollcall notices order \(notice.id)", "报名：rollcall notices order \(notice.id)"))
            }
            return .ok
        }
    }

    private static var favour: Command {
        Command("favour", Phrase("keep a training notice among your favourites", "收藏培训通知"), id) { arguments, desk in
            let _: FavouriteReply = try desk.call(
                .noticesAddFavourite, FavouriteRequest(notice: try desk.id(arguments[id])))
            desk.interaction.say(Phrase("kept", "已收藏"))
            return .ok
        }
    }

    private static var forget: Command {
        Command("forget", Phrase("take it from your favourites", "取消收藏"), id) { arguments, desk in
            let _: FavouriteReply = try desk.call(
                .noticesRemoveFavourite, FavouriteRequest(notice: try desk.id(arguments[id])))
            desk.interaction.say(Phrase("taken out", "已取消收藏"))
            return .ok
        }
    }

    private static var favourites: Command {
        Command("favourites", Phrase("those you keep", "我的收藏"), Paging.limit, Paging.after, Paging.all) {
            arguments, desk in
            try desk.list(arguments, .notices, .noticesListFavourites) { after, limit in
                ListFavouritesRequest(after: after, limit: limit)
            } rows: { (reply: ListNoticesReply, table) in
                for notice in reply.notices { table.add(notice) }
                return (reply.notices.count, reply.next)
            }
            return .ok
        }
    }

    /// NOT-1, WAT 四: support contacts; no login needed.
    static var support: Command {
        let programme = Name<ProgrammeRegister>.optionalPositional(
            Phrase("of this programme; else of every", "项目体系，默认全部"))
        return Command(
            "support", Phrase("whom to ask; no login needed", "客服电话，无需登录"), programme, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            if let programme = arguments[programme] {
                let reply: SupportContactReply = try desk.call(
                    .noticesGetSupportContact, GetSupportContactRequest(programme: try desk.id(programme)))
                var table = Table.supportContacts
                if let contact = reply.contact { table.add(contact) }
                try desk.interaction.show(table)
                return .ok
            }
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
