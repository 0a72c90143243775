import Messages
import Storage
import Testing

/// Texts by which lists are searched.
@Suite struct SoughtTextTests {
    private let world: World

    init() throws { world = try World() }

    /// The answer of each list to a part of a name: the field and the number of rows.
    private func lists() throws -> [(field: String, find: (String) throws -> Int)] {
        let (world, keeper, admin) = (world, try world.client("keeper"), try world.client("admin"))
        return [
            (
                "find",
                {
                    try admin.call(.accountsListAccounts, ListAccountsRequest(find: $0), reply: ListAccountsReply.self)
                        .accounts.count
                }
            ),
            (
                "find",
                {
                    try keeper.call(
                        .accountsListAccounts, ListAccountsRequest(find: $0, organisation: world.made.base),
                        reply: ListAccountsReply.self
                    ).accounts.count
                }
            ),
            (
                "name_contains",
                {
                    try keeper.call(
                        .organisationsListOrganisations, ListOrganisationsRequest(nameContains: $0),
                        reply: ListOrganisationsReply.self
                    ).organisations.count
                }
            ),
            (
                "name_contains",
                {
                    try world.client("N01").call(
                        .bookingsBrowseBases, BrowseBasesRequest(nameContains: $0), reply: BrowseBasesReply.self
                    ).bases.count
                }
            ),
            (
                "name_contains",
                {
                    try keeper.call(
                        .projectsListProjects, ListProjectsRequest(nameContains: $0), reply: ListProjectsReply.self
                    ).projects.count
                }
            ),
            (
                "number_contains",
                {
                    try keeper.call(
                        .projectsListProjects, ListProjectsRequest(numberContains: $0), reply: ListProjectsReply.self
                    ).projects.count
                }
            ),
            (
                "contains",
                {
                    try keeper.call(
                        .examsListQuestions, ListQuestionsRequest(bank: world.offering, contains: $0),
                        reply: ListQuestionsReply.self
                    ).questions.count
                }
            ),
        ]
    }

    @Test("a text beyond any name is refused by every list that is searched, and says how long it may be")
    func long() throws {
        for (field, find) in try lists() {
            #expect(try find("") > 0, "\(field)")
            #expect(try find(String(repeating: "长", count: 200)) == 0, "\(field)")
            for length in [201, 70_000] {
                let text = try refused(.invalid, field: field) { try find(String(repeating: "长", count: length)) }.text
                #expect(text.contains("200"), "\(field)")
            }
        }
    }

    @Test("the signs that a database takes for any character are looked for as they are")
    func signs() throws {
        for (field, find) in try lists() {
            for sign in ["%", "_", "!", "%%", "!%"] { #expect(try find(sign) == 0, "\(field) \(sign)") }
        }
        try world.execute("UPDATE organisation SET name = '第100%!_基地' WHERE id = ?1", world.made.base)
        let keeper = try world.client("keeper")
        for part in ["100%", "%!", "!_基", "%!_"] {
            let found: ListOrganisationsReply = try keeper.call(
                .organisationsListOrganisations, ListOrganisationsRequest(nameContains: part))
            #expect(found.organisations.map(\.id) == [world.made.base], "\(part)")
        }
    }
}
