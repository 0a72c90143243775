/// Where a number of processes end: spread evenly over all the writes of an undisturbed run, at random within each part.
struct KillPlan {
    let seed: UInt64
    let count: Int
    let writes: UInt64

    /// - Parameter attempt: where a run before this one ended too early, as the number of its writes varies a little.
    func place(_ kill: Int, attempt: Int) -> Killer.Place {
        var random = SeededRandom(seed: seed &+ UInt64(kill) &* 1_000 &+ UInt64(attempt))
        let how = Killer.How.allCases[kill % Killer.How.allCases.count]
        let part = Double(kill) + Double.random(in: 0..<1, using: &random)
        let number = 1 + UInt64(part / Double(count) * Double(writes))
        guard attempt > 0 else { return Killer.Place(number: number, how: how) }
        return Killer.Place(number: UInt64.random(in: 1...writes * 3 / 4, using: &random), how: how)
    }
}
