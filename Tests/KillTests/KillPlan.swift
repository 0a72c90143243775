import Seeded
import Foundation
import Threads

/// The writes at which processes are killed: spread evenly over all writes of an undisturbed run, random within each
/// part.
struct KillPlan: Sendable {
    let seed: UInt64
    let count: Int
    let writes: UInt64

    /// Another hunt than the daily one: more kills (`KILLS_TIMES`), from another seed (`KILLS_SEED`).
    static let times = Int(ProcessInfo.processInfo.environment["KILLS_TIMES"] ?? "") ?? 1
    static let seed = UInt64(ProcessInfo.processInfo.environment["KILLS_SEED"] ?? "") ?? 20_261_002

    private static let lanes = 2
    private static let attempts = 10

    /// Lives so many lives, a few at a time. How many writes a life has varies a little: one that ends before its turn
    /// to die is checked all the same, and another takes its place.
    func run(_ life: @escaping @Sendable (_ seed: UInt64, Killer.Place) throws -> Found) -> Tally {
        let tally = Locked(Tally())
        let lanes = (0..<Self.lanes).map { lane in
            Thread.start("lane") {
                for kill in stride(from: lane, to: count, by: Self.lanes) {
                    for attempt in 0..<Self.attempts {
                        let (seed, place) = (seed + UInt64(kill), place(kill, attempt: attempt))
                        do {
                            let found = try life(seed, place)
                            tally.withLock { $0.add(found, "seed \(seed), \(place)") }
                            if found.isKilled { break }
                        } catch {
                            tally.withLock { $0.problems.append("seed \(seed), \(place): \(error)") }
                        }
                    }
                }
            }
        }
        for lane in lanes { lane.join() }
        return tally.withLock { $0 }
    }

    private func place(_ kill: Int, attempt: Int) -> Killer.Place {
        var random = SeededRandom(seed: seed &+ UInt64(kill) &* 1_000 &+ UInt64(attempt))
        let how = Killer.How.allCases[kill % Killer.How.allCases.count]
        let part = Double(kill) + Double.random(in: 0..<1, using: &random)
        let number = 1 + UInt64(part / Double(count) * Double(writes))
        guard attempt > 0 else { return Killer.Place(number: number, how: how) }
        return Killer.Place(number: UInt64.random(in: 1...max(1, writes * 3 / 4), using: &random), how: how)
    }
}

/// The findings of one life.
struct Found: Sendable {
    let isKilled: Bool
    let writes: UInt64
    /// Acknowledged batches.
    let acks: Int
    /// Answered calls or lines.
    let answers: Int
    let problems: [String]
}

struct Tally: Sendable, CustomStringConvertible {
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
