import Foundation
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct QuarantineStoryTests {
    @Test("SYN-9 a terminal lists what is quarantined and why, and that it is not any more once a mark is admitted")
    func admitted() throws {
        let site = try Site()
        let course = try Course(site)
        let (admin, offering) = (course.admin, course.offering)
        let terminal = try course.terminal("hall")
        try terminal("score", "A001=88.5", "--offering", offering, "--actor", "999999", "--unlisted")
        try terminal("sync", "--json")
        #expect(try terminal("status", "--json").rows.first?["quarantined"] as? Int == 1)

        let listed = try terminal("status", "--json").rows.first?["not_applied"] as? [[String: Any]]
        #expect(listed?.map { $0["code"] as? String } == ["actor_not_assigned"])
        #expect(listed?.first?["offering"] as? Int == Int(offering))

        let mark = try #require(try admin("scores", "quarantined", offering, "--json").rows.first)
        let (log, sequence) = (try #require(mark["log"] as? String), try #require(mark["sequence"] as? Int))
        try admin("scores", "admit", offering, log, "\(sequence)", "--reason", "当日代班")
        try terminal("sync", "--json")
        #expect(try terminal("status", "--json").rows.first?["quarantined"] as? Int == 0)
        #expect(try site.stop() == 0)
    }
}
