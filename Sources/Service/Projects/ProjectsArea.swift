/// Projects, their courses and offerings, and the rosters.
final class Projects: Sendable {
    let secrets: Secrets
    let notices: Notices
    let organisations: Organisations
    let programmes: Programmes
    let reviews: Reviews

    init(
        secrets: Secrets, notices: Notices, organisations: Organisations, programmes: Programmes, reviews: Reviews
    ) {
        self.secrets = secrets
        self.notices = notices
        self.organisations = organisations
        self.programmes = programmes
        self.reviews = reviews
    }
}
