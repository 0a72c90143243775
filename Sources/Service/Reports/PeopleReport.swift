import Application
import Domain
import Messages
import Storage

extension Reports {
    /// RPT-1: the people of an offering, with attendance, exam and credit.
    func listPeople(_ request: ListPeopleReportRequest, _ context: ReadContext) throws -> ListPeopleReportReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let page = try listPage(request.limit, by: \.person) { limit in
            try projects.roster(of: offering.id, after: request.after, limit, snapshot)
        }
        guard let first = page.elements.first?.person, let last = page.elements.last?.person else {
            return ListPeopleReportReply()
        }
        let list = try EligibilityList(
            offering, policy: programmes.policy(of: offering.programme, snapshot), of: first...last, credits, snapshot)
        let outcomes = try exams.outcomes(in: offering, of: first...last, snapshot)
        let awards = try latestAwards(of: offering.id, first...last, snapshot)
        let attendance = list.attendance.attendance
        let language = Language(locale: context.call.options.locale)
        let obstacles = Dictionary(list.entries.map { ($0.person.value, $0.obstacles) }) { first, _ in first }
        return ListPeopleReportReply(
            people: page.elements.map { entry in
                var person = PersonReport(
                    person: entry.person, number: entry.number, name: entry.name, unit: entry.unit, title: entry.title)
                if let row = attendance.roster.row(of: entry.person) {
                    person.present = attendance.isPresent(row: row, demand: offering.demand)
                    person.windows = UInt32(clamping: attendance.presence(row: row).inWindow.count { $0 })
                }
                person.take(outcomes[entry.person] ?? .notTaken)
                person.lacking = obstacles[entry.person]?.map { $0.text(in: language) } ?? []
                if let award = awards[entry.person] {
                    (person.award, person.creditsTenths, person.hoursTenths) = award
                }
                return person
            }, ofWindows: UInt32(clamping: attendance.plan.windows.count), next: page.next ?? 0)
    }

    /// The latest award of each, one that counts before one that was taken back.
    private func latestAwards(
        of offering: UInt64, _ people: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> [UInt64: (AwardState, UInt32, UInt32)] {
        var awards: [UInt64: (AwardState, UInt32, UInt32)] = [:]
        try snapshot.query(
            """
            SELECT person, state, credits_tenths, hours_tenths FROM award WHERE offering = ?1
            AND person BETWEEN ?2 AND ?3 ORDER BY id
            """, offering, people.lowerBound, people.upperBound
        ) { row in
            let state = try row.enumeration(1, AwardState.self)
            let counts = state == .pending || state == .effective
            guard counts || awards[row.id(0)].map({ $0.0 != .pending && $0.0 != .effective }) ?? true else { return }
            awards[row.id(0)] = (state, row.uint32(2), row.uint32(3))
        }
        return awards
    }
}

extension PersonReport {
    fileprivate mutating func take(_ exam: ExamOutcome) {
        switch exam {
        case .notTaken: break
        case .passed(let mark):
            (examTaken, examPassed, examHundredths) = (true, true, UInt32(clamping: mark))
        case .failed(let mark, _): (examTaken, examHundredths) = (true, UInt32(clamping: mark))
        case .unsettled: (examTaken, examUnsettled) = (true, true)
        }
    }
}
