import Foundation
import Seeded
import Testing

@Suite struct InitKillTests {
    @Test("a server's folder whose making was killed at any write is made by the same command, and its password works")
    func killAnywhere() throws {
        let whole = try life(.nowhere)
        #expect(whole.problems == [])
        let end = whole.writes
        // All of it now and then, and every step of the end, where files come to their places.
        let spread = stride(from: 1, to: end, by: Int(max(1, end / 6))).map { $0 }
        let places = spread + Array(max(1, end - 11)...end)
        var kills = 0
        for (index, number) in places.enumerated() {
            let place = Killer.Place(number: number, how: Killer.How.allCases[index % Killer.How.allCases.count])
            let found = try life(place)
            #expect(found.problems == [], "\(place)")
            if found.isKilled { kills += 1 }
        }
        print("init, \(end) writes: \(kills) kills")
        #expect(kills >= places.count - 2)
    }

    @Test("a database whose site key is elsewhere is not made anew")
    func foreign() throws {
        let folder = try Folder()
        try make(folder)
        for file in ["data/keys/site.key", "data/keys/tls.key"] {
            try FileManager.default.removeItem(atPath: folder.path(file))
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        #expect(try make(folder).end == .exited(1))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
    }

    @discardableResult
    private func make(
        _ folder: Folder, environment: [String: String] = [:]
    ) throws -> (password: String?, end: Child.End) {
        let child = try Child(
            ServerProcess.program, ["init", "--data", folder.data], environment: environment,
            errors: folder.path("init.log"))
        let line = try child.lines().first { $0.hasPrefix("password") }
        return (line?.split(separator: " ").last.map(String.init), try child.wait())
    }

    private func life(_ place: Killer.Place) throws -> Found {
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.data, withIntermediateDirectories: false)
        let settings = folder.path("data/settings.json")
        try Data("{}".utf8).write(to: URL(fileURLWithPath: settings))
        let first = try make(folder, environment: Killer.environment(place, counter: folder.path("writes")))
        let second = try make(folder)
        var problems: [String] = []
        if first.end == .exited(0), second.end != .exited(1) { problems.append("made twice: \(second.end)") }
        // What was told is true, unless the command was killed and told another.
        guard let password = second.end == .exited(0) ? second.password : first.password else {
            return try found(first.end, folder, ["nobody knows the password: \(first.end), \(second.end)"])
        }
        let server = try ServerProcess(folder)
        guard let endpoint = server.endpoint else { return try found(first.end, folder, problems + ["does not serve"]) }
        var random = SeededRandom(seed: place.number)
        let talk = try Talk(endpoint)
        _ = try talk.logInAnew("admin", password, "three words of passage 7", key: random.bytes(16))
        if try server.stop() != .exited(0) { problems.append("the server did not end in good order") }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.data).sorted()
        // A maker killed at its last step leaves an empty folder.
        let known = ["init.unfinished", "keys", "lock", "rollcall.db", "rollcall.mark", "settings.json"]
        if !left.allSatisfy({ known.contains($0) || $0.hasPrefix("rollcall.db-") }) {
            problems.append("left behind: \(left)")
        }
        return try found(first.end, folder, problems)
    }

    private func found(_ end: Child.End, _ folder: Folder, _ problems: [String]) throws -> Found {
        Found(
            isKilled: end == .killed(SIGKILL), writes: try Killer.count(folder.path("writes")), acks: 0, answers: 0,
            problems: problems)
    }
}
