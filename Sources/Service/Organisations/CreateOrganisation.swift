import Application
import Domain
import Messages
import Storage

extension Service {
    /// ORG-1: adds an organisation to the tree; one name once under a parent.
    func createOrganisation(
        _ request: CreateOrganisationRequest, _ context: WriteContext
    ) throws -> CreateOrganisationReply {
        let name = try checkedTitle(request.name, field: "name", limit: 100)
        guard request.kind != .unspecified else { throw Refused(.invalid, field: "kind") }
        let transaction = context.transaction
        if request.parent != 0,
            try !transaction.exists("SELECT 1 FROM organisation WHERE id = ?1", request.parent)
        {
            throw Refused(.notFound, field: "parent")
        }
        let isTaken = try transaction.exists(
            "SELECT 1 FROM organisation WHERE parent = ?1 AND kind = ?2 AND name = ?3",
            request.parent, request.kind.rawValue, name)
        guard !isTaken else { throw Refused(.alreadyExists, field: "name") }
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO organisation (id, kind, name, parent) VALUES (?1, ?2, ?3, ?4)",
            id, request.kind.rawValue, name, request.parent)
        context.auditDetail = "organisation \(id)"
        return CreateOrganisationReply(
            organisation: Organisation(id: id, kind: request.kind, name: name, parent: request.parent))
    }
}
