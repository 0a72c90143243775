import Application
import Domain
import Messages
import Storage

extension Credits {
    /// ATT-8: lists a trainee's offerings with counted scans, flagged scans and missing windows.
    func myAttendance(_ request: MyAttendanceRequest, _ context: ReadContext) throws -> MyAttendanceReply {
        let person = try context.call.person().id
        let snapshot = context.snapshot
        let language = Language(locale: context.call.options.locale)
        let page = try listPage(request.limit, atMost: 50, by: \.self) { limit in
            try snapshot.all(.classesOfPerson, person, request.after, limit) { $0.id() }
        }
        var reply = MyAttendanceReply(next: page.next ?? 0)
        var names = DecisionNames(snapshot)
        for id in page.elements {
            let offering = try OfferingRecord(id, snapshot)
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, snapshot)
            guard let row = all.attendance.roster.row(of: person) else { continue }
            var mine = MyOffering(offering: id, title: offering.title)
            let own = all.scans.scans.indices.filter { all.scans.scans[$0].person == person }
            for scan in try all.shown(own, snapshot) {
                if scan.state == .counted { mine.counted += 1 }
                if scan.state == .flagged { mine.flagged += 1 }
                mine.scans.append(scan)
            }
            mine.decisions = try all.decisions(about: own, of: person, &names)
            let result = all.attendance.presence(row: row).result(offering.demand, in: offering.plan)
            mine.missing = result.missing.map { $0.text(in: language) }
            if offering.state == .cancelled {
                mine.missing.insert(OfferingState.cancelled.phrase.text(in: language), at: 0)
            }
            let policy = try programmes.policy(of: offering.programme, snapshot)
            let gates = try gates(of: offering, policy: policy, snapshot)
            if gates.on.contains(.membership), try !identities.standing(of: person, snapshot).isUnitConfirmed {
                mine.missing.append(Eligibility.unconfirmed.text(in: language))
            }
            if gates.asked.contains(.exam),
                let obstacle = try checkIns.exams.outcome(of: person, in: offering, snapshot).obstacle
            {
                mine.missing.append(obstacle.text(in: language))
            }
            if policy.demandsEvaluation,
                try evaluations.given(offering.id, by: person...person, snapshot).isEmpty
            {
                mine.missing.append(Eligibility.unevaluated.text(in: language))
            }
            reply.offerings.append(mine)
        }
        return reply
    }
}
