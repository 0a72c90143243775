import Messages
import Testing
import Wire

/// Terminals are told who may mark at their base.
@Suite struct ExaminersAtTerminalsTests {
    private func examiners(_ door: Door) throws -> [String] {
        try door.pull().items.filter { $0.kind == .examiner && !$0.removed }
            .map { try ExaminerValue(serialized: $0.value).account }.sorted()
    }

    @Test(
        "SYN-9 a terminal learns who may mark at its base when it is enrolled, when a role is given, and when it is taken"
    )
    func known() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.authenticate()
        #expect(try examiners(door) == ["keeper"])
        let admin = try world.client("admin")
        let role = RoleGrant(role: .examiner, organisation: world.made.base)
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount, CreateAccountRequest(name: "kaoguan", personName: "郑考官", roles: [role]))
        #expect(try examiners(door) == ["kaoguan", "keeper"])
        let other = try Door(in: world, seed: 9, base: world.made.otherBase)
        try other.authenticate()
        #expect(try examiners(other) == ["stranger"])
        let _: GetAccountReply = try admin.call(
            .accountsRevokeRole,
            RevokeRoleRequest(whose: AccountChoice(account: "kaoguan"), role: role, reason: "调离"))
        #expect(try examiners(door) == ["keeper"])
    }
}
