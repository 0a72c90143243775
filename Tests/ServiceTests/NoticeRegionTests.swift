import Messages
import Testing

/// Commissions publish for their regions; published notices are public.
@Suite struct NoticeRegionTests {
    private let districts: Districts
    private let officer: Client

    init() throws {
        districts = try Districts(World())
        officer = try #require(districts.staff[.commissionOfficer])
    }

    /// Everything an officer may do with a notice of the organisation.
    private func manage(_ organisation: UInt64, _ client: Client) throws {
        let id = try client.publish(.training, "招录通知", organisation: organisation)
        let _: NoticeReply = try client.call(
            .noticesEditNotice, EditNoticeRequest(notice: id, revision: 1, title: "招录通知（更正）", body: "改期"))
        let _: NoticeHistoryReply = try client.call(.noticesNoticeHistory, NoticeHistoryRequest(notice: id))
        let managed: ListNoticesReply = try client.call(
            .noticesListManagedNotices, ListManagedNoticesRequest(organisation: organisation))
        #expect(managed.notices.map(\.id) == [id])
        let _: NoticeReply = try client.call(
            .noticesWithdrawNotice, WithdrawNoticeRequest(notice: id, reason: "取消"))
    }

    @Test("NOT-1 a commission officer publishes, edits and withdraws for the own region and for what lies below it")
    func reached() throws {
        for place in [districts.own, districts.below] {
            for organisation in [place.region, place.commission, place.base, place.unit] {
                try manage(organisation, officer)
            }
        }
    }

    @Test("NOT-1 another region's notices, those above and the platform's are not an officer's to publish or change")
    func foreign() throws {
        let world = districts.world
        let admin = try world.client("admin")
        _ = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "county", personName: "职员",
                roles: [RoleGrant(role: .commissionOfficer, organisation: districts.below.commission)]),
            reply: CreateAccountReply.self)
        let county = try world.login("county")
        let foreign = districts.foreign
        let closed =
            [foreign.region, foreign.commission, foreign.base, foreign.unit, 0].map { ($0, officer) }
            + [districts.own.region, districts.own.commission, districts.own.unit, 0].map { ($0, county) }
        for (organisation, client) in closed {
            let id = try admin.publish(.exam, "考试通知", organisation: organisation)
            try refused(.notAllowed) { try client.publish(.training, "越权", organisation: organisation) }
            try refused(.notAllowed) {
                try client.call(
                    .noticesEditNotice, EditNoticeRequest(notice: id, revision: 1, title: "改", body: "改"),
                    reply: NoticeReply.self)
            }
            try refused(.notAllowed) {
                try client.call(
                    .noticesWithdrawNotice, WithdrawNoticeRequest(notice: id, reason: "撤"), reply: NoticeReply.self)
            }
            try refused(.notAllowed) {
                try client.call(
                    .noticesNoticeHistory, NoticeHistoryRequest(notice: id), reply: NoticeHistoryReply.self)
            }
            try refused(.notAllowed) {
                try client.call(
                    .noticesListManagedNotices, ListManagedNoticesRequest(organisation: organisation),
                    reply: ListNoticesReply.self)
            }
        }
        #expect(try world.refusals(.noticesPublishNotice) == closed.count)
    }

    @Test("NOT-1 an officer of a commission that stands in no region does not speak for the platform")
    func nowhere() throws {
        let world = districts.world
        let admin = try world.client("admin")
        let commission = try admin.organisation(.commission, "国家卫健委")
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "national", personName: "职员",
                roles: [RoleGrant(role: .commissionOfficer, organisation: commission)]))
        let national = try world.login("national")
        try refused(.notAllowed) { try national.publish(.training, "越权") }
        let platform = try admin.publish(.training, "平台通知")
        try refused(.notAllowed) {
            try national.call(
                .noticesWithdrawNotice, WithdrawNoticeRequest(notice: platform, reason: "撤"), reply: NoticeReply.self)
        }
        try manage(districts.foreign.unit, national)
    }

    @Test("NOT-1 what one region publishes is read by every other, and by who has not logged in")
    func readers() throws {
        let id = try officer.publish(.training, "甲市招录", organisation: districts.own.commission)
        let world = districts.world
        let _: CreateAccountReply = try world.client("admin").call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "foreign", personName: "职员",
                roles: [RoleGrant(role: .commissionOfficer, organisation: districts.foreign.commission)]))
        for reader in [world.server.connect(), try world.login("foreign"), try world.client("N01")] {
            let listed: ListNoticesReply = try reader.call(.noticesListNotices, ListNoticesRequest(kind: .training))
            #expect(listed.notices.map(\.id) == [id])
            #expect(listed.notices.first?.organisationName == "甲市卫健委")
            let read: NoticeReply = try reader.call(.noticesGetNotice, GetNoticeRequest(notice: id))
            #expect(read.notice?.title == "甲市招录")
        }
    }
}
