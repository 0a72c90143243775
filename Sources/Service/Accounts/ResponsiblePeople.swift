import Application
import Domain
import Messages
import Storage

// ACC-7: the people responsible for an organisation.
extension Accounts {
    /// ACC-7a: adds the first one for a caller who knows the password; the code proves the phone.
    func addFirstResponsible(
        _ request: AddFirstResponsibleRequest, _ context: WriteContext
    ) throws -> AddFirstResponsibleReply {
        let account = try organisationAccount(ticket: request.ticket, context.transaction, now: context.now)
        try ResponsiblePeople.checkFirst(present: countResponsible(of: account.organisation, context.transaction))
        return AddFirstResponsibleReply(
            responsible: try add(request.name, request.phone, to: account.organisation, context))
    }

    func listResponsible(_ request: ListResponsibleRequest, _ context: ReadContext) throws -> ListResponsibleReply {
        try requireOrganisationItself(request.organisation, context.call)
        return ListResponsibleReply(people: try responsiblePeople(of: request.organisation, context.snapshot))
    }

    func addResponsible(_ request: AddResponsibleRequest, _ context: WriteContext) throws -> AddResponsibleReply {
        try requireOrganisationItself(request.organisation, context.call)
        let organisation = try organisations.organisation(request.organisation, context.transaction)
        guard !organisation.roles.isEmpty else { throw Refusal(.invalid, field: "organisation") }
        try ResponsiblePeople.checkAdding(to: countResponsible(of: organisation.id, context.transaction))
        return AddResponsibleReply(
            responsible: try add(request.name, request.phone, to: organisation.id, context))
    }

    func removeResponsible(
        _ request: RemoveResponsibleRequest, _ context: WriteContext
    ) throws -> RemoveResponsibleReply {
        try requireOrganisationItself(request.organisation, context.call)
        let (organisation, person) = (request.organisation, request.person)
        guard try isResponsible(person, for: organisation, context.transaction) else {
            throw Refusal(.notFound, field: "person")
        }
        try ResponsiblePeople.checkRemoving(from: countResponsible(of: organisation, context.transaction))
        try endActing(person, for: organisation, context)
        context.auditDetail = "organisation \(organisation): person \(person) removed"
        return RemoveResponsibleReply()
    }

    /// PRJ-8c: puts somebody else in a person's place, or corrects the person's name, if nobody but offices and rosters has
    /// said it.
    func changeResponsible(
        _ request: ChangeResponsibleRequest, _ context: WriteContext
    ) throws -> ChangeResponsibleReply {
        try requireOrganisationItself(request.organisation, context.call)
        let (transaction, organisation, person) = (context.transaction, request.organisation, request.person)
        guard try isResponsible(person, for: organisation, transaction) else {
            throw Refusal(.notFound, field: "person")
        }
        let isTheirs =
            try request.phone.isEmpty
            || transaction.exists(
                "SELECT 1 FROM person WHERE id = ?1 AND phone_hash = ?2", person,
                people.phoneHash(MobileNumber(request.phone)))
        guard !isTheirs else {
            let name = try PersonName.checked(request.name)
            try identities.requireCorrectable(person, by: organisation, field: "name", context)
            try identities.rename(person, name, context)
            context.auditDetail = "organisation \(organisation): person \(person) renamed"
            let renamed = try responsiblePeople(of: organisation, transaction).first { $0.person == person }
            return ChangeResponsibleReply(responsible: renamed)
        }
        let other = try add(request.name, request.phone, to: organisation, context)
        try endActing(person, for: organisation, context)
        context.auditDetail = "organisation \(organisation): person \(person) → \(other.person)"
        return ChangeResponsibleReply(responsible: other)
    }

