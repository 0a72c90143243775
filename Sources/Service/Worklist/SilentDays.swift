import Application
import Domain
import Messages
import Storage

extension Worklist {
    /// How long a silent day stands on a base's list; on its offering's it stands for ever.
    private static let daysBack = 30
    /// The most offerings looked at for the list of a base.
    private static let mostOfferings = 100

    /// ATT-10a: returns the activity dates of an offering of which nothing has reached the server.
    func silentDays(
        of offering: OfferingRecord, _ all: OfferingAttendance, now: Int64, _ snapshot: Snapshot
    ) throws -> [SilentDay] {
        guard offering.isOpen else { return [] }
        let days = offering.plan.silentDays(all.scans.scans, now: Instant(now))
        guard !days.isEmpty else { return [] }
        let terminals = try snapshot.all(.terminalsOfBase, offering.base) {
            TerminalContact(terminal: $0.id(0), name: $0.text(1), lastContactMs: $0.integer(2))
        }
        return days.map {
            SilentDay(offering: offering.id, offeringTitle: offering.title, day: $0.number, terminals: terminals)
        }
    }

    /// Returns the silent days of a base's offerings, of the last month.
    func silentDays(of base: UInt64, _ context: ReadContext) throws -> [SilentDay] {
        let today = ZoneRule.china.day(of: Instant(context.now))
        let first = today.adding(-Self.daysBack)
        let offerings = try context.snapshot.all(
            """
            SELECT o.id FROM offering o WHERE o.base = ?1 AND EXISTS (SELECT 1 FROM activity_date d
            WHERE d.offering = o.id AND d.day BETWEEN ?2 AND ?3) ORDER BY o.id DESC LIMIT ?4
            """, base, first.number, today.adding(1).number, Self.mostOfferings
        ) { $0.id(0) }
        var silent: [SilentDay] = []
        for id in offerings {
            let offering = try OfferingRecord(id, context.snapshot)
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, context.snapshot)
            silent += try silentDays(of: offering, all, now: context.now, context.snapshot).filter {
                $0.day >= first.number
            }
        }
        return silent
    }
}
