import Application
import Crypto
import Domain
import Messages
import Storage

/// The effect that adding a trainee would have.
struct TraineePlan {
    let row: TraineeRow
    /// Nil if nobody has this phone or ID number.
    let person: UInt64?
    let hasAccount: Bool
    /// The membership is already asked for or confirmed.
    let isMember: Bool

    var changesNothing: Bool { isMember && hasAccount }
}

extension Identities {
    /// ACC-9a: adds a trainee to a unit: links an existing account, or creates one.
    func addTrainee(_ request: AddTraineeRequest, _ context: WriteContext) throws -> AddTraineeReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.unit, transaction)
        let unitName = try unitName(request.unit, transaction)
        let today = ZoneRule.china.day(of: Instant(context.now))
        let row = TraineeRow(
            name: try PersonName.checked(request.name), phone: try MobileNumber(request.phone),
            identity: request.idNumber.isEmpty ? nil : try IdentityNumber(request.idNumber, today: today),
            title: request.title.isEmpty
                ? "" : try checkedTitle(request.title, field: "title", limit: TraineeRow.titleLimit))
        let plan: TraineePlan
        do {
            plan = try planTrainee(row, unit: request.unit, transaction)
        } catch let fault as RowFault<TraineeColumn> {
            throw Refusal(.invalid, field: fault.column.map(Self.field) ?? "", fault.reason)
        }
        let landed = try landTrainee(plan, unit: request.unit, unitName: unitName, context)
        context.auditDetail =
            "unit \(request.unit): person \(landed.person) " + (plan.person == nil ? "made" : "linked")
        return AddTraineeReply(
            member: try member(landed.person, of: request.unit, context), account: landed.account,
            initialPassword: landed.password)
    }

    /// Finds a person by ID number and phone. Throws if the name or number differs from the record, so that a mistyped
    /// digit links nobody.
    func planTrainee(
        _ row: TraineeRow, unit: UInt64, _ snapshot: Snapshot
    ) throws -> TraineePlan {
        let byIdentity = try row.identity.flatMap { number in
            try snapshot.first(.personByIDNumber, people.idNumberHash(number)) {
                $0.id(0)
            }
        }
        let byPhone = try snapshot.first(.personByPhone, people.phoneHash(row.phone)) {
            $0.id(0)
        }
        if let byIdentity, let byPhone, byIdentity != byPhone {
            throw RowFault(TraineeColumn.phone, "this phone belongs to somebody else", zh: "该手机号属于他人")
        }
        guard let person = byIdentity ?? byPhone else {
            return TraineePlan(row: row, person: nil, hasAccount: false, isMember: false)
        }
        let known = try IdentityRecord(person, snapshot)
        // Who registered by phone alone has not said their name yet.
        let knownName = ComparedName(known.name)
        if !knownName.isEmpty, let difference = ComparedName(row.name).difference(from: knownName) {
            throw RowFault(TraineeColumn.name, difference)
        }
        if let identity = row.identity, let other = known.numberHash, other != people.idNumberHash(identity) {
            throw RowFault(TraineeColumn.identity, "known by another ID number", zh: "与已登记身份证号不一致")
        }
        let membership = try MembershipRecord(unit: unit, person: person, snapshot)
        return TraineePlan(
            row: row, person: person,
            hasAccount: try snapshot.exists(.personHasAccount, person),
            isMember: membership.map { $0.state != .ended } ?? false)
    }

    /// - Returns: an empty account and password if there was an account before; 0 if there was a membership.
    func landTrainee(
        _ plan: TraineePlan, unit: UInt64, unitName: String, _ context: WriteContext
    ) throws -> (person: UInt64, account: String, password: String, membership: UInt64) {
        let row = plan.row
        let person =
            try plan.person
            ?? people.insertPerson(
                People.PersonDetails(
                    name: row.name, phone: row.phone, identity: row.identity, unit: unitName, title: row.title),
                context)
        if plan.person != nil {
            try context.transaction.execute("UPDATE person SET name = ?2 WHERE id = ?1 AND name = ''", person, row.name)
        }
        var (account, password) = ("", "")
        if !plan.hasAccount {
            account = "u\(person)"
            password = try people.insertAccount(person, name: account, context)
        }
        let isNew = try askMembership(unit: unit, person: person, byPerson: false, context)
        if isNew, plan.hasAccount {
            try notices.notify(person, .membershipDecided, subject: unit, details: [unitName, "asked", ""], context)
        }
        let membership = isNew ? try MembershipRecord(unit: unit, person: person, context.transaction)?.id : nil
        return (person, account, password, membership ?? 0)
    }

    private static func field(of column: TraineeColumn) -> String {
        switch column {
        case .name: "name"
        case .phone: "phone"
        case .identity: "id_number"
        case .title: "title"
        }
    }
}
