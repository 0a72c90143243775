import Application
import Domain
import Messages
import Storage

extension Projects {
    static let reasonLimit = 500

    /// PRJ-8a: an offering that will not be held. What was recorded for it stays and does not count; its terminals forget it,
    /// and those on its roster, its base and the provider of its project are told.
    func cancelOffering(_ request: CancelOfferingRequest, _ context: WriteContext) throws -> OfferingReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        let state = try OfferingLifecycle.table.next(offering.state, .cancel)
        try requireNoCredit(offering, transaction)
        try takeBackChange(of: offering.id, context)
        try reviews.endReview(.offering, offering.id, context)
        if offering.isOpen { try withdraw(offering, context) }
        let reply = try transition(offering, to: state, context)
        try tell(
            concerned(by: offering, transaction), .offeringCancelled, of: offering, [offering.title, reason], context)
        context.auditDetail = "offering \(offering.id): \(offering.state) → \(state), \(reason)"
        return reply
    }

    /// Throws `wrongState` while credit rests on the offering.
    func requireNoCredit(_ offering: OfferingRecord, _ snapshot: Snapshot) throws {
        let hasCredit = try snapshot.exists(
            "SELECT 1 FROM award WHERE offering = ?1 AND state IN (?2, ?3)", offering.id,
            AwardState.pending.rawValue, AwardState.effective.rawValue)
        guard !hasCredit else {
            throw Refusal(
                .wrongState, field: "offering",
                "credit has been awarded for it: reverse that first (rollcall-admin credit list \(offering.id), rollcall-admin credit reverse AWARD --reason TEXT)",
                zh:
                    "该期次已授予学分：请先撤销学分（rollcall-admin credit list \(offering.id)、rollcall-admin credit reverse 授分 --reason 原因）"
            )
        }
    }

    /// Leaves a message for each of the people but the caller.
    func tell(
        _ people: Set<UInt64>, _ kind: MessageKind, of offering: OfferingRecord, _ details: [String],
        _ context: WriteContext
    ) throws {
        let caller = try context.call.person().id
        for person in people.sorted() where person != caller {
            try notices.notify(person, kind, subject: offering.id, details: details, context)
        }
    }

    /// Returns the people of the roster and the instructors who log in, and the staff of the base and of the project's provider.
    func concerned(by offering: OfferingRecord, _ snapshot: Snapshot) throws -> Set<UInt64> {
        var people = Set(
            try snapshot.all(
                """
                SELECT r.person FROM roster r JOIN account a ON a.person = r.person WHERE r.offering = ?1
                ORDER BY r.person
                """, offering.id
            ) { $0.id(0) })
        people.formUnion(
            try snapshot.all(
                """
                SELECT i.person FROM instructor i JOIN account a ON a.person = i.person WHERE i.offering = ?1
                ORDER BY i.person
                """, offering.id
            ) { $0.id(0) })
        people.formUnion(try organisers(of: offering, snapshot))
        return people
    }

    /// Returns the staff of the base and of the project's provider.
    func organisers(of offering: OfferingRecord, _ snapshot: Snapshot) throws -> Set<UInt64> {
        Set(
            try organisations.staff(of: offering.base, as: .baseAdmin, snapshot)
                + organisations.staff(of: offering.owner, as: .providerAdmin, snapshot))
    }

    /// Returns those and, where it has one, the staff of an exam base.
    func organisers(
        of offering: OfferingRecord, withExamBase base: UInt64, _ snapshot: Snapshot
    ) throws -> Set<UInt64> {
        let organisers = try organisers(of: offering, snapshot)
        guard base != 0 else { return organisers }
        return
            try organisers
            .union(organisations.staff(of: base, as: .baseAdmin, snapshot))
            .union(organisations.staff(of: base, as: .examBaseAdmin, snapshot))
    }

    /// PRJ-8a: a draft on which nothing depends.
    func deleteOffering(_ request: DeleteOfferingRequest, _ context: WriteContext) throws -> DeleteOfferingReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard offering.state == .draft else {
            throw Refusal(
                .wrongState, field: "offering",
                "it is no draft any more: cancel it (rollcall-admin offerings cancel \(offering.id) --reason TEXT)",
                zh: "该期次已不是草稿：请取消（rollcall-admin offerings cancel \(offering.id) --reason 原因）")
        }
        guard try !transaction.exists("SELECT 1 FROM roster WHERE offering = ?1", offering.id) else {
            throw Refusal(
                .wrongState, field: "offering",
                "it has a roster: take the people off (rollcall-admin roster remove \(offering.id) NUMBER --reason TEXT) or cancel it",
                zh: "该期次已有名单：请先移除名单（rollcall-admin roster remove \(offering.id) 编号 --reason 原因）或取消该期次")
        }
        guard try !transaction.exists(.offeringHasRecords, offering.id) else {
            throw Refusal(
                .wrongState, field: "offering",
                "something was recorded for it: cancel it (rollcall-admin offerings cancel \(offering.id) --reason TEXT)",
                zh: "该期次已有记录：请取消（rollcall-admin offerings cancel \(offering.id) --reason 原因）")
        }
        try deletePlan(of: offering.id, transaction)
        try deleteInstructors(of: offering.id, transaction)
        try discardDocuments(of: offering.id, transaction)
        try transaction.execute("DELETE FROM attendance_change WHERE offering = ?1", offering.id)
        try transaction.execute("DELETE FROM offering WHERE id = ?1", offering.id)
        context.auditDetail = "offering \(offering.id) deleted: \(offering.summary)"
        return DeleteOfferingReply()
    }

    func deletePlan(of offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM activity_date WHERE offering = ?1", offering)
        try transaction.execute("DELETE FROM offering_window WHERE offering = ?1", offering)
        try transaction.execute("DELETE FROM day_end WHERE offering = ?1", offering)
        try transaction.execute(.deleteExamLook, offering, 0)
    }
}
