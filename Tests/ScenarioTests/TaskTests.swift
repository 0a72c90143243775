import Foundation
import Processes
import Testing

/// The pages that tell people how to do their tasks, followed on the command line. What has to be there before a page begins is
/// a scenario of its own.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct TaskTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Docs/Tasks")
    private static let pages = [
        "trainee", "unit", "provider", "base", "county", "city-and-province", "committee", "adjudicator", "examiner",
        "terminal-operator", "integrator", "server-operator",
    ]

    @Test("the page of tasks for each kind of user does what it says", arguments: pages)
    func task(page: String) throws {
        let before = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("BeforeTasks/\(page).txt")
        let page = try Scenario(Self.folder.appendingPathComponent(page + ".md"))
        guard FileManager.default.fileExists(atPath: before.path) else { return try Performance(page).play(page) }
        let whole = try Scenario(before).followed(by: page)
        try Performance(whole).play(whole)
    }

    @Test("every page of tasks is played by a test")
    func complete() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0 != "README.md" }
        #expect(pages.sorted() == Self.pages.map { $0 + ".md" }.sorted())
    }
}
