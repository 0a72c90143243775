import Messages
import Storage
import Testing

@Suite struct NoticeTests {
    private static let body = "报名自即日起。\n\n请携带身份证。"

    @Test("NOT-1 notices are read without logging in: newest first, by kind, page by page")
    func lists() throws {
        let world = try World()
        let admin = try world.client("admin")
        var ids: [UInt64] = []
        for number in 0..<7 {
            ids.append(try admin.publish(number % 2 == 0 ? .training : .exam, "通知 \(number)"))
        }
        let anybody = world.server.connect()
        #expect(try anybody.notices(limit: 3) == ids.reversed())
        #expect(try anybody.notices(.training, limit: 3) == [ids[6], ids[4], ids[2], ids[0]])
        #expect(try anybody.notices(.exam, limit: 3) == [ids[5], ids[3], ids[1]])
        #expect(try anybody.notices(.guide, limit: 3).isEmpty)
        let page: ListNoticesReply = try anybody.call(.noticesListNotices, ListNoticesRequest())
        #expect(page.notices.first?.title == "通知 6")
        #expect(page.notices.allSatisfy { $0.body.isEmpty && $0.publishedMs == world.clock.now })
        let one: NoticeReply = try anybody.call(.noticesGetNotice, GetNoticeRequest(notice: ids[0]))
        #expect(one.notice?.body == Self.body)
        #expect(one.notice?.kind == .training)
        try refused(.notFound, field: "notice") {
            try anybody.call(.noticesGetNotice, GetNoticeRequest(notice: 999_999), reply: NoticeReply.self)
        }
    }

    @Test("NOT-1 the home list shows what was featured, in that order, until it is withdrawn or featured no more")
    func home() throws {
        let world = try World()
        let admin = try world.client("admin")
        let ids = try (0..<3).map { try admin.publish(.training, "通知 \($0)") }
        let anybody = world.server.connect()
        #expect(try anybody.home().isEmpty)
        let _: HomeNoticesReply = try admin.call(
            .noticesFeatureNotices, FeatureNoticesRequest(notices: [ids[1], ids[2], ids[0]]))
        #expect(try anybody.home() == [ids[1], ids[2], ids[0]])
        let _: NoticeReply = try admin.call(
            .noticesWithdrawNotice, WithdrawNoticeRequest(notice: ids[2], reason: "取消举办"))
        #expect(try anybody.home() == [ids[1], ids[0]])
        try refused(.wrongState, field: "notices 2") {
            try admin.call(
                .noticesFeatureNotices, FeatureNoticesRequest(notices: [ids[0], ids[2]]), reply: HomeNoticesReply.self)
        }
        try refused(.alreadyExists, field: "notices") {
            try admin.call(
                .noticesFeatureNotices, FeatureNoticesRequest(notices: [ids[0], ids[0]]), reply: HomeNoticesReply.self)
        }
        try refused(.invalid, field: "notices") {
            try admin.call(
                .noticesFeatureNotices, FeatureNoticesRequest(notices: Array(1...21)), reply: HomeNoticesReply.self)
        }
        #expect(try anybody.home() == [ids[1], ids[0]])
        let _: HomeNoticesReply = try admin.call(.noticesFeatureNotices, FeatureNoticesRequest())
        #expect(try anybody.home().isEmpty)
    }

