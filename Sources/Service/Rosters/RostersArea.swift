/// Corrections of rosters.
final class Rosters: Sendable {
    let notices: Notices
    let projects: Projects
    let identities: Identities

    init(notices: Notices, projects: Projects, identities: Identities) {
        self.notices = notices
        self.projects = projects
        self.identities = identities
    }
}
