package import Domain
import Messages
import Threads

/// Budgets of callers, kept in memory: a restart refills them, and a clock that is set back takes nothing away.
package final class Spending: Sendable {
    private struct Debt {
        var ms: Int64 = 0
        var atMs: Int64 = 0

        func now(_ now: Int64) -> Int64 { max(0, ms - max(0, now - atMs)) }
    }

    private let budget: Budget
    private let debts = Locked<[Int64: Debt]>([:])
    private static let callersKept = 65_536

    package init(_ budget: Budget) {
        self.budget = budget
    }

    /// Returns milliseconds until the caller can afford one more; 0 for at once.
    package func waitMs(_ caller: Int64, now: Int64) -> Int64 {
        debts.withLock { wait($0[caller]?.now(now) ?? 0) }
    }

    /// Spends one if the caller can afford it.
    /// - Returns: like `waitMs`.
    @discardableResult
    package func spend(_ caller: Int64, now: Int64) -> Int64 {
        debts.withLock { debts in
            let debt = debts[caller]?.now(now) ?? 0
            let wait = wait(debt)
            guard wait == 0 else { return wait }
            if debts.count >= Self.callersKept { debts = debts.filter { $0.value.now(now) > 0 } }
            debts[caller] = Debt(ms: debt + budget.priceMs, atMs: now)
            return 0
        }
    }

    private func wait(_ debt: Int64) -> Int64 { max(0, debt - (budget.burst - 1) * budget.priceMs) }
}

/// OPS-3: the budgets of each caller. A caller that has used one up is told when to retry; nobody else is affected.
struct Spendings: Sendable {
    private let refusals = Spending(.refusals)
    private let checkIns = Spending(.checkIns)
    private let writes = Spending(.writesOfPerson)

    /// Throws ``Refusal`` `busy` for whatever a caller asks who was refused too often.
    func checkRefusals(_ call: Call, now: Int64) throws(Refusal) {
        guard call.caller != .anonymous else { return }
        let wait = refusals.waitMs(call.caller.number, now: now)
        guard wait == 0 else {
            throw Self.busy(
                wait, Phrase("too many of your calls were refused", "您的请求多次被拒绝"))
        }
    }

    /// Throws ``Refusal`` `busy` for a call that its caller cannot afford.
    func spend(_ call: Call, now: Int64) throws(Refusal) {
        // Who has a role has it from somebody who answers for it.
        guard case .person(let person) = call.caller, person.grants.isEmpty,
            call.rule.effect == .mutates || call.rule.audited
        else { return }
        let isCheckIn = call.method == .attendanceCheckIn
        let later = (isCheckIn ? checkIns : writes).spend(call.caller.number, now: now)
        guard later == 0 else {
            throw Self.busy(
                later,
                isCheckIn
                    ? Phrase("you have checked in too often", "您的签到过于频繁")
                    : Phrase("you have sent too many requests", "您的请求过于频繁"))
        }
    }

    /// Charges a known caller for a call that was not allowed.
    func refused(_ call: Call, now: Int64) {
        _ = refusals.spend(call.caller.number, now: now)
    }

    private static func busy(_ waitMs: Int64, _ wording: Phrase) -> Refusal {
        Refusal(.busy, wording, retryAfterMs: UInt32(clamping: waitMs))
    }
}