    @Test("NOT-1 an edit keeps every earlier text in the history, and one made beside another is refused")
    func history() throws {
        let world = try World()
        let admin = try world.client("admin")
        let id = try admin.publish(.guide, "办事指南")
        world.clock.advance(s: 5)
        let edited: NoticeReply = try admin.call(
            .noticesEditNotice, EditNoticeRequest(notice: id, revision: 1, title: "办事指南（修订）", body: "第二版"))
        #expect(edited.notice?.revision == 2)
        #expect(edited.notice?.revisedMs == world.clock.now)
        try refused(.staleContext, field: "revision") {
            try admin.call(
                .noticesEditNotice, EditNoticeRequest(notice: id, revision: 1, title: "旁人", body: "旁人"),
                reply: NoticeReply.self)
        }
        let _: NoticeReply = try admin.call(
            .noticesWithdrawNotice, WithdrawNoticeRequest(notice: id, reason: "已过期"))
        let history: NoticeHistoryReply = try admin.call(.noticesNoticeHistory, NoticeHistoryRequest(notice: id))
        #expect(history.revisions.map(\.revision) == [3, 2, 1])
        #expect(history.revisions.map(\.title) == ["办事指南（修订）", "办事指南（修订）", "办事指南"])
        #expect(history.revisions.map(\.body) == ["第二版", "第二版", Self.body])
        #expect(history.revisions.map(\.reason) == ["已过期", "", ""])
        #expect(history.revisions.allSatisfy { $0.editor == world.made.persons["admin"] && !$0.editorName.isEmpty })
        let rest: NoticeHistoryReply = try admin.call(
            .noticesNoticeHistory, NoticeHistoryRequest(notice: id, after: 3, limit: 1))
        #expect(rest.revisions.map(\.revision) == [2])
        #expect(rest.next == 2)
    }

    @Test("NOT-1 a withdrawn notice is in no list and not to be read, but its publisher still sees it")
    func withdrawn() throws {
        let world = try World()
        let admin = try world.client("admin")
        let (kept, gone) = (try admin.publish(.exam, "考试安排"), try admin.publish(.exam, "考试安排（误）"))
        let _: NoticeReply = try admin.call(
            .noticesWithdrawNotice, WithdrawNoticeRequest(notice: gone, reason: "误发"))
        let anybody = world.server.connect()
        #expect(try anybody.notices() == [kept])
        #expect(try anybody.notices(.exam) == [kept])
        try refused(.wrongState, field: "notice") {
            try anybody.call(.noticesGetNotice, GetNoticeRequest(notice: gone), reply: NoticeReply.self)
        }
        for (method, request) in [
            (Method.noticesWithdrawNotice, serialized(WithdrawNoticeRequest(notice: gone, reason: "又一次"))),
            (.noticesEditNotice, serialized(EditNoticeRequest(notice: gone, revision: 2, title: "改", body: "改"))),
        ] {
            try refused(.wrongState) { try admin.raw(method, request) }
        }
        let managed: ListNoticesReply = try admin.call(.noticesListManagedNotices, ListManagedNoticesRequest())
        #expect(managed.notices.map(\.id) == [gone, kept])
        let withdrawn: ListNoticesReply = try admin.call(
            .noticesListManagedNotices, ListManagedNoticesRequest(state: .withdrawn))
        #expect(withdrawn.notices.map(\.id) == [gone])
    }

    @Test("NOT-1 favourites are training notices alone, each person's own, and say when one was withdrawn")
    func favourites() throws {
        let world = try World()
        let admin = try world.client("admin")
        let (first, second) = (try admin.publish(.training, "第一期"), try admin.publish(.training, "第二期"))
        let guide = try admin.publish(.guide, "指南")
        let (me, other) = (try world.client("N01"), try world.client("N02"))
        for notice in [first, second, first] { try me.favour(notice) }
        try refused(.invalid, field: "notice") { try me.favour(guide) }
        try refused(.notFound, field: "notice") { try me.favour(12_345_678) }
        #expect(try me.favourites().map(\.id) == [second, first])
        #expect(try other.favourites().isEmpty)
        let _: NoticeReply = try admin.call(
            .noticesWithdrawNotice, WithdrawNoticeRequest(notice: first, reason: "停办"))
        #expect(try me.favourites().map(\.state) == [.published, .withdrawn])
        #expect(try me.favourites().last?.title == "第一期")
        try refused(.wrongState, field: "notice") { try other.favour(first) }
        let _: FavouriteReply = try me.call(.noticesRemoveFavourite, FavouriteRequest(notice: first))
        let _: FavouriteReply = try me.call(.noticesRemoveFavourite, FavouriteRequest(notice: first))
        #expect(try me.favourites().map(\.id) == [second])
        try refused(.notLoggedIn) { try world.server.connect().favour(second) }
    }

