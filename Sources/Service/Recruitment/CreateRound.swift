import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-1, REC-2, REC-3: creates a round with its batches, windows and levels. It is a draft until it is opened.
    func createRound(_ request: CreateRoundRequest, _ context: WriteContext) throws -> RoundReply {
        guard let given = request.round else { throw Refusal(.invalid, field: "round") }
        let transaction = context.transaction
        let province = try transaction.first("SELECT province FROM cohort WHERE id = ?1", given.cohort) { $0.id(0) }
        guard let province else { throw Refusal(.notFound, field: "cohort") }
        try context.call.requireProvince(province, transaction)
        guard try transaction.exists(.programmeExists, given.programme) else {
            throw Refusal(.notFound, field: "programme")
        }
        guard try programmes.policy(of: given.programme, transaction).admissionFrom != nil else {
            throw Refusal(
                .invalid, field: "programme", Phrase("the programme's policy has no admission", "该项目体系的政策不包含录取"))
        }
        let plan = try plan(given, transaction)
        try requireFreeName(plan.name, cohort: given.cohort, besides: 0, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO intake_round (id, cohort, programme, name, kind, unit_approval, state, enrolment_from_ms,
            enrolment_to_ms, admission_from_ms, admission_to_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """, id, given.cohort, given.programme, plan.name, plan.kind.rawValue, plan.needsUnitApproval,
            RoundState.draft.rawValue, plan.enrolment.from.milliseconds, plan.enrolment.to.milliseconds,
            plan.admission.from.milliseconds, plan.admission.to.milliseconds)
        try insertParts(of: plan, round: id, transaction)
        context.auditDetail = "round \(id): \(plan.name), cohort \(given.cohort)"
        return RoundReply(round: try RoundRecord(id, transaction).message)
    }

    /// Changes a round: anything of a draft; of an open round what `IntakeRound.checkChange` allows.
    func changeRound(_ request: ChangeRoundRequest, _ context: WriteContext) throws -> RoundReply {
        guard let given = request.round else { throw Refusal(.invalid, field: "round") }
        let transaction = context.transaction
        let record = try RoundRecord(given.id, transaction)
        try context.call.requireProvince(record.province, transaction)
        let plan = try plan(given, transaction)
        switch record.state {
        case .draft: break
        case .open: try record.plan.checkChange(to: plan)
        case .closed: throw Refusal(.wrongState, field: "round", Phrase("the round is closed", "招录批次已结束"))
        }
        try requireFreeName(plan.name, cohort: record.cohort, besides: record.id, transaction)
        try transaction.execute(
            """
            UPDATE intake_round SET name = ?2, kind = ?3, unit_approval = ?4, enrolment_from_ms = ?5,
            enrolment_to_ms = ?6, admission_from_ms = ?7, admission_to_ms = ?8 WHERE id = ?1
            """, record.id, plan.name, plan.kind.rawValue, plan.needsUnitApproval,
            plan.enrolment.from.milliseconds, plan.enrolment.to.milliseconds, plan.admission.from.milliseconds,
            plan.admission.to.milliseconds)
        try deleteParts(of: record.id, transaction)
        try insertParts(of: plan, round: record.id, transaction)
        context.auditDetail = "round \(record.id): \(record.summary) → \(plan.summary(record.zone))"
        return RoundReply(round: try RoundRecord(record.id, transaction).message)
    }

    /// PRJ-8c: a draft, which nobody can have enrolled in; its quotas go with it.
    func removeRound(_ request: RemoveRoundRequest, _ context: WriteContext) throws -> RemoveRoundReply {
        let transaction = context.transaction
        let record = try RoundRecord(request.round, transaction)
        try context.call.requireProvince(record.province, transaction)
        guard record.state == .draft else {
            throw Refusal(
                .wrongState, field: "round", "it has been opened: close it (rollcall-admin rounds close \(record.id))",
                zh: "该招录批次已开放，不能删除：可结束该批次（rollcall-admin rounds close \(record.id)）")
        }
        try deleteParts(of: record.id, transaction)
        try transaction.execute("DELETE FROM quota WHERE round = ?1", record.id)
        try transaction.execute("DELETE FROM intake_round WHERE id = ?1", record.id)
        context.auditDetail = "round \(record.id) removed: \(record.summary)"
        return RemoveRoundReply()
    }

    private func deleteParts(of round: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM intake_round_level WHERE round = ?1", round)
        try transaction.execute("DELETE FROM preference_batch WHERE round = ?1", round)
        try transaction.execute("DELETE FROM batch_person_type WHERE round = ?1", round)
        try transaction.execute("DELETE FROM batch_base_category WHERE round = ?1", round)
    }

    /// The round as given, checked, its choices being of the catalogues.
    private func plan(_ given: IntakeRound, _ snapshot: Snapshot) throws -> IntakePlan {
        let levels = try given.levels.map { level in
            guard let known = IntakeLevel(level.level) else { throw Refusal(.invalid, field: "levels") }
            return IntakePlan.Level(known, IntakeWindow(level.window))
        }
        let plan = try IntakePlan(
            name: given.name, kind: given.kind == .base ? .base : .specialty,
            needsUnitApproval: given.needsUnitApproval,
            enrolment: IntakeWindow(given.enrolment), levels: levels,
            admission: IntakeWindow(given.admission),
            batches: given.batches.map {
                .init(
                    name: $0.name, preferences: Int($0.preferences), personTypes: Set($0.personTypes),
                    baseCategories: Set($0.baseCategories))
            })
        for batch in plan.batches {
            try require(batch.personTypes, .personType, field: "batches.person_types", snapshot)
            try require(batch.baseCategories, .baseCategory, field: "batches.base_categories", snapshot)
        }
        return plan
    }

    private func require(
        _ choices: Set<UInt64>, _ kind: CatalogueKind, field: String, _ snapshot: Snapshot
    ) throws {
        for choice in choices.sorted() where try organisations.catalogueEntry(choice, snapshot)?.kind != kind {
            throw Refusal(.notFound, field: field)
        }
    }

    private func requireFreeName(_ name: String, cohort: UInt64, besides: UInt64, _ snapshot: Snapshot) throws {
        let isTaken = try snapshot.exists(
            "SELECT 1 FROM intake_round WHERE cohort = ?1 AND name = ?2 AND id <> ?3", cohort, name, besides)
        guard !isTaken else { throw Refusal(.alreadyExists, field: "name") }
    }

    private func insertParts(of plan: IntakePlan, round: UInt64, _ transaction: Transaction) throws {
        for (ordinal, level) in plan.levels.enumerated() {
            try transaction.execute(
                "INSERT INTO intake_round_level (round, ordinal, level, from_ms, to_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
                round, ordinal, level.level.rawValue, level.window.from.milliseconds, level.window.to.milliseconds)
        }
        for (index, batch) in plan.batches.enumerated() {
            try transaction.execute(
                "INSERT INTO preference_batch (round, ordinal, name, preferences) VALUES (?1, ?2, ?3, ?4)",
                round, index + 1, batch.name, batch.preferences)
            for type in batch.personTypes.sorted() {
                try transaction.execute(
                    "INSERT INTO batch_person_type (round, batch, person_type) VALUES (?1, ?2, ?3)",
                    round, index + 1, type)
            }
            for category in batch.baseCategories.sorted() {
                try transaction.execute(
                    "INSERT INTO batch_base_category (round, batch, category) VALUES (?1, ?2, ?3)",
                    round, index + 1, category)
            }
        }
    }
}

extension RoundRecord {
    fileprivate var summary: AuditDetail { plan.summary(zone) }
}

extension IntakePlan {
    /// For the audit log.
    fileprivate func summary(_ zone: ZoneRule) -> AuditDetail {
        func text(_ window: IntakeWindow) -> String { "\(zone.stamp(window.from))–\(zone.stamp(window.to))" }
        let levels: [AuditDetail] = levels.map { "\($0.level) \(text($0.window))" }
        return "\(name), \(kind), enrolment \(text(enrolment)), \(levels.joined(separator: ", ")), "
            + "admission \(text(admission)), \(batches.count) batches"
    }
}
