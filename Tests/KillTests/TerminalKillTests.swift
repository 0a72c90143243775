import Testing

@Suite struct TerminalKillTests {
    @Test(
        "SYN-2 a terminal killed at any write has kept every line it answered, and the server gets each once",
        arguments: [(.scan, 40), (.importing, 15), (.sync, 35), (.enrol, 10)] as [(TerminalLife.Task, Int)])
    func killAnywhere(task: TerminalLife.Task, kills: Int) throws {
        let kills = kills * KillPlan.times
        let world = try World.prepared.get()
        let undisturbed = try TerminalLife(task, world, seed: KillPlan.seed)
        let whole = try undisturbed.run(.nowhere, window: 1)
        #expect(whole.problems == [], "undisturbed, seed \(KillPlan.seed)")
        let plan = KillPlan(seed: KillPlan.seed, count: kills, writes: whole.writes)
        let tally = plan.run { seed, place in
            let life = try TerminalLife(task, world, seed: seed)
            return try life.run(place, window: seed % 2 == 0 ? 1 : 4)
        }
        print("terminal, \(task), seed \(KillPlan.seed), \(whole.writes) writes: \(tally)")
        #expect(tally.problems == [])
        #expect(tally.kills == kills)
    }
}
