import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// LEV-1: returns the base that decides on a trainee's leave from a day on: the one that admitted them, else that
    /// of the next activity date, from that day on, of an offering with them on its roster.
    /// - Throws: `wrongState` for a person who is not in training.
    func trainingBase(of person: UInt64, from day: Day, _ snapshot: Snapshot) throws -> UInt64 {
        if let recruited = try recruitment.recruitedBase(of: person, snapshot) { return recruited }
        let base = try snapshot.first(
            """
            SELECT o.base FROM roster r JOIN activity_date d ON d.offering = r.offering
            JOIN offering o ON o.id = r.offering WHERE r.person = ?1 AND d.day >= ?2 AND o.state IN (?3, ?4)
            ORDER BY d.day, o.id LIMIT 1
            """, person, day.number, OfferingState.submitted.rawValue, OfferingState.approved.rawValue
        ) { $0.id(0) }
        guard let base else {
            throw Refusal(
                .wrongState, field: "from_day",
                Phrase("you are in training at no base from that day on", "自该日起您没有在任何基地的培训"))
        }
        return base
    }
}
