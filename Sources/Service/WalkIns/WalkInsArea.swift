import Application
import Domain
import Storage

/// People who come without being on a roster.
final class WalkIns: Sendable {
    let secrets: Secrets
    let journal: JournalStore
    let people: People
    let programmes: Programmes
    let checkIns: CheckIns
    let identities: Identities
    let rosters: Rosters
    let ofSource = Spending(.walkInsOfSource)
    let mostOfSource = Spending(.mostWalkInsOfSource)

    init(
        secrets: Secrets, journal: JournalStore, people: People, programmes: Programmes, checkIns: CheckIns,
        identities: Identities, rosters: Rosters
    ) {
        self.secrets = secrets
        self.journal = journal
        self.people = people
        self.programmes = programmes
        self.checkIns = checkIns
        self.identities = identities
        self.rosters = rosters
    }

    /// The people of an offering who are flagged as walk-ins and wait for a decision. The face of walk-ins for credit.
    func flagged(of offering: UInt64, _ people: ClosedRange<UInt64>, _ snapshot: Snapshot) throws -> Set<UInt64> {
        let found = try snapshot.all(.walkInsInState, offering, WalkInState.flagged.rawValue) { $0.id(0) }
        return Set(found.filter(people.contains))
    }

    /// ACC-11e: deletes what a walk-in has said of themselves. The roster keeps their name.
    func forgetDetails(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE walk_in SET name = '', details_sealed = NULL, id_number_hash = NULL, title = '', unit = ''
            WHERE person = ?1
            """, person)
    }
}
