/// The conditions for an offering's credit, and the awards.
final class Credits: Sendable {
    let journal: JournalStore
    let notices: Notices
    let programmes: Programmes
    let identities: Identities
    let checkIns: CheckIns
    let evaluations: Evaluations
    let postReports: PostReports
    let certificates: Certificates

    init(
        journal: JournalStore, notices: Notices, programmes: Programmes, identities: Identities, checkIns: CheckIns,
        evaluations: Evaluations, postReports: PostReports, certificates: Certificates
    ) {
        self.journal = journal
        self.notices = notices
        self.programmes = programmes
        self.identities = identities
        self.checkIns = checkIns
        self.evaluations = evaluations
        self.postReports = postReports
        self.certificates = certificates
    }
}
