package import Messages
package import Storage

/// ACC-10: the append-only audit log: one entry per privileged call, with its caller, time, address, and the values
/// before and after.
package enum Audit {
    /// Writes an entry for an audited call, and for any other whose handler set a detail.
    static func record(_ context: WriteContext) throws {
        let isDue = context.call.rule.audited || !context.auditDetail.isEmpty
        guard isDue, !context.isRepetition else { return }
        let outcome = Int64(context.refusal?.code.rawValue ?? 0)
        let (call, caller) = (context.call, context.call.caller.number)
        try insert(
            context.transaction, caller, call.peer.address, call.method, context.now, outcome: outcome,
            context.auditDetail)
    }

    /// ORG-2: writes an entry for a refused attempt (``RefusalTally``).
    static func recordRefusal(
        _ transaction: Transaction, _ call: Call, now: Int64, _ detail: AuditDetail = ""
    ) throws {
        try insert(
            transaction, call.caller.number, call.peer.address, call.method, now,
            outcome: Int64(ErrorCode.notAllowed.rawValue), detail)
    }

    /// Writes an entry for what the operator did with `rollcalld`, as the method would have done it.
    package static func record(
        _ method: Method, byOperator detail: AuditDetail, now: Int64, _ transaction: Transaction
    ) throws {
        try insert(transaction, 0, "rollcalld", method, now, outcome: 0, detail)
    }

    private static func insert(
        _ transaction: Transaction, _ caller: Int64, _ address: String, _ method: Method, _ now: Int64,
        outcome: Int64, _ detail: AuditDetail
    ) throws {
        try transaction.execute(
            """
            INSERT INTO audit (id, at_ms, caller, address, method, outcome, detail, detail_zh)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            transaction.newID(), now, caller, address, method.rawValue, outcome, detail.en,
            detail.zh == detail.en ? "" : detail.zh)
    }
}
