import Application
import Domain
import Messages
import Storage

extension Credits {
    /// NOT-3: tells those of a class who have been there, and lack the exam or the evaluation, what is left to do; each once a day.
    func remind(_ request: RemindRequest, _ context: WriteContext) throws -> RemindReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        try offering.requireHeld()
        let page = try rosterPage(of: offering.id, after: request.after, request.limit, transaction)
        guard let first = page.elements.first, let last = page.elements.last else { return RemindReply() }
        let list = try EligibilityList(
            offering, policy: programmes.policy(of: offering.programme, transaction), of: first...last, self,
            transaction)
        let today = offering.plan.zone.day(of: Instant(context.now)).number
        var reply = RemindReply(next: page.next ?? 0)
        for entry in list.entries {
            guard !entry.toDo.isEmpty else {
                reply.complete += 1
                continue
            }
            let isFirst = try transaction.execute(
                """
                INSERT INTO reminder (offering, person, day) VALUES (?1, ?2, ?3)
                ON CONFLICT (offering, person) DO UPDATE SET day = ?3 WHERE reminder.day <> ?3
                """, offering.id, entry.person.value, today)
            guard isFirst == 1 else {
                reply.already += 1
                continue
            }
            try notices.notify(
                entry.person.value, .reminder, subject: offering.id,
                details: [offering.title] + entry.toDo.map(\.rawValue), context)
            reply.reminded += 1
        }
        context.auditDetail = "offering \(offering.id): \(reply.reminded) reminded"
        return reply
    }

    /// People of a roster by id, behind one of them.
    func rosterPage(
        of offering: UInt64, after: UInt64, _ limit: UInt32, _ snapshot: Snapshot
    ) throws -> ListPage<UInt64, UInt64> {
        try listPage(limit, by: \.self) { limit in
            try snapshot.all(.peopleOfRosterBehind, offering, after, limit) { $0.id() }
        }
    }
}
