import Domain
import Foundation
import Messages
import Seeded
import Testing
import Threads

/// ORD: money survives whatever people, gateways, notices and the power do.
///
/// `make simulate-money RUNS=N` runs more histories; `SEED=N` repeats one and prints it.
@Suite struct MoneySimulationTests {
    private struct Tally {
        var events: [Int] = []
        var orders: [Int] = []
        var faults: [Int] = []
        var kinds: [String: Int] = [:]
        var states: Set<String> = []
        var problems: [(seed: UInt64, found: [String])] = []
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let runs = environment["ROLLCALL_MONEY_RUNS"].flatMap { UInt64($0) } ?? 300
    private static let seed = environment["ROLLCALL_MONEY_SEED"].flatMap { UInt64($0) }

    @Test(
        "ORD-1 ORD-2 ORD-4 ORD-5c ORD-6a in any history of orders, two gateways, notices, refunds, invoices that WeChat Pay issues, bookings and cut power, no fen is lost, doubled or stuck"
    )
    func anyHistory() async throws {
        if let seed = Self.seed {
            let history = try MoneyHistory(seed: seed)
            let problems = try history.run()
            for line in history.office.trace.withLock({ $0 }) { print(line) }
            for line in history.office.server.logged.withLock({ $0 }) { print("log \(line)") }
            #expect(problems == [])
            return
        }
        let tally = Locked(Tally())
        try await withThrowingTaskGroup(of: Void.self) { group in
            let parts = UInt64(ProcessInfo.processInfo.activeProcessorCount)
            for part in 0..<parts {
                group.addTask {
                    for seed in stride(from: part, to: Self.runs, by: Int(parts)) { try Self.run(seed, tally) }
                }
            }
            try await group.waitForAll()
        }
        let all = tally.withLock { $0 }
        for (seed, found) in all.problems.prefix(10) {
            Issue.record("seed \(seed): \(found.prefix(3)); make simulate-money SEED=\(seed) tells it")
        }
        print(
            """
            \(Self.runs) histories of money, least–median–most: \(spread(all.events)) events, \(spread(all.orders)) orders, \
            \(spread(all.faults)) faults; \(all.problems.count) went wrong
            \(all.kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
            """)
        let never = Self.faults.subtracting(all.kinds.keys).union(Self.states.subtracting(all.states))
        #expect(never.isEmpty, "never happened: \(never.sorted())")
    }

    private static func run(_ seed: UInt64, _ tally: Locked<Tally>) throws {
        let history = try MoneyHistory(seed: seed)
        let problems = try history.run()
        tally.withLock { tally in
            tally.events.append(history.events)
            tally.orders.append(history.orders)
            tally.faults.append(history.faults.values.reduce(0, +))
            for (fault, count) in history.faults { tally.kinds[fault.rawValue, default: 0] += count }
            for gateway in history.office.gateways.values {
                for (fault, count) in gateway.happened { tally.kinds[fault.rawValue, default: 0] += count }
            }
            for (fault, count) in history.office.issuer.happened { tally.kinds[fault.rawValue, default: 0] += count }
            tally.states.formUnion(history.states)
            if !problems.isEmpty { tally.problems.append((seed, problems)) }
        }
    }

    private static let faults = Set(
        MoneyHistory.Fault.allCases.map(\.rawValue) + MoneyGateway.Fault.allCases.map(\.rawValue)
            + MoneyIssuer.Fault.allCases.map(\.rawValue))

    /// Every state; what passes within a day is seen by other tests.
    private static let states = Set(
        OrderState.allCases.map { "order \($0.rawValue)" } + PaymentProgress.allCases.map { "payment \($0.rawValue)" }
            + RefundProgress.allCases.map { "refund \($0.rawValue)" }
            + InvoiceState.allCases.map { "invoice \($0.rawValue)" }
            + StatementState.allCases.map { "statement \($0.rawValue)" }
            + DifferenceKind.allCases.map { "difference \($0.rawValue)" }
            + DifferenceState.allCases.map { "settling \($0.rawValue)" }
            + ["returned foreign money \(RefundKind.unassigned.rawValue)"]
            + [BookingState.waiting, .approved, .rejected, .cancelled, .calledOff].map { "booking \($0.rawValue)" }
            + [EntitlementState.free, .held, .returned].map { "entitlement \($0.rawValue)" })

    private func spread(_ numbers: [Int]) -> String {
        let sorted = numbers.sorted()
        return sorted.isEmpty ? "" : "\(sorted[0])–\(sorted[sorted.count / 2])–\(sorted[sorted.count - 1])"
    }
}
