import Application
import Domain
import Messages
import Storage

extension Projects {
    private static let looksAtOnce = 20

    /// ATT-3: has the venue keys of a programme's coming classes looked at again, after its policy has changed how many questions it
    /// asks for.
    func lookAtVenueKeys(of programme: UInt64, _ context: WriteContext) throws {
        try context.transaction.execute(
            """
            INSERT INTO venue_key_look (offering) SELECT o.id FROM offering o WHERE o.programme = ?1 AND o.state = ?2
            AND EXISTS (SELECT 1 FROM activity_date d WHERE d.offering = o.id AND d.day >= ?3) ON CONFLICT DO NOTHING
            """, programme, OfferingState.approved.rawValue,
            ZoneRule.china.day(of: Instant(context.now)).adding(-1).number)
    }

    /// Gives terminals the keys of classes that have the questions they need now, and takes those of others back.
    var followVenueKeys: Chore {
        Chore(name: "venue keys after a change of policy", atOnce: Self.looksAtOnce) { snapshot, _, limit in
            try snapshot.all("SELECT offering FROM venue_key_look WHERE offering > 0 ORDER BY offering LIMIT ?1", limit)
            {
                $0.id(0)
            }
        } act: { [venueKeys] id, context in
            try context.transaction.execute("DELETE FROM venue_key_look WHERE offering = ?1", id)
            let offering = try OfferingRecord(id, context.transaction)
            if offering.isOpen { try venueKeys.follow(offering, context) }
            return 1
        }
    }
}