    @Test("NOT-1 a person keeps at most a thousand favourites")
    func favouritesAreBounded() throws {
        let world = try World()
        let notice = try world.client("admin").publish(.training, "第一期")
        let me = try world.client("N01")
        let person = try world.person("N01")
        try world.server.database.write { transaction in
            for id in 1...999 {
                try transaction.execute(
                    "INSERT INTO favourite (person, notice) VALUES (?1, ?2)", person, UInt64(1 << 40) + UInt64(id))
            }
        }
        try me.favour(notice)
        let next = try world.client("admin").publish(.training, "第二期")
        try refused(.invalid, field: "notice") { try me.favour(next) }
        try me.favour(notice)
    }

    @Test("NOT-1 a programme's support contact is readable without logging in")
    func support() throws {
        let world = try World()
        let admin = try world.client("admin")
        let anybody = world.server.connect()
        let programme = world.made.programme
        try refused(.notFound, field: "programme") {
            try anybody.call(
                .noticesGetSupportContact, GetSupportContactRequest(programme: programme),
                reply: SupportContactReply.self)
        }
        for (phone, hours) in [("028-85061735", ""), ("（０２８）85061735", "工作日 9:00–17:00")] {
            let _: SupportContactReply = try admin.call(
                .noticesSetSupportContact,
                SetSupportContactRequest(programme: programme, phone: phone, hours: hours))
        }
        let got: SupportContactReply = try anybody.call(
            .noticesGetSupportContact, GetSupportContactRequest(programme: programme))
        #expect(
            got.contact
                == SupportContact(
                    programme: programme, programmeName: "湖南省继续医学教育", phone: "(028)85061735",
                    hours: "工作日 9:00–17:00"))
        let all: ListSupportContactsReply = try anybody.call(
            .noticesListSupportContacts, ListSupportContactsRequest())
        #expect(all.contacts == [got.contact].compactMap { $0 })
        for phone in ["", "12", "热线", "123456789012345678901", "028\u{202E}85061735", "028\n85061735"] {
            try refused(.invalid, field: "phone") {
                try admin.call(
                    .noticesSetSupportContact, SetSupportContactRequest(programme: programme, phone: phone),
                    reply: SupportContactReply.self)
            }
        }
    }

    @Test("NOT-1 a provider publishes for itself alone, the platform's notices are its administrators'")
    func authority() throws {
        let world = try World()
        let admin = try world.client("admin")
        let (here, there) = (try admin.organisation(.unit, "水利学会"), try admin.organisation(.unit, "医学会"))
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "provider", personName: "主办", roles: [RoleGrant(role: .providerAdmin, organisation: here)]))
        let provider = try world.login("provider")
        let own = try provider.publish(.training, "学会培训", organisation: here)
        let foreign = try admin.publish(.training, "医学会培训", organisation: there)
        for organisation in [there, 0] {
            try refused(.notAllowed) { try provider.publish(.training, "越权", organisation: organisation) }
        }
        let requests: [(Method, (UInt64) -> [UInt8])] = [
            (.noticesEditNotice, { serialized(EditNoticeRequest(notice: $0, revision: 1, title: "改", body: "改")) }),
            (.noticesNoticeHistory, { serialized(NoticeHistoryRequest(notice: $0)) }),
            (.noticesWithdrawNotice, { serialized(WithdrawNoticeRequest(notice: $0, reason: "撤")) }),
        ]
        for (method, request) in requests {
            try refused(.notAllowed) { try provider.raw(method, request(foreign)) }
            _ = try provider.raw(method, request(own))
        }
        try refused(.notAllowed) {
            try provider.call(
                .noticesListManagedNotices, ListManagedNoticesRequest(organisation: there),
                reply: ListNoticesReply.self)
        }
        try refused(.notAllowed) {
            try provider.call(
                .noticesFeatureNotices, FeatureNoticesRequest(notices: [foreign]), reply: HomeNoticesReply.self)
        }
        #expect(try world.refusals(.noticesPublishNotice) == 2)
    }

    @Test("NOT-1 hostile titles, bodies and kinds are refused, and long bodies are whole")
    func hostile() throws {
        let world = try World()
        let admin = try world.client("admin")
        for title in ["", "  ", String(repeating: "长", count: 101), "a\u{200B}b", "a\u{202E}b", "a\0b", "a\nb"] {
            try refused(.invalid, field: "title") { try admin.publish(.training, title) }
        }
        for body in [
            "", " \n\n\t", String(repeating: "长", count: 20_001), "a\u{0}b", "a\u{202E}b", "a\u{2028}b", "a\u{FEFF}b",
            String(repeating: "行\n", count: 1001),
        ] {
            try refused(.invalid, field: "body") { try admin.publish(.training, "通知", body: body) }
        }
        try refused(.invalid, field: "kind") { try admin.publish(nil, "通知") }
        try refused(.notFound, field: "organisation") { try admin.publish(.training, "通知", organisation: 99_999) }
        try refused(.invalid, field: "reason") {
            let id = try admin.publish(.training, "通知")
            return try admin.call(
                .noticesWithdrawNotice, WithdrawNoticeRequest(notice: id, reason: " "), reply: NoticeReply.self)
        }
        let longest = String(repeating: "长", count: 20_000)
        let id = try admin.publish(.training, String(repeating: "题", count: 100), body: longest)
        let read: NoticeReply = try world.server.connect().call(.noticesGetNotice, GetNoticeRequest(notice: id))
        #expect(read.notice?.body == longest)
        let mixed = try admin.publish(.training, "通知", body: "\r\n 第一段\t甲 \r\n\r\n\r\n\r\n第二段\r第三行\n\n")
        let plain: NoticeReply = try world.server.connect().call(.noticesGetNotice, GetNoticeRequest(notice: mixed))
        #expect(plain.notice?.body == "第一段 甲\n\n第二段\n第三行")
    }
}

