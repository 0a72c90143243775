import Processes
import Testing

@Suite(.timeLimit(.minutes(15)))
struct EmptyListTests {
    /// Commands that only show, and need no arguments.
    private static let lists: Set<String> = [
        "list", "tree", "home", "favourites", "attendance", "credits", "sessions", "messages", "outbox", "audit",
        "units",
        "mine", "links",
    ]

    @Test(
        "a list of nothing says so in both languages, and is no line of JSON",
        arguments: ["rollcall", "rollcall-admin"])
    func empty(program: String) throws {
        let site = try Site()
        let admin = try site.administrator()
        let somebody = User(site: site, home: admin.home, program: program)
        var seen = 0
        for page in try HelpPage.all(program, "en") where Self.lists.contains(page.path[page.path.count - 1]) {
            let words = Array(page.path.dropFirst())
            guard page.text.contains("usage: \(page.path.joined(separator: " ")) [options]\n") else { continue }
            seen += 1
            let json = try somebody.run(words + ["--json"])
            #expect(json.err.isEmpty || json.out.isEmpty, "\(page.path): \(json.err)")
            guard json.out.isEmpty else { continue }
            #expect(try somebody.run(words).err == "nothing to show\n", "\(page.path)")
            if page.text.contains("--all") {
                #expect(try somebody.run(words + ["--all"]).err == "nothing to show\n", "\(page.path)")
            }
            #expect(try somebody.run(words + ["--lang", "zh"]).err == "没有记录\n", "\(page.path)")
        }
        #expect(seen >= 4)
    }
}
