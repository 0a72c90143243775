import Application
import Domain
import Messages
import Storage

extension Sittings {
    /// ATT-8: the exams of the caller's classes: when each opens, what is in the way, what is left of it.
    func myExams(_ request: MyExamsRequest, _ context: ReadContext) throws -> MyExamsReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let language = Language(locale: context.call.options.locale)
        let page = try listPage(request.limit, atMost: 50, by: \.self) { limit in
            try snapshot.all(.classesOfPerson, person, request.after, limit) { $0.id() }
        }
        return MyExamsReply(
            exams: try page.elements.compactMap {
                try exam(entry(offering: $0, of: person, snapshot), context, language)
            }, next: page.next ?? 0)
    }

    /// Returns nil for a class that has no exam.
    private func exam(_ entry: Candidacy, _ context: ReadContext, _ language: Language) throws -> MyExam? {
        let snapshot = context.snapshot
        guard try hasExam(entry.offering, entry.policy, snapshot) || !entry.sittings.isEmpty else { return nil }
        let attempts = entry.attempts
        let left = attempts.left(entry.policy.resits)
        var exam = MyExam(
            offering: entry.offering.id, title: entry.offering.title, byCode: entry.policy.examEntry == .paperCode,
            opensMs: try opensIfKnown(entry, snapshot), attempts: UInt32(entry.sittings.count { $0.state != .open }),
            left: UInt32(left ?? 0), unlimited: left == nil, passed: attempts.passed,
            valueHundredths: UInt32(entry.sittings.filter { $0.state != .open }.map(\.value).max() ?? 0))
        if let open = entry.open, open.isOpen(at: context.now) {
            exam.sitting = open.id
            return exam
        }
        do {
            try requireAdmitted(entry, now: context.now, isAtDoor: false, snapshot)
        } catch let refusal as Refusal {
            exam.obstacle = refusal.reason.text(in: language)
        }
        return exam
    }

    /// 0 while an evaluation is lacking, from which the days are counted.
    private func opensIfKnown(_ entry: Candidacy, _ snapshot: Snapshot) throws -> Int64 {
        do {
            return try opens(entry, snapshot).milliseconds
        } catch is Refusal {
            return 0
        }
    }

    /// EXM-5: the caller's attempts, the newest first.
    func mySittings(_ request: MySittingsRequest, _ context: ReadContext) throws -> ListSittingsReply {
        let person = try context.call.person().id
        return try reply(
            listPage(request.limit, atMost: 50, by: \.id) { limit in
                try context.snapshot.all(
                    SittingRecord.ofPerson, person, before(request.after), limit, body: SittingRecord.columns.read)
            }, context)
    }

    /// EXM-5: the attempts about a class, for who has it in hand; or those at a paper in an exam base.
    func listSittings(_ request: ListSittingsRequest, _ context: ReadContext) throws -> ListSittingsReply {
        let snapshot = context.snapshot
        let read = SittingRecord.columns.read
        if request.paper == 0 {
            let offering = try OfferingRecord(request.offering, snapshot)
            try context.call.requireAuthority(over: offering, snapshot)
            return try reply(
                listPage(request.limit, by: \.id) { limit in
                    try snapshot.all(
                        request.complained ? SittingRecord.complainedOfOffering : SittingRecord.ofOffering, offering.id,
                        request.after, limit, body: read)
                }, context)
        }
        try context.call.requireAuthority(over: request.base, snapshot)
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                try snapshot.all(
                    request.complained ? SittingRecord.complainedOfPaperAtBase : SittingRecord.ofPaperAtBase,
                    request.paper, request.base, request.after, limit, body: read)
            }, context)
    }

    private func reply(_ page: ListPage<SittingRecord, UInt64>, _ context: ReadContext) throws -> ListSittingsReply {
        ListSittingsReply(
            sittings: try page.elements.map { try message($0, context.snapshot, now: context.now) },
            next: page.next ?? 0)
    }
}