extension Client {
    @discardableResult
    func publish(
        _ kind: NoticeKind?, _ title: String, body: String = "报名自即日起。\n\n请携带身份证。", organisation: UInt64 = 0
    ) throws -> UInt64 {
        let reply: NoticeReply = try call(
            .noticesPublishNotice,
            PublishNoticeRequest(kind: kind, organisation: organisation, title: title, body: body))
        return reply.notice?.id ?? 0
    }

    /// All pages.
    fileprivate func notices(_ kind: NoticeKind? = nil, limit: UInt32 = 0) throws -> [UInt64] {
        var found: [UInt64] = []
        var after: UInt64 = 0
        repeat {
            let page: ListNoticesReply = try call(
                .noticesListNotices, ListNoticesRequest(kind: kind, after: after, limit: limit))
            found += page.notices.map(\.id)
            after = page.next
        } while after != 0
        return found
    }

    fileprivate func home() throws -> [UInt64] {
        let reply: HomeNoticesReply = try call(.noticesHomeNotices, HomeNoticesRequest())
        return reply.notices.map(\.id)
    }

    fileprivate func favour(_ notice: UInt64) throws {
        let _: FavouriteReply = try call(.noticesAddFavourite, FavouriteRequest(notice: notice))
    }

    fileprivate func favourites() throws -> [Notice] {
        let reply: ListNoticesReply = try call(.noticesListFavourites, ListFavouritesRequest())
        return reply.notices
    }
}
