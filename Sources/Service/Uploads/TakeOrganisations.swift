import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// ORG-1: organisations, matched by kind, name and region. A file sets category and purposes; it does not move,
    /// rename or close anything.
    var organisationRows: RowKind<OrganisationColumn, OrganisationRow, Void, Organisation> {
        RowKind(format: OrganisationRow.format) { _, call, _ in
            guard call.caller.holds(anyOf: [.platformAdmin]) else { throw Refusal(.notAllowed) }
        } judge: { [self] row, _, _, book, snapshot in
            try judge(row, &book, snapshot)
        } land: { [self] wanted, _, context in
            if wanted.id == 0 {
                _ = try organisations.insert(wanted, context)
            } else {
                try organisations.update(try organisations.checked(wanted, context.transaction), context.transaction)
            }
            return Landed()
        } undo: {
            .never(
                Phrase(
                    "accounts, rosters and reviews refer to organisations: close those that are wrong one by one (rollcall-admin organisations close ID)",
                    "账号、名单和审核均可能引用机构：请逐个停用有误的机构（rollcall-admin organisations close 编号）"))
        }
    }

    private func judge(
        _ row: SheetRow<OrganisationRow>, _ book: inout LineBook, _ snapshot: Snapshot
    ) throws -> (RowChange, Organisation) {
        let value = row.value
        let region = try region(named: value.parents, book, snapshot)
        var wanted = Organisation(
            kind: value.kind.kind, name: value.name, parent: region.id, level: value.kind.level,
            category: try baseCategory(value.category, snapshot), trains: value.purposes.contains(.trains),
            examines: value.purposes.contains(.examines), employs: value.purposes.contains(.employs),
            provides: value.purposes.contains(.provides))
        wanted.completePurposes()
        let known = region.isNew ? nil : try knownOrganisation(wanted, snapshot)
        guard let known else {
            if region.isNew {
                _ = try organisations.checkedAlone(wanted, snapshot)
                try organisations.check(wanted.level, under: region.level)
            } else {
                _ = try organisations.checked(wanted, snapshot)
            }
            if let level = wanted.level {
                book.enter(regionSubject(value.parents + [value.name], level), line: row.line)
            }
            return (.added, wanted)
        }
        var before = try organisations.organisation(known, snapshot)
        before.categoryName = ""
        (wanted.id, wanted.closed) = (known, before.closed)
        // A name that is only written otherwise stays as it is.
        if ComparedName(wanted.name) == ComparedName(before.name) { wanted.name = before.name }
        guard wanted != before else { return (.unchanged, wanted) }
        guard wanted.level == before.level else {
            throw RowFault(OrganisationColumn.kind, "known as a \(before.level?.phrase.en ?? "")", zh: "与已登记的级别不一致")
        }
        return (.changed, try organisations.checked(wanted, snapshot))
    }

    private func knownOrganisation(_ wanted: Organisation, _ snapshot: Snapshot) throws -> UInt64? {
        try organisations.find(wanted.kind, called: wanted.name, under: wanted.parent, snapshot).first
    }

    /// A region that rows name as their parent.
    private struct NamedRegion {
        /// 0 for none, or for one that is not applied.
        var id: UInt64 = 0
        var level: RegionLevel?
        /// A row above makes it, and that row is only judged.
        var isNew = false
    }

    private func region(named names: [String], _ book: LineBook, _ snapshot: Snapshot) throws -> NamedRegion {
        var region = NamedRegion()
        for index in names.indices {
            let known =
                region.isNew
                ? nil
                : try knownOrganisation(Organisation(kind: .region, name: names[index], parent: region.id), snapshot)
            if let known {
                region.id = known
                continue
            }
            let path = Array(names[...index])
            let made = RegionLevel.allCases.first { book.line(of: regionSubject(path, $0)) != nil }
            if let made, !book.lands {
                region = NamedRegion(level: made, isNew: true)
            } else if index == 0 {
                region.id = try onlyRegion(named: names[0], snapshot)
            } else {
                throw Self.noRegion(names[index])
            }
        }
        return region
    }

    /// Returns the region of this name, wherever it lies.
    private func onlyRegion(named name: String, _ snapshot: Snapshot) throws -> UInt64 {
        let found = try organisations.find(.region, called: name, under: nil, snapshot)
        guard let only = found.first else { throw Self.noRegion(name) }
        guard found.count == 1 else {
            throw RowFault(
                OrganisationColumn.parent,
                "several regions are called \(name): write those above it first, as A/\(name)",
                zh: "名为“\(name)”的地区不止一个：请写明上级，如“某省/\(name)”")
        }
        return only
    }

    private static func noRegion(_ name: String) -> RowFault<OrganisationColumn> {
        RowFault(.parent, "there is no region \(name) there", zh: "没有地区“\(name)”")
    }

    private func regionSubject(_ path: [String], _ level: RegionLevel) -> String {
        "\(level.rawValue) " + path.joined(separator: "/")
    }

    /// - Parameter text: a code or a name.
    private func baseCategory(_ text: String, _ snapshot: Snapshot) throws -> UInt64 {
        guard !text.isEmpty else { return 0 }
        let found = try snapshot.all(
            .entriesNamed,
            CatalogueKind.baseCategory.rawValue, text
        ) { $0.id(0) }
        guard found.count == 1 else {
            throw RowFault(
                OrganisationColumn.category, "no base category, or more than one, has this code or name",
                zh: "没有此代码或名称的基地类别，或名称不唯一")
        }
        return found[0]
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

    fileprivate var level: RegionLevel? {
        switch self {
        case .province: .province
        case .city: .city
        case .county: .county
        case .commission, .base, .unit, .committee: nil
        }
    }
}
