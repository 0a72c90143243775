import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-4: sets the seats of one city (and specialty) in a round. 0 means no seat.
    func setQuota(_ request: SetQuotaRequest, _ context: WriteContext) throws -> SetQuotaReply {
        let transaction = context.transaction
        let round = try RoundRecord(request.round, transaction)
        try context.call.requireProvince(round.province, transaction)
        let key = Messages.QuotaKey(city: request.city, specialty: request.specialty)
        try checkQuotaKey(key, round, transaction)
        let before = try setQuota(round, key, seats: Int(request.seats), transaction)
        context.auditDetail =
            "quota round \(round.id) city \(key.city) specialty \(key.specialty): "
            + "\(before.map { "\($0)" as AuditDetail } ?? "none" as AuditDetail) → \(request.seats)"
        guard let quota = try quotas(of: round.id, key, transaction) else { throw Refusal(.internal) }
        return SetQuotaReply(quota: quota)
    }

    /// Throws unless the round's quotas are counted by the city, and the specialty is in the catalogue.
    func checkQuotaKey(_ key: QuotaKey, _ round: RoundRecord, _ snapshot: Snapshot) throws {
        let city = try organisations.organisation(key.city, field: "city", snapshot)
        guard city.kind == .region, city.level == .city || city.id == round.province,
            try lies(city.id, in: round.province, snapshot)
        else {
            throw Refusal(.invalid, field: "city", Phrase("not a city of the province", "不是本省的地市"))
        }
        // A municipality has its counties itself.
        guard try city.level == .city || !hasCities(round.province, snapshot) else {
            throw Refusal(
                .invalid, field: "city", "the province has cities: give each its own seats",
                zh: "本省下设地市：请按地市设置名额")
        }
        switch round.plan.kind {
        case .specialty:
            guard try organisations.catalogueEntry(key.specialty, snapshot)?.kind == .specialty else {
                throw Refusal(.notFound, field: "specialty")
            }
        case .base:
            guard key.specialty == 0 else {
                throw Refusal(
                    .invalid, field: "specialty", Phrase("a round of bases has none", "基地类批次的名额不分专业"))
            }
        }
    }

    private func hasCities(_ province: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists(
            "SELECT 1 FROM organisation WHERE parent = ?1 AND kind = ?2 AND level = ?3 AND closed = 0", province,
            OrganisationKind.region.rawValue, RegionLevel.city.rawValue)
    }

    /// `nil` where there is no row.
    func quota(of round: RoundRecord, _ key: QuotaKey, _ snapshot: Snapshot) throws -> SeatCount? {
        try snapshot.first(
            "SELECT places, approved, admitted FROM quota WHERE round = ?1 AND city = ?2 AND specialty = ?3",
            round.id, key.city, key.specialty
        ) { SeatCount(seats: $0.int(0), approved: $0.int(1), admitted: $0.int(2)) }
    }

    /// - Returns: the seats before; nil if there was no row.
    @discardableResult
    func setQuota(
        _ round: RoundRecord, _ key: QuotaKey, seats: Int, _ transaction: Transaction
    ) throws -> Int? {
        let old = try quota(of: round, key, transaction)
        let quota = try (old ?? .empty).lowered(to: seats)
        try transaction.execute(
            """
            INSERT INTO quota (round, city, specialty, places, approved, admitted) VALUES (?1, ?2, ?3, ?4, 0, 0)
            ON CONFLICT (round, city, specialty) DO UPDATE SET places = ?4
            """, round.id, key.city, key.specialty, quota.seats)
        return old?.seats
    }

    /// PRJ-8c: takes a row of quotas away while no seat of it is taken.
    func removeQuota(_ request: RemoveQuotaRequest, _ context: WriteContext) throws -> RemoveQuotaReply {
        let transaction = context.transaction
        let round = try RoundRecord(request.round, transaction)
        try context.call.requireProvince(round.province, transaction)
        let key = QuotaKey(city: request.city, specialty: request.specialty)
        guard let quota = try quota(of: round, key, transaction) else { throw Refusal(.notFound, field: "city") }
        guard quota.approved == 0, quota.admitted == 0 else {
            throw Refusal(
                .wrongState, field: "city", "\(quota.approved) of its seats are taken: they can be lowered to that",
                zh: "已有 \(quota.approved) 个名额被占用，最多可下调至该数")
        }
        try transaction.execute(
            "DELETE FROM quota WHERE round = ?1 AND city = ?2 AND specialty = ?3", round.id, key.city, key.specialty)
        context.auditDetail =
            "quota round \(round.id) city \(key.city) specialty \(key.specialty): \(quota.seats) → none"
        return RemoveQuotaReply()
    }

    private func quotas(of round: UInt64, _ key: QuotaKey, _ snapshot: Snapshot) throws -> Quota? {
        try snapshot.first(Quota.one, round, key.city, key.specialty, body: Quota.columns.read)
    }

    /// REC-4: lists the quotas of a round, for its province.
    func listQuotas(_ request: ListQuotasRequest, _ context: ReadContext) throws -> ListQuotasReply {
        let snapshot = context.snapshot
        let round = try RoundRecord(request.round, snapshot)
        try context.call.requireProvince(round.province, snapshot)
        let after = request.after ?? QuotaKey()
        let page = try listPage(
            request.limit, by: { QuotaKey(city: $0.city, specialty: $0.specialty) }
        ) { limit in
            try snapshot.all(
                Quota.ofRound, round.id, after.city, after.specialty, limit, body: Quota.columns.read)
        }
        var found = page.elements
        if request.recount {
            for index in found.indices { try recount(&found[index], round, snapshot) }
        }
        return ListQuotasReply(quotas: found, next: page.next)
    }

    /// REC-4: counts the seats anew from the applications themselves.
    private func recount(_ quota: inout Quota, _ round: RoundRecord, _ snapshot: Snapshot) throws {
        for state in ApplicationState.allCases where state.takesApproval {
            let stage = Stage(state).number
            let count =
                if quota.specialty == 0 {
                    try snapshot.first(
                        """
                        SELECT COUNT(*) FROM application_place
                        WHERE round = ?1 AND place = ?2 AND stage = ?3 AND city = ?2
                        """, round.id, quota.city, stage
                    ) { $0.uint32() }
                } else {
                    try snapshot.first(
                        """
                        SELECT COUNT(*) FROM application_place
                        WHERE round = ?1 AND place = ?2 AND stage = ?3 AND specialty = ?4 AND city = ?2
                        """, round.id, quota.city, stage, quota.specialty
                    ) { $0.uint32() }
                }
            quota.approvedRecount += count ?? 0
            if state.takesAdmission { quota.admittedRecount += count ?? 0 }
        }
    }
}

extension Quota {
    fileprivate static let columns = Columns(
        "q.round, q.city, q.specialty, q.places, q.approved, q.admitted, o.name, COALESCE(s.name, '')"
    ) { row in
        Quota(
            round: row.id(), city: row.id(), specialty: row.id(), seats: row.uint32(), approved: row.uint32(),
            admitted: row.uint32(), cityName: row.text(), specialtyName: row.text())
    }

    private static let from: SQL = """
        FROM quota q JOIN organisation o ON o.id = q.city LEFT JOIN catalogue_entry s ON s.id = q.specialty
        """

    fileprivate static let one = SQL(
        "SELECT \(columns) \(from) WHERE q.round = ?1 AND q.city = ?2 AND q.specialty = ?3")

    fileprivate static let ofRound = SQL(
        """
        SELECT \(columns) \(from) WHERE q.round = ?1 AND (q.city, q.specialty) > (?2, ?3)
        ORDER BY q.city, q.specialty LIMIT ?4
        """)
}
