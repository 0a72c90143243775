import Testing

@Suite struct TerminalKillTests {
    static let seed = UInt64(20_261_003)

    @Test(
        "SYN-2 a terminal killed at any write has kept every line it answered, and the server gets each once",
        arguments: [(.scan, 40), (.importing, 20), (.sync, 40)] as [(TerminalLife.Task, Int)])
    func killAnywhere(task: TerminalLife.Task, kills: Int) throws {
        let world = try World.prepared.get()
        let undisturbed = try TerminalLife(task, world, seed: Self.seed)
        let whole = try undisturbed.run(.nowhere, window: 1)
        #expect(whole.problems == [], "undisturbed, seed \(Self.seed)")
        let plan = KillPlan(seed: Self.seed, count: kills, writes: whole.writes)
        let tally = plan.run { seed, place in
            let life = try TerminalLife(task, world, seed: seed)
            return try life.run(place, window: seed % 2 == 0 ? 1 : 4)
        }
        print("terminal, \(task.rawValue), seed \(Self.seed), \(whole.writes) writes: \(tally)")
        #expect(tally.problems == [])
        #expect(tally.kills == kills)
    }
}
