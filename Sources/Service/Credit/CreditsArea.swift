/// The conditions for an offering's credit, and the awards.
final class Credits: Sendable {
    let journal: JournalStore
    let notices: Notices
    let programmes: Programmes
    let identities: Identities
    let walkIns: WalkIns
    let checkIns: CheckIns
    let evaluations: Evaluations
    let postReports: PostReports
    let certificates: Certificates
    let outside: OutsideRecords

    init(
        journal: JournalStore, notices: Notices, programmes: Programmes, identities: Identities, walkIns: WalkIns,
        checkIns: CheckIns,
        evaluations: Evaluations, postReports: PostReports, certificates: Certificates,
        outside: OutsideRecords
    ) {
        self.journal = journal
        self.notices = notices
        self.programmes = programmes
        self.identities = identities
        self.walkIns = walkIns
        self.checkIns = checkIns
        self.evaluations = evaluations
        self.postReports = postReports
        self.certificates = certificates
        self.outside = outside
    }
}
