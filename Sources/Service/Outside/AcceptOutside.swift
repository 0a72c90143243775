import Application
import Domain
import Messages
import Storage

extension OutsideRecords {
    /// EXM-7: the review of a record by the commission.
    var outsideReview: ReviewSubject {
        ReviewSubject(kind: .outside, isReturnable: true) { [self] subject, snapshot in
            let entry = try OutsideEntry(subject, snapshot)
            return entry.summary(idNumber: try idNumber(of: entry))
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            let transaction = context.transaction
            var entry = try OutsideEntry(record.subject, transaction)
            entry.state = try OutsideLifecycle.table.next(entry.state, decision.event)
            entry.reason = decision.reason
            try entry.store(transaction)
            guard let person = try person(of: entry, transaction) else { return }
            try notices.notify(
                person, .outsideDecided, subject: entry.id, details: [entry.title, decision.word, decision.reason],
                context)
        }
    }

    /// Whoever has the ID number of a record, and its name; nil for nobody who is known.
    private func person(of entry: OutsideEntry, _ snapshot: Snapshot) throws -> UInt64? {
        let holder = try snapshot.first(
            """
            SELECT p.id FROM outside_record r JOIN person p ON p.id_number_hash = r.id_number_hash WHERE r.id = ?1
            """, entry.id
        ) { $0.id(0) }
        guard let holder, try Owner(holder, snapshot)?.isCalled(entry.name) == true else { return nil }
        return holder
    }
}

// The face of records for credit, and for an account that closes.
extension OutsideRecords {
    /// The part of an accepted record that counts.
    struct Accepted {
        let id: UInt64
        let day: Day
        let category: CreditCategory
        let credits: Tenths
        let hours: Tenths
    }

    /// The accepted records of a person, by id.
    func accepted(of person: UInt64, _ snapshot: Snapshot) throws -> [Accepted] {
        guard let owner = try Owner(person, snapshot) else { return [] }
        return try snapshot.all(
            """
            SELECT id, day, category, credits_tenths, hours_tenths, name FROM outside_record
            WHERE id_number_hash = ?1 AND state = ?2 ORDER BY id
            """, owner.idNumberHash, OutsideState.accepted.rawValue
        ) { row in
            (
                Accepted(
                    id: row.id(0), day: Day(row.int32(1)), category: try row.enumeration(2),
                    credits: Tenths(row.uint32(3)), hours: Tenths(row.uint32(4))), row.text(5)
            )
        }.filter { owner.isCalled($0.1) }.map(\.0)
    }

    /// ACC-11e: takes name and number out of a person's records that nobody has accepted, and ends what waits of them.
    /// - Returns: whether accepted ones remain, which must name their person.
    func forgetRecords(of person: UInt64, _ context: WriteContext) throws -> Bool {
        let transaction = context.transaction
        guard let owner = try Owner(person, transaction) else { return false }
        let found = try transaction.all(
            "SELECT id, state, name FROM outside_record WHERE id_number_hash = ?1 ORDER BY id", owner.idNumberHash
        ) { (id: $0.id(0), state: try $0.enumeration(1, OutsideState.self), name: $0.text(2)) }
        let own = found.filter { owner.isCalled($0.name) }
        for record in own where record.state != .accepted {
            try reviews.forgetReview(.outside, record.id, context)
            try transaction.execute(
                """
                UPDATE outside_record SET name = '', id_number_sealed = NULL, id_number_hash = NULL, mark = '',
                state = ?2, standing = id WHERE id = ?1
                """, record.id, record.state.stands ? OutsideState.withdrawn.rawValue : record.state.rawValue)
        }
        return own.contains { $0.state == .accepted }
    }
}

extension OutsideEntry {
    /// In one line, for those who decide on it.
    fileprivate func summary(idNumber: String) -> String {
        var parts = ["\(name) \(IdentityNumber.masked(idNumber))", title, "\(day)"]
        if !mark.isEmpty { parts.append(mark) }
        if hours > .zero { parts.append("\(hours) h") }
        if credits > .zero { parts.append("\(credits) \(category.phrase.en)") }
        return parts.joined(separator: ", ")
    }
}

extension ReviewDecision {
    fileprivate var event: OutsideEvent {
        switch self {
        case .approved: .accept
        case .rejected: .reject
        case .returned: .giveBack
        }
    }
}
