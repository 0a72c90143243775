import Testing
import Threads

@Suite struct ServerKillTests {
    static let kills = 100
    static let seed = UInt64(20_261_002)

    @Test("SYN-2 a server killed at any write has kept all it acknowledged, and nothing twice")
    func killAnywhere() throws {
        let world = try World.prepared.get()
        let undisturbed = try life(world, seed: Self.seed, .nowhere)
        #expect(undisturbed.problems == [], "undisturbed, seed \(Self.seed)")
        let plan = KillPlan(seed: Self.seed, count: Self.kills, writes: undisturbed.writes)

        let tally = Locked(Tally())
        let lanes = (0..<2).map { lane in
            Thread.start("lane") {
                for kill in stride(from: lane, to: Self.kills, by: 2) {
                    do {
                        for attempt in 0..<10 {
                            let seed = Self.seed + UInt64(kill)
                            let place = plan.place(kill, attempt: attempt)
                            let found = try life(world, seed: seed, place)
                            tally.withLock { $0.add(found, "seed \(seed), \(place)") }
                            if found.isKilled { break }
                        }
                    } catch {
                        tally.withLock { $0.problems.append("kill \(kill): \(error)") }
                    }
                }
            }
        }
        for lane in lanes { lane.join() }
        let sums = tally.withLock { $0 }
        print("server, seed \(Self.seed), \(undisturbed.writes) writes: \(sums)")
        #expect(sums.problems == [])
        #expect(sums.kills == Self.kills)
    }

    /// A server's life up to a write, and the next one, in which everything is checked.
    private func life(_ world: World, seed: UInt64, _ place: Killer.Place) throws -> Found {
        let folder = try Folder(copying: world.folder)
        let outcome = try ServerRun.run(try Story(seed: seed, world), world, folder, place)
        var check = ServerCheck(world, outcome.story)
        try check.run(folder)
        let answers = (outcome.story.created + outcome.story.checkedIn).count { $0.reply != nil }
        return Found(
            isKilled: outcome.isKilled, writes: outcome.writes, acks: outcome.story.acks, answers: answers,
            problems: check.problems)
    }
}

/// What one life has shown.
struct Found: Sendable {
    let isKilled: Bool
    let writes: UInt64
    let acks: Int
    let answers: Int
    let problems: [String]
}

struct Tally: CustomStringConvertible {
    var kills = 0
    var acks = 0
    var answers = 0
    var problems: [String] = []

    mutating func add(_ found: Found, _ place: String) {
        if found.isKilled { kills += 1 }
        acks += found.acks
        answers += found.answers
        problems += found.problems.map { "\(place): \($0)" }
    }

    var description: String { "\(kills) kills, \(acks) acknowledgements and \(answers) answers checked" }
}
