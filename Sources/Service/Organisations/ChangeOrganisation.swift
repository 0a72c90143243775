import Application
import Domain
import Messages
import Storage

extension Organisations {
    private static let mostMoved = 10_000

    /// ORG-1: renames, moves, closes or reopens an organisation. Its kind and level cannot change.
    func changeOrganisation(
        _ request: ChangeOrganisationRequest, _ context: WriteContext
    ) throws -> CreateOrganisationReply {
        guard let given = request.organisation else { throw Refusal(.invalid, field: "organisation") }
        let transaction = context.transaction
        let before = try organisation(given.id, transaction)
        var after = given
        (after.kind, after.level) = (before.kind, before.level)
        // Its descendants have lower levels, so none can become its parent.
        after = try checked(after, transaction)
        try update(after, transaction)
        // Its roles have changed.
        if after.roles != before.roles || after.closed { try sessions.endSessions(for: after.id, context) }
        if after.parent != before.parent { try moveSubtree(after.id, under: after.parent, transaction) }
        context.auditDetail = "\(before.summary) → \(after.summary)"
        return CreateOrganisationReply(organisation: try organisation(after.id, transaction))
    }

    /// Writes all of an organisation but its kind, its level and its place in the tree.
    func update(_ after: Organisation, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE organisation SET name = ?2, parent = ?3, category = ?4, trains = ?5, examines = ?6, employs = ?7,
            provides = ?8, closed = ?9, compared = ?10 WHERE id = ?1
            """, after.id, after.name, after.parent, after.category, after.trains, after.examines, after.employs,
            after.provides, after.closed, ComparedName(after.name).text)
    }

    /// Updates the ancestors of everything below it, from the top down.
    private func moveSubtree(_ id: UInt64, under parent: UInt64, _ transaction: Transaction) throws {
        try place(id, under: parent, transaction)
        try reviews.placeReviews(of: id, transaction)
        var waiting = [id]
        var moved = 1
        while let next = waiting.popLast() {
            let children = try transaction.all("SELECT id FROM organisation WHERE parent = ?1 ORDER BY id", next) {
                $0.id(0)
            }
            moved += children.count
            guard moved <= Self.mostMoved else {
                throw Refusal(
                    .invalid, field: "parent", Phrase("more than \(Self.mostMoved) lie below", "下级机构过多"))
            }
            for child in children {
                try place(child, under: next, transaction)
                try reviews.placeReviews(of: child, transaction)
            }
            waiting += children
        }
    }
}

extension Organisation {
    fileprivate var summary: AuditDetail {
        let category: AuditDetail = category == 0 ? "" : " category \(category)"
        return "\(id) \(name) under \(parent)\(category)" + (closed ? " closed" : "")
    }
}
