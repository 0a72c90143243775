import Application
import Domain
import Messages
import Storage

extension Organisations {
    private static let organisationNameLimit = 100

    /// ORG-1: adds an organisation to the tree; its name must be unique under its parent.
    func createOrganisation(
        _ request: CreateOrganisationRequest, _ context: WriteContext
    ) throws -> CreateOrganisationReply {
        let transaction = context.transaction
        var wanted = Organisation(
            id: 0, kind: request.kind, name: request.name, parent: request.parent, level: request.level,
            category: request.category, trains: request.trains, examines: request.examines, employs: request.employs,
            provides: request.provides)
        wanted.completePurposes()
        let id = try insert(wanted, context)
        context.auditDetail = "organisation \(id)"
        return CreateOrganisationReply(organisation: try organisation(id, transaction))
    }

    /// Adds an organisation under its parent, once it has passed ``checked(_:_:)``.
    /// - Returns: its id.
    func insert(_ given: Organisation, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let wanted = try checked(given, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO organisation (id, kind, name, parent, level, category, trains, examines, employs, provides,
            closed, compared) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """, id, wanted.kind?.rawValue ?? 0, wanted.name, wanted.parent, wanted.level?.rawValue ?? 0,
            wanted.category,
            wanted.trains, wanted.examines, wanted.employs, wanted.provides, false, ComparedName(wanted.name).text)
        try place(id, under: wanted.parent, transaction)
        return id
    }

    /// Validates a new or changed organisation: by itself, by its place in the tree, and by its kind and name being
    /// unique there.
    func checked(_ wanted: Organisation, _ snapshot: Snapshot) throws -> Organisation {
        let wanted = try checkedAlone(wanted, snapshot)
        if wanted.parent != 0 {
            let parent = try organisation(wanted.parent, field: "parent", snapshot)
            guard parent.kind == .region else {
                throw Refusal(.invalid, field: "parent", Phrase("must be a region", "上级须为地区"))
            }
            try check(wanted.level, under: parent.level)
        }
        let known = try find(wanted.kind, called: wanted.name, under: wanted.parent, snapshot)
        if let known = known.first(where: { $0 != wanted.id }) {
            let name = try organisation(known, snapshot).name
            throw Refusal(
                .alreadyExists, field: "name", "organisation \(known) there is called \(name)",
                zh: "该处已有同名机构 \(known)：\(name)")
        }
        return wanted
    }

    /// Returns the organisations that people read as the same name, in ascending order of their ids: one at most of a kind under
    /// one parent.
    /// - Parameter parent: nil for anywhere, where two tell that there are several.
    func find(
        _ kind: OrganisationKind?, called name: String, under parent: UInt64?, _ snapshot: Snapshot
    ) throws -> [UInt64] {
        // Names from before names were compared stand as they were typed.
        let (kind, compared) = (kind?.rawValue ?? 0, ComparedName(name).text)
        guard let parent else {
            return try snapshot.all(
                "SELECT id FROM organisation WHERE kind = ?1 AND compared IN (?2, ?3) ORDER BY id LIMIT 2", kind,
                compared,
                name
            ) { $0.id(0) }
        }
        return try snapshot.all(
            """
            SELECT id FROM organisation WHERE parent = ?1 AND kind = ?2 AND compared IN (?3, ?4) ORDER BY id LIMIT 2
            """, parent, kind, compared, name
        ) { $0.id(0) }
    }

    /// Throws unless a region of this level may lie in one of the other.
    func check(_ level: RegionLevel?, under parent: RegionLevel?) throws {
        guard let level else { return }
        try RegionTree.check(level, under: parent)
    }

    /// Validates an organisation independent of its place: name, category, and properties that its kind may have.
    func checkedAlone(_ wanted: Organisation, _ snapshot: Snapshot) throws -> Organisation {
        var wanted = wanted
        wanted.name = try checkedTitle(wanted.name, field: "name", limit: Self.organisationNameLimit)
        guard wanted.kind != nil else { throw Refusal(.invalid, field: "kind") }
        guard (wanted.kind == .region) == (wanted.level != nil) else {
            throw Refusal(
                .invalid, field: "level", Phrase("regions have a level, nothing else has", "地区须有级别，其他机构没有"))
        }
        guard wanted.kind == .base || (wanted.category == 0 && !wanted.trains && !wanted.examines) else {
            throw Refusal(
                .invalid, field: "category",
                Phrase("only bases train, examine or have a category", "仅基地可设类别与考试、培训属性"))
        }
        guard wanted.kind == .unit || (!wanted.employs && !wanted.provides) else {
            throw Refusal(.invalid, field: "employs", Phrase("only units employ or provide", "仅单位可为用人或主办单位"))
        }
        if wanted.category != 0 {
            let entry = try catalogueEntry(wanted.category, snapshot)
            guard entry?.kind == .baseCategory else { throw Refusal(.notFound, field: "category") }
        }
        return wanted
    }

    /// Stores the ancestors of an organisation.
    func place(_ id: UInt64, under parent: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM organisation_above WHERE organisation = ?1", id)
        try transaction.execute(
            """
            INSERT INTO organisation_above (organisation, above) SELECT ?1, above FROM organisation_above
            WHERE organisation = ?2
            """, id, parent)
        try transaction.execute("INSERT INTO organisation_above (organisation, above) VALUES (?1, ?1)", id)
    }
}

extension Organisation {
    /// Sets defaults: a base both trains and examines; a unit both employs and provides.
    mutating func completePurposes() {
        if kind == .base, !trains, !examines { (trains, examines) = (true, true) }
        if kind == .unit, !employs, !provides { (employs, provides) = (true, true) }
    }
}
