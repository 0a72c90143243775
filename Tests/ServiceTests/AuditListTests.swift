import Messages
import Testing

@Suite struct AuditListTests {
    private func list(_ world: World, _ request: ListAuditRequest) throws -> ListAuditReply {
        try world.client("admin").call(.accountsListAudit, request)
    }

    @Test("ACC-10 the audit log is read by the platform administrator, newest first, by method, person and time")
    func filters() throws {
        let world = try World()
        world.clock.advance(minutes: 10)
        let keeper = try world.client("keeper")
        let start = world.clock.now
        for _ in 1...3 {
            let _: InviteReply = try keeper.call(.accountsInvite, InviteRequest(offering: world.offering))
            world.clock.advance(minutes: 1)
        }
        let person = Int64(world.made.persons["keeper"] ?? 0)
        let all = try list(world, ListAuditRequest())
        #expect(all.entries.map(\.id) == all.entries.map(\.id).sorted(by: >))
        let invites = try list(world, ListAuditRequest(method: "Accounts.Invite", caller: person))
        #expect(invites.entries.count == 3)
        let newest = try #require(invites.entries.first)
        #expect(newest.callerName == "员工6" && newest.caller == person && newest.outcome == 0)
        #expect(newest.address.hasPrefix("192.0.2.") && newest.detail.contains("offering \(world.offering)"))
        // From the first entry's moment on, up to before the third's.
        let some = try list(world, ListAuditRequest(caller: person, fromMs: start, toMs: start + 120_000))
        #expect(some.entries.map(\.atMs) == [start + 60_000, start])
        #expect(try list(world, ListAuditRequest(fromMs: world.clock.now)).entries.isEmpty)
        #expect(try list(world, ListAuditRequest(method: "Accounts.Invite", toMs: start)).entries.count == 1)
        try refused(.notFound, field: "method") { try list(world, ListAuditRequest(method: "Accounts.Nothing")) }
        try refused(.invalid, field: "to_ms") { try list(world, ListAuditRequest(fromMs: 5, toMs: 4)) }
        try refused(.notAllowed) {
            try keeper.call(.accountsListAudit, ListAuditRequest(), reply: ListAuditReply.self)
        }
    }

    @Test("ACC-10 an entry says what was done in the reader's language; names and reasons stay as they were typed")
    func languages() throws {
        let world = try World()
        let admin = try world.client("admin")
        let role = RoleGrant(role: .examiner, organisation: world.made.base)
        let account: CreateAccountReply = try admin.call(
            .accountsCreateAccount, CreateAccountRequest(name: "kaoguan", personName: "郑考官", roles: [role]))
        let _: GetAccountReply = try admin.call(
            .accountsRevokeRole,
            RevokeRoleRequest(whose: AccountChoice(account: "kaoguan"), role: role, reason: "base moved, 调离"))
        let (person, base) = (account.person, world.made.base)
        #expect(
            try list(world, ListAuditRequest(limit: 1)).entries.map(\.detail)
                == ["person \(person): examiner@\(base) taken: base moved, 调离"])
        admin.locale = "zh-CN"
        let chinese: ListAuditReply = try admin.call(.accountsListAudit, ListAuditRequest(limit: 1))
        #expect(chinese.entries.map(\.detail) == ["人员 \(person)：考官@\(base) 撤销：base moved, 调离"])
    }

    @Test("ACC-10 after a server's clock was put back each entry stands at its time, and no page leaves one out")
    func putBack() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let start = world.clock.now
        // An hour ahead, then right again, and a minute each.
        for minute: Int64 in [60, 61, 1, 2, 62, 3] {
            world.clock.set(start + minute * 60_000)
            let _: InviteReply = try keeper.call(.accountsInvite, InviteRequest(offering: world.offering))
        }
        let person = Int64(world.made.persons["keeper"] ?? 0)
        for (method, caller) in [("Accounts.Invite", Int64(0)), ("", person), ("Accounts.Invite", person)] {
            func minutes(_ from: Int64, _ to: Int64, limit: UInt32) throws -> [Int64] {
                var (found, after): ([Int64], UInt64) = ([], 0)
                repeat {
                    let page = try list(
                        world,
                        ListAuditRequest(
                            method: method, caller: caller, fromMs: start + from * 60_000, toMs: start + to * 60_000,
                            after: after, limit: limit))
                    found += page.entries.map { ($0.atMs - start) / 60_000 }
                    after = page.next
                } while after != 0
                return found
            }
            for limit: UInt32 in [1, 2, 100] {
                #expect(try minutes(1, 4, limit: limit) == [3, 2, 1], "\(method) \(caller)")
                #expect(try minutes(2, 62, limit: limit) == [61, 60, 3, 2], "\(method) \(caller)")
                #expect(try minutes(60, 63, limit: limit) == [62, 61, 60], "\(method) \(caller)")
            }
        }
        try refused(.notFound, field: "after") { try list(world, ListAuditRequest(after: 1 << 50)) }
    }

    @Test("ACC-10 the audit log is read page by page without a gap")
    func pages() throws {
        let world = try World()
        let whole = try list(world, ListAuditRequest(limit: 500)).entries.map(\.id)
        try #require(whole.count > 5)
        var walked: [UInt64] = []
        var after: UInt64 = 0
        repeat {
            let page = try list(world, ListAuditRequest(after: after, limit: 2))
            walked += page.entries.map(\.id)
            after = page.next
        } while after != 0
        #expect(walked == whole)
    }
}
