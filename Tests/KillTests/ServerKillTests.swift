import Testing

// What the kernel has taken outlives a killed process: a commit that is not synced looks the same as one that is. That
// an answer waits for the sync is shown by cutting the power of a simulated disk (StorageTests, SimulationTests); what
// is shown here is that an answer waits for the commit, in the programs as they are built.
@Suite struct ServerKillTests {
    static let kills = 100 * KillPlan.times

    @Test("SYN-3c a server killed at any write has kept all it acknowledged or answered, and nothing twice")
    func killAnywhere() throws {
        let world = try World.prepared.get()
        let undisturbed = try life(world, seed: KillPlan.seed, .nowhere)
        #expect(undisturbed.problems == [], "undisturbed, seed \(KillPlan.seed)")
        let plan = KillPlan(seed: KillPlan.seed, count: Self.kills, writes: undisturbed.writes)
        let tally = plan.run { seed, place in try life(world, seed: seed, place) }
        print("server, seed \(KillPlan.seed), \(undisturbed.writes) writes: \(tally)")
        #expect(tally.problems == [])
        #expect(tally.kills == Self.kills)
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
