import Application
import Domain
import Messages
import Storage

extension WalkIns {
    /// ATT-6, ATT-9b: decides about walk-ins, each with an outcome of its own.
    func decideWalkIns(_ request: DecideWalkInsRequest, _ context: WriteContext) throws -> DecideWalkInsReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard let ruling = request.ruling else { throw Refusal(.invalid, field: "ruling") }
        let reason = try checkedTitle(request.reason, field: "reason", limit: WalkInLifecycle.reasonLimit)
        context.auditDetail = "offering \(offering.id), \(ruling): \(reason); "
        let outcomes = try context.each(request.walkIns, field: "walk_ins") { id in
            let record = try WalkInRecord(id, of: offering.id, transaction)
            try context.call.requireAnothers(record.person, transaction)
            try decide(record, ruling, reason: reason, offering, context)
            return (try message(WalkInRecord(id, of: offering.id, transaction)), "person \(record.person)")
        }
        try JournalStore.noteAttendanceChange(offering.id, transaction)
        return DecideWalkInsReply(
            outcomes: outcomes.map { outcome in
                switch outcome.result {
                case .done(let walkIn): DecidedWalkIn(id: outcome.id, walkIn: walkIn)
                case .refused(let failure): DecidedWalkIn(id: outcome.id, failure: failure)
                }
            }, decided: outcomes.doneCount())
    }

    private func decide(
        _ record: WalkInRecord, _ ruling: WalkInRuling, reason: String, _ offering: OfferingRecord,
        _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let state = try WalkInLifecycle.table.next(record.state, ruling == .reject ? .reject : .confirm)
        switch ruling {
        case .confirm: try rosters.join(offering.id, record.person, number: record.number, context)
        case .isKnown:
            guard record.knownPerson != 0 else {
                throw Refusal(
                    .wrongState, field: "walk_in", "nobody is known by this ID number under another name",
                    zh: "该身份证号没有以其他姓名登记")
            }
            let known = try People.canonical(record.knownPerson, transaction)
            if known != record.person { try identities.join(record.person, into: known, context) }
        case .reject:
            let isAwarded = try transaction.exists(
                .awardOfPerson, offering.id, record.person, AwardState.pending.rawValue, AwardState.effective.rawValue)
            guard !isAwarded else {
                throw Refusal(
                    .wrongState, field: "walk_in", "they have credit for this offering: reverse it first",
                    zh: "已授予本期学分，请先撤销学分")
            }
            // Somebody on the roster for another reason stays there.
            try rosters.leave(offering.id, record.person, number: record.number, context)
        }
        try transaction.execute(
            "UPDATE walk_in SET state = ?2, reason = ?3, decided_by = ?4 WHERE id = ?1", record.id, state.rawValue,
            reason, context.call.person().id)
    }
}