    /// Ends that somebody acts for an organisation, with their sessions for it.
    private func endActing(_ person: UInt64, for organisation: UInt64, _ context: WriteContext) throws {
        let caller = try context.call.person()
        try sessions.endSessions(for: organisation, of: person, except: caller.session, context)
        if caller.id == person {
            let isThis = try context.transaction.execute(
                "DELETE FROM session WHERE id = ?1 AND organisation = ?2", caller.session, organisation)
            if isThis == 1 {
                context.become(.anonymous)
                sessions.closeConnections(of: [caller.session], context)
            }
        }
        try context.transaction.execute(
            "DELETE FROM responsible_person WHERE organisation = ?1 AND person = ?2", organisation, person)
        try terminals.dropCodes(of: person, context.transaction)
    }

    func isResponsible(_ person: UInt64, for organisation: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists(
            "SELECT 1 FROM responsible_person WHERE organisation = ?1 AND person = ?2", organisation, person)
    }

    func responsiblePeople(of organisation: UInt64, _ snapshot: Snapshot) throws -> [Responsible] {
        try snapshot.all(
            """
            SELECT p.id, p.name, p.phone_sealed FROM responsible_person r JOIN person p ON p.id = r.person
            WHERE r.organisation = ?1 ORDER BY r.person
            """, organisation
        ) { (id: $0.id(0), name: $0.text(1), phone: $0.bytesOrNil(2)) }.map { one in
            Responsible(
                person: one.id, name: one.name,
                phone: try one.phone.map { try people.decryptPhone($0, of: one.id).masked } ?? "")
        }
    }

    /// - Throws: `notFound` for a person who is not responsible, `wrongState` for one whose phone now belongs to
    ///   another, or whose account is disabled.
    func phone(
        ofResponsible person: UInt64, for organisation: UInt64, _ snapshot: Snapshot
    ) throws -> MobileNumber {
        guard try isResponsible(person, for: organisation, snapshot) else { throw Refusal(.notFound, field: "person") }
        guard try !isDisabled(person, snapshot) else { throw Self.disabled("person") }
        let sealed = try snapshot.first(.phoneOfPerson, person) { $0.bytesOrNil(0) }
        guard let sealed = sealed ?? nil else {
            throw Refusal(.wrongState, field: "person", Phrase("no phone is known", "该负责人没有手机号"))
        }
        return try people.decryptPhone(sealed, of: person)
    }

    /// ORG-2: a commission says nothing of who acts for the bases below it.
    private func requireOrganisationItself(_ organisation: UInt64, _ call: Call) throws(Refusal) {
        guard call.answers(for: organisation) else { throw Refusal(.notAllowed) }
    }

    private func countResponsible(of organisation: UInt64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.first("SELECT count(*) FROM responsible_person WHERE organisation = ?1", organisation) {
            $0.int(0)
        } ?? 0
    }

    /// Links the holder of the phone, or creates a person. The name must match, so that a mistyped digit links nobody.
    private func add(
        _ name: String, _ phone: String, to organisation: UInt64, _ context: WriteContext
    ) throws -> Responsible {
        let transaction = context.transaction
        let name = try PersonName.checked(name)
        let phone = try MobileNumber(phone)
        let known = try transaction.first("SELECT id, name FROM person WHERE phone_hash = ?1", people.phoneHash(phone))
        {
            (id: $0.id(0), name: $0.text(1))
        }
        // Who registered by phone alone has not said their name yet.
        let knownName = ComparedName(known?.name ?? "")
        guard knownName.isEmpty || knownName == ComparedName(name) else {
            throw Refusal(
                .invalid, field: "name", Phrase("the phone belongs to somebody of another name", "该手机号已登记为其他姓名"))
        }
        let person =
            try known?.id
            ?? people.insertPerson(
                People.PersonDetails(name: name, phone: phone, identity: nil, unit: "", title: ""), context)
        guard try !isResponsible(person, for: organisation, transaction) else {
            throw Refusal(.alreadyExists, field: "phone")
        }
        try transaction.execute(
            "INSERT INTO responsible_person (organisation, person) VALUES (?1, ?2)", organisation, person)
        context.auditDetail = "organisation \(organisation): person \(person) added"
        return Responsible(person: person, name: name, phone: phone.masked)
    }
}
