import Messages
import Storage

/// ACC-10: one append-only entry for every privileged call: who, when, from where, what, before and after.
package enum Audit {
    /// Also for a call that is not privileged, when its handler had something to say.
    static func record(_ context: WriteContext) throws {
        let isDue = context.call.rule.audited || !context.auditDetail.isEmpty
        guard isDue, !context.isRepetition else { return }
        let outcome = Int64(context.refusal?.code.rawValue ?? 0)
        try insert(context.transaction, context.call, context.now, outcome: outcome, context.auditDetail)
    }

    /// ORG-2: a refused attempt leaves an entry too (``RefusalTally``).
    static func recordRefusal(
        _ transaction: Transaction, _ call: Call, now: Int64, _ detail: String = ""
    ) throws {
        try insert(transaction, call, now, outcome: Int64(ErrorCode.notAllowed.rawValue), detail)
    }

    private static func insert(
        _ transaction: Transaction, _ call: Call, _ now: Int64, outcome: Int64, _ detail: String
    ) throws {
        try transaction.execute(
            """
            INSERT INTO audit (at_ms, caller, address, method, outcome, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            now, call.caller.number, call.peer.address, call.method.rawValue, outcome, detail)
    }
}
