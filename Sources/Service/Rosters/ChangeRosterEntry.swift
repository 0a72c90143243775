import Application
import Domain
import Messages
import Storage

// PRJ-8b: a roster put right by hand. Scans recorded under a number belong to whoever has it now.
extension Rosters {
    func changeRosterEntry(
        _ request: ChangeRosterEntryRequest, _ context: WriteContext
    ) throws -> ChangeRosterEntryReply {
        let transaction = context.transaction
        let offering = try changeable(request.offering, context)
        let entry = try RosterEntryRecord(request.number, of: offering.id, transaction)
        guard !request.newNumber.isEmpty || !request.newName.isEmpty else {
            throw Refusal(.invalid, field: "new_number", "a new number or a new name", zh: "请给出新编号或新姓名")
        }
        var changes: [AuditDetail] = []
        if !request.newName.isEmpty {
            let name = try PersonName.checked(request.newName, field: "new_name")
            try identities.requireCorrectable(entry.person, by: offering.base, field: "new_name", context)
            try identities.rename(entry.person, name, context)
            // The log names nobody.
            changes.append("renamed")
        }
        if !request.newNumber.isEmpty {
            let number = try RosterNumber.checked(request.newNumber, field: "new_number")
            guard let renamed = try RosterEntryRecord.find(person: entry.person, of: offering.id, transaction) else {
                throw Refusal(.internal)
            }
            try renumber([(renamed, number)], offering, context)
            changes.append("\(entry.number) → \(number)")
        }
        context.auditDetail = "offering \(offering.id), person \(entry.person): " + changes.joined(separator: ", ")
        let changed = try RosterEntryRecord.find(person: entry.person, of: offering.id, transaction)
        return ChangeRosterEntryReply(entry: changed?.message)
    }

    func swapRosterNumbers(
        _ request: SwapRosterNumbersRequest, _ context: WriteContext
    ) throws -> SwapRosterNumbersReply {
        let transaction = context.transaction
        let offering = try changeable(request.offering, context)
        let one = try RosterEntryRecord(request.number, of: offering.id, transaction)
        let other = try RosterEntryRecord(request.otherNumber, of: offering.id, field: "other_number", transaction)
        guard one.person != other.person else {
            throw Refusal(.invalid, field: "other_number", "the same number twice", zh: "两个编号相同")
        }
        try renumber([(one, other.number), (other, one.number)], offering, context)
        context.auditDetail =
            "offering \(offering.id): person \(one.person) \(one.number) → \(other.number), "
            + "person \(other.person) \(other.number) → \(one.number)"
        return SwapRosterNumbersReply(
            entries: try [one, other].compactMap {
                try RosterEntryRecord.find(person: $0.person, of: offering.id, transaction)?.message
            })
    }

    /// An offering whose roster the caller may change.
    func changeable(_ id: UInt64, _ context: WriteContext) throws -> OfferingRecord {
        let offering = try OfferingRecord(id, context.transaction)
        try context.call.requireAuthority(over: offering, context.transaction)
        try offering.requireHeld()
        return offering
    }
}
