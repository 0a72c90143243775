import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-8: counts the admitted of a region by round, city and specialty, and their outcomes.
    func countAdmitted(_ request: CountAdmittedRequest, _ context: ReadContext) throws -> CountAdmittedReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.organisation, snapshot)
        guard request.round != 0 || request.cohort != 0 else {
            throw Refusal(.invalid, field: "round", "give a round or a cohort", zh: "请给出招录批次或界别")
        }
        let rounds =
            if request.round != 0 {
                try snapshot.all(
                    "SELECT id, name, cohort FROM intake_round WHERE id = ?1 AND state <> ?2", request.round,
                    RoundState.draft.rawValue
                ) { (id: $0.id(), name: $0.text(), cohort: $0.id()) }
                .filter { request.cohort == 0 || $0.cohort == request.cohort }
            } else {
                try snapshot.all(
                    """
                    SELECT id, name, cohort FROM intake_round WHERE cohort = ?1 AND state <> ?2 ORDER BY id LIMIT 200
                    """, request.cohort, RoundState.draft.rawValue
                ) { (id: $0.id(), name: $0.text(), cohort: $0.id()) }
            }
        return CountAdmittedReply(
            counts: try rounds.flatMap {
                try counts(round: $0.id, named: $0.name, place: request.organisation, snapshot)
            })
    }

    private func counts(
        round: UInt64, named name: String, place: UInt64, _ snapshot: Snapshot
    ) throws -> [AdmittedCount] {
        var counts: [[UInt64]: AdmittedCount] = [:]
        for state in ApplicationState.allCases where state.wasAdmitted {
            try snapshot.query(
                """
                SELECT l.city, o.name, l.specialty, COALESCE(s.name, ''), l.number FROM
                (SELECT city, specialty, COUNT(*) AS number FROM application_place
                WHERE round = ?1 AND place = ?2 AND stage = ?3 GROUP BY specialty, city) l
                JOIN organisation o ON o.id = l.city LEFT JOIN catalogue_entry s ON s.id = l.specialty
                ORDER BY l.city, l.specialty
                """, round, place, Stage(state).number
            ) { row in
                let key = [row.id(0), row.id(2)]
                var count =
                    counts[key]
                    ?? AdmittedCount(
                        round: round, roundName: name, city: row.id(0), cityName: row.text(1),
                        specialty: row.id(2), specialtyName: row.text(3))
                count.add(row.uint32(4), state)
                counts[key] = count
            }
        }
        return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
}

extension AdmittedCount {
    fileprivate mutating func add(_ number: UInt32, _ state: ApplicationState) {
        switch state {
        case .admitted: admitted += number
        case .inTraining: inTraining += number
        case .completed: completed += number
        case .trainingWithdrawn: withdrawn += number
        case .draft, .submitted, .returned, .rejected, .approved, .assigned, .withdrawn, .declined: break
        }
    }
}
