/// Enrolment and authority of terminals.
final class Terminals: Sendable {
    let secrets: Secrets
    let site: Site
    let enrolmentTries = EnrolmentTries()

    init(secrets: Secrets, site: Site) {
        self.secrets = secrets
        self.site = site
    }
}
