import Messages
import Testing
import Wire

/// ACC-12c: a closed organisation gives nobody authority.
@Suite struct ClosedOrganisationTests {
    private func organisations(_ client: Client) throws -> [UInt64] {
        let login: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        return login.roles.map(\.organisation)
    }

    @Test(
        "ACC-12c a closed base gives nobody authority, in sessions and waiting commands too, until it is reopened"
    )
    func base() throws {
        let world = try World()
        let made = world.made
        let (admin, keeper) = (try world.client("admin"), try world.client("keeper"))
        let code = CreateEnrolmentCodeRequest(base: made.base, name: "门").serialized()
        let roster = ListRosterRequest(offering: made.offering).serialized()
        #expect(try keeper.code(.terminalsCreateEnrolmentCode, code) == nil)
        var base = Organisation(id: made.base, name: "第一培训基地", trains: true, closed: true)
        admin.begin(.organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: base).serialized())
        // Let in while the base was open; its turn comes after.
        let waiting = keeper.begin(.terminalsCreateEnrolmentCode, code)
        admin.settle()
        keeper.settle()
        #expect(keeper.answer(waiting)?.failure?.code == .notAllowed)
        #expect(try keeper.code(.projectsListRoster, roster) == .notAllowed)
        #expect(try organisations(keeper).isEmpty)
        #expect(try organisations(world.login("keeper")).isEmpty)
        // The others' authority is what it was.
        #expect(try organisations(world.client("stranger")) == [made.otherBase])
        base.closed = false
        let _: CreateOrganisationReply = try admin.call(
            .organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: base))
        #expect(try keeper.code(.terminalsCreateEnrolmentCode, code) == nil)
        #expect(try organisations(keeper) == [made.base])
    }

    @Test("ACC-12c a closed commission reaches nothing in its region")
    func commission() throws {
        let districts = try Districts(World())
        let officer = try #require(districts.staff[.commissionOfficer])
        let list = ListResponsibleRequest(organisation: districts.own.commission).serialized()
        #expect(try officer.code(.accountsListResponsible, list) == nil)
        let _: CreateOrganisationReply = try districts.world.client("admin").call(
            .organisationsChangeOrganisation,
            ChangeOrganisationRequest(
                organisation: Organisation(
                    id: districts.own.commission, name: "甲市卫健委", parent: districts.own.region, closed: true)))
        #expect(try officer.code(.accountsListResponsible, list) == .notAllowed)
    }
}
