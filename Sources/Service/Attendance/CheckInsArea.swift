import Passes
import Storage
import Threads

/// Check-ins with venue codes, and the attendance computed from all scans of an offering.
final class CheckIns: Sendable {
    let secrets: Secrets
    let journal: JournalStore
    let projects: Projects
    let exams: Exams
    let openOfferings = OpenOfferings()
    let keptAttendance: KeptAttendance
    let recentClients = RecentClients()
    let lastCode = Locked<(text: String, code: VenueCode)?>(nil)
    /// A cache of roster entries, by offering and person.
    let rosterEntries = RowCache<Int64>(of: "roster", limit: 65_536)

    init(secrets: Secrets, journal: JournalStore, projects: Projects, exams: Exams) {
        self.secrets = secrets
        self.journal = journal
        self.projects = projects
        self.exams = exams
        keptAttendance = KeptAttendance(journal)
    }
}
