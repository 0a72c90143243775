/// Enrolment and authority of terminals.
final class Terminals: Sendable {
    let secrets: Secrets
    let site: Site
    let projects: Projects
    let enrolmentTries = EnrolmentTries()

    init(secrets: Secrets, site: Site, projects: Projects) {
        self.projects = projects
        self.secrets = secrets
        self.site = site
    }
}
