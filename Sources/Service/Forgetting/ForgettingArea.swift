/// Closing an account: each area deletes the person's data.
final class Forgetting: Sendable {
    let sessions: Sessions
    let projects: Projects
    let notices: Notices
    let identities: Identities
    let accounts: Accounts
    let recruitment: Recruitment
    let leaves: Leaves
    let uploads: Uploads
    let orders: Orders
    let walkIns: WalkIns
    let evaluations: Evaluations
    let outside: OutsideRecords
    let credits: Credits
    let sittings: Sittings
    let skills: SkillsExams

    init(
        sessions: Sessions, projects: Projects, notices: Notices, identities: Identities, accounts: Accounts,
        recruitment: Recruitment, leaves: Leaves, uploads: Uploads, orders: Orders, walkIns: WalkIns,
        evaluations: Evaluations,
        outside: OutsideRecords, credits: Credits,
        sittings: Sittings, skills: SkillsExams
    ) {
        self.sessions = sessions
        self.projects = projects
        self.notices = notices
        self.identities = identities
        self.accounts = accounts
        self.recruitment = recruitment
        self.leaves = leaves
        self.uploads = uploads
        self.orders = orders
        self.walkIns = walkIns
        self.evaluations = evaluations
        self.outside = outside
        self.credits = credits
        self.sittings = sittings
        self.skills = skills
    }
}
