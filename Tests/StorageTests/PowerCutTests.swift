import PowerCut
import Storage
import Testing

@Suite struct PowerCutTests {
    static let rounds = 16

    /// Returns the number of disk changes of an undisturbed run.
    func changes(seed: UInt64, _ bug: Workload.Bug = .none) throws -> Int {
        let workload = Workload(seed: seed, rounds: Self.rounds, bug: bug)
        expectNone(workload.run(), "undisturbed, seed \(seed)")
        let changes = workload.disk.operations()
        expectNone(try workload.problems(), "undisturbed, seed \(seed)")
        #expect(try workload.isComplete())
        return changes
    }

    func expectNone<Element>(_ found: [Element], _ comment: String) {
        if !found.isEmpty { Issue.record("\(comment): \(found)") }
    }

    @Test(
        "SYN-2 wherever the power is cut, what was acknowledged is there, nothing is half there, and work goes on",
        arguments: 1...3 as ClosedRange<UInt64>)
    func cutAnywhere(seed: UInt64) throws {
        for number in 1...(try changes(seed: seed)) {
            let workload = Workload(seed: seed, rounds: Self.rounds)
            workload.disk.cutPower(atChange: number)
            _ = workload.run()
            #expect(workload.disk.isDead, "seed \(seed), cut \(number)")
            workload.disk.restart(seed: seed &* 1000 &+ UInt64(number))
            expectNone(try workload.problems(), "seed \(seed), cut \(number)")
            expectNone(try workload.halfGroups(), "seed \(seed), cut \(number)")
            expectNone(workload.run(), "seed \(seed), cut \(number)")
            #expect(try workload.isComplete(), "seed \(seed), cut \(number)")
        }
    }

    @Test(
        "the check finds a missing sync and an answer before the commit",
        arguments: [.noSync, .earlyAnswers] as [Workload.Bug])
    func plantedBugs(bug: Workload.Bug) throws {
        var found = 0
        for number in 1...(try changes(seed: 1, bug)) {
            let workload = Workload(seed: 1, rounds: Self.rounds, bug: bug)
            workload.disk.cutPower(atChange: number)
            _ = workload.run()
            workload.disk.restart(seed: UInt64(number))
            do {
                if try !(workload.problems() + workload.halfGroups()).isEmpty { found += 1 }
            } catch is StorageError {
                found += 1
            }
        }
        #expect(found > 3)
    }

    @Test(
        "whichever operation fails, storage says so, goes on afterwards, and keeps its promises",
        arguments: SimulatedDisk.Failure.allCases, SimulatedDisk.Count.allCases)
    func failAnywhere(failure: SimulatedDisk.Failure, count: SimulatedDisk.Count) throws {
        let whole = Workload(seed: 1, rounds: Self.rounds)
        #expect(whole.run().isEmpty)
        for number in 1...whole.disk.operations(count) {
            for length in [1, 7] {
                let workload = Workload(seed: 1, rounds: Self.rounds)
                workload.disk.fail(count, number..<number + length, with: failure)
                let errors = workload.run()
                for error in errors {
                    #expect([.failedIO, .full].contains(error.kind), "\(error) at \(count) \(number)")
                }
                workload.disk.restart(seed: UInt64(number))
                expectNone(try workload.problems(), "\(failure) at \(count) \(number)")
                expectNone(workload.run(), "\(failure) at \(count) \(number)")
                #expect(try workload.isComplete(), "\(failure) at \(count) \(number)")
            }
        }
    }
}
