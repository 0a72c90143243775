import Foundation
import Testing
import Threads

/// EXM-3e while the server is killed and loses its power; `SittingOracleTests` has what lines do.
///
/// `make simulate-sittings RUNS=N` sits more exams.
@Suite struct SittingKillTests {
    private static let runs = ProcessInfo.processInfo.environment["ROLLCALL_SITTING_RUNS"].flatMap { Int($0) } ?? 400
    /// Attempts on one server.
    private static let each = 25

    @Test(
        "EXM-3e however often the server is killed or loses its power in the middle of an exam, no saved answer is lost, no second attempt appears, and the mark is that of what was saved"
    )
    func killed() async throws {
        let cuts = Locked(0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let parts = ProcessInfo.processInfo.activeProcessorCount
            for part in 0..<parts {
                group.addTask {
                    for seed in stride(from: part, to: (Self.runs + Self.each - 1) / Self.each, by: parts) {
                        try Self.sit(UInt64(seed), cuts)
                    }
                }
            }
            try await group.waitForAll()
        }
        print("\(Self.runs) exams, \(cuts.withLock { $0 }) times without power")
    }

    private static func sit(_ seed: UInt64, _ cuts: Locked<Int>) throws {
        let history = try SittingHistory(seed: seed)
        for run in 0..<each {
            let fault = try history.sit()
            #expect(fault == nil, "seed \(seed), run \(run)")
            guard fault == nil else { return }
        }
        cuts.withLock { $0 += history.cuts }
    }

    @Test("a server that acknowledges answers before it commits them is found out")
    func early() throws {
        var fault: String?
        for seed in UInt64(0)..<8 where fault == nil {
            let history = try SittingHistory(seed: seed, bug: .earlyAnswers)
            for _ in 0..<Self.each where fault == nil { fault = try history.sit() }
        }
        #expect(fault?.contains("lost") == true)
    }
}
