/// Projects, their courses and offerings, and the rosters.
final class Projects: Sendable {
    let secrets: Secrets
    let programmes: Programmes
    let reviews: Reviews

    init(secrets: Secrets, programmes: Programmes, reviews: Reviews) {
        self.secrets = secrets
        self.programmes = programmes
        self.reviews = reviews
    }
}
