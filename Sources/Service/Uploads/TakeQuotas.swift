import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// REC-4, BAT-1: the quotas of one round, matched by city and specialty.
    var quotaRows: RowKind<QuotaColumn, QuotaRow, RoundRecord, (key: QuotaKey, seats: Int, before: Int?)> {
        RowKind(format: QuotaRow.format) { target, call, snapshot in
            let round = try RoundRecord(target, field: "target", snapshot)
            try call.requireProvince(round.province, snapshot)
            return round
        } judge: { [self] row, _, round, book, snapshot in
            let key = QuotaKey(
                city: try quotaCity(named: row.value.city, round, snapshot),
                specialty: try quotaSpecialty(row.value.specialty, round, snapshot))
            try recruitment.checkQuotaKey(key, round, snapshot)
            if let line = book.line(of: "\(key.city)/\(key.specialty)") {
                throw RowFault(QuotaColumn.city, "the same quota as line \(line)", zh: "与第 \(line) 行是同一名额")
            }
            let before = try recruitment.quota(of: round, key, snapshot)
            do {
                _ = try (before ?? .empty).lowered(to: row.value.seats)
            } catch let refusal as Refusal {
                throw RowFault(QuotaColumn.seats, refusal.reason)
            }
            book.enter("\(key.city)/\(key.specialty)", line: row.line)
            let change: RowChange =
                before == nil ? .added : before?.seats == row.value.seats ? .unchanged : .changed
            return (change, (key, row.value.seats, before?.seats))
        } land: { [self] plan, round, context in
            try recruitment.setQuota(round, plan.key, seats: plan.seats, context.transaction)
            let ids = [plan.key.city, plan.key.specialty, UInt64(plan.seats)]
            return Landed(effect: ids + (plan.before.map { [UInt64($0)] } ?? []))
        } undo: { [self] in
            .byRow { [recruitment] ids, _, round, context in
                let key = QuotaKey(city: ids[0], specialty: ids[1])
                guard let now = try recruitment.quota(of: round, key, context.transaction), now.seats == Int(ids[2])
                else {
                    throw changedSince("somebody has changed this quota since", zh: "该名额之后已被修改")
                }
                if ids.count > 3 {
                    try recruitment.setQuota(round, key, seats: Int(ids[3]), context.transaction)
                } else {
                    _ = try recruitment.removeQuota(
                        RemoveQuotaRequest(round: round.id, city: key.city, specialty: key.specialty), context)
                }
            }
        }
    }

    private func quotaCity(named name: String, _ round: RoundRecord, _ snapshot: Snapshot) throws -> UInt64 {
        let cities = try organisations.find(.region, called: name, under: round.province, snapshot)
        if let city = cities.first { return city }
        // A municipality has no cities.
        let province = try organisations.organisation(round.province, snapshot)
        guard ComparedName(province.name) == ComparedName(name) else {
            throw RowFault(QuotaColumn.city, "no city of the province has this name", zh: "本省没有此地市")
        }
        return province.id
    }

    private func quotaSpecialty(_ text: String, _ round: RoundRecord, _ snapshot: Snapshot) throws -> UInt64 {
        switch (round.plan.kind, text) {
        case (.base, ""): return 0
        case (.base, _):
            throw RowFault(QuotaColumn.specialty, "a round of bases has none", zh: "基地类批次的名额不分专业")
        case (.specialty, _):
            let found = try snapshot.all(
                .entriesNamed,
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
