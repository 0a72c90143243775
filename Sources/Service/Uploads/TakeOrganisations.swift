import Application
import Domain
import Messages
import Storage

extension Service {
    /// ORG-1: organisations, found again by kind, name and the region they stand under. What a file says of category and
    /// purposes is taken over; nothing is moved, renamed or closed by a file.
    func takeOrganisations(_ request: UploadRequest, _ file: [UInt8], _ context: WriteContext) throws -> UploadReply {
        let transaction = context.transaction
        let today = ZoneRule.china.day(of: Instant(context.now))
        return try take(OrganisationRow.format, request, file, today: today, context) { row in
            let value = row.value
            var wanted = Organisation(
                kind: value.kind.kind, name: value.name, parent: try region(named: value.parents, transaction),
                level: value.kind.level, category: try baseCategory(value.category, transaction),
                trains: value.purposes.contains(.trains), examines: value.purposes.contains(.examines),
                employs: value.purposes.contains(.employs), provides: value.purposes.contains(.provides))
            wanted.completePurposes()
            let known = try transaction.first(
                "SELECT id FROM organisation WHERE parent = ?1 AND kind = ?2 AND name = ?3", wanted.parent,
                wanted.kind.rawValue, wanted.name
            ) { $0.id(0) }
            guard let known else {
                _ = try insert(wanted, context)
                return .added
            }
            var before = try organisation(known, transaction)
            before.categoryName = ""
            (wanted.id, wanted.closed) = (known, before.closed)
            guard wanted != before else { return .unchanged }
            guard wanted.level == before.level else {
                throw RowFault(OrganisationColumn.kind, "known as a \(before.level)", zh: "与已登记的级别不一致")
            }
            try update(try checked(wanted, transaction), transaction)
            return .changed
        }
    }

    private func region(named names: [String], _ snapshot: Snapshot) throws -> UInt64 {
        var region: UInt64 = 0
        for name in names {
            let found = try snapshot.first(
                "SELECT id FROM organisation WHERE parent = ?1 AND kind = ?2 AND name = ?3", region,
                OrganisationKind.region.rawValue, name
            ) { $0.id(0) }
            guard let found else {
                throw RowFault(OrganisationColumn.parent, "there is no region \(name) there", zh: "没有地区“\(name)”")
            }
            region = found
        }
        return region
    }

    private func baseCategory(_ code: String, _ snapshot: Snapshot) throws -> UInt64 {
        guard !code.isEmpty else { return 0 }
        let found = try snapshot.first(
            "SELECT id FROM catalogue_entry WHERE kind = ?1 AND code = ?2", CatalogueKind.baseCategory.rawValue, code
        ) { $0.id(0) }
        guard let found else {
            throw RowFault(OrganisationColumn.category, "no base category has this code", zh: "没有此代码的基地类别")
        }
        return found
    }
}

extension OrganisationRow.Kind {
    fileprivate var kind: OrganisationKind {
        switch self {
        case .province, .city, .county: .region
        case .commission: .commission
        case .base: .base
        case .unit: .unit
        case .committee: .committee
        }
    }

    fileprivate var level: Messages.RegionLevel {
        switch self {
        case .province: .province
        case .city: .city
        case .county: .county
        case .commission, .base, .unit, .committee: .unspecified
        }
    }
}
