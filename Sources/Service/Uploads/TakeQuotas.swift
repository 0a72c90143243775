import Application
import Domain
import Messages
import Storage

extension Service {
    /// REC-4, BAT-1: the quotas of one round, found again by city and specialty.
    func takeQuotas(_ request: UploadRequest, _ file: [UInt8], _ context: WriteContext) throws -> UploadReply {
        let transaction = context.transaction
        let round = try RoundRecord(request.target, field: "target", transaction)
        try context.call.requireProvince(round.province, transaction)
        let today = round.zone.day(of: Instant(context.now))
        return try take(QuotaRow.format, request, file, today: today, context) { row in
            let key = QuotaKey(
                city: try quotaCity(named: row.value.city, round, transaction),
                specialty: try quotaSpecialty(row.value.specialty, round, transaction))
            try checkQuotaKey(key, round, transaction)
            let before: Int?
            do {
                before = try setQuota(round, key, seats: row.value.seats, transaction)
            } catch let refusal as Refusal {
                throw RowFault(QuotaColumn.seats, refusal.wording)
            }
            return before == nil ? .added : before == row.value.seats ? .unchanged : .changed
        }
    }

    private func quotaCity(named name: String, _ round: RoundRecord, _ snapshot: Snapshot) throws -> UInt64 {
        let found = try snapshot.first(
            """
            SELECT id FROM organisation WHERE kind = ?1 AND name = ?2 AND (parent = ?3 OR id = ?3)
            """, OrganisationKind.region.rawValue, name, round.province
        ) { $0.id(0) }
        guard let found else {
            throw RowFault(QuotaColumn.city, "no city of the province has this name", zh: "本省没有此地市")
        }
        return found
    }

    private func quotaSpecialty(_ text: String, _ round: RoundRecord, _ snapshot: Snapshot) throws -> UInt64 {
        switch (round.plan.kind, text) {
        case (.base, ""): return 0
        case (.base, _):
            throw RowFault(QuotaColumn.specialty, "a round of bases has none", zh: "基地类批次的名额不分专业")
        case (.specialty, _):
            let found = try snapshot.all(
                "SELECT id FROM catalogue_entry WHERE kind = ?1 AND (code = ?2 OR name = ?2) ORDER BY id LIMIT 2",
                CatalogueKind.specialty.rawValue, text
            ) { $0.id(0) }
            guard found.count == 1 else {
                throw RowFault(
                    QuotaColumn.specialty, "no specialty, or more than one, has this name or code", zh: "没有此专业，或名称不唯一")
            }
            return found[0]
        }
    }
}
