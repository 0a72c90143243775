/// Rounds, quotas and applications.
final class Recruitment: Sendable {
    let people: People
    let notices: Notices
    let reviews: Reviews
    let organisations: Organisations
    let programmes: Programmes
    let identities: Identities

    init(
        people: People, notices: Notices, reviews: Reviews, organisations: Organisations, programmes: Programmes,
        identities: Identities
    ) {
        self.people = people
        self.notices = notices
        self.reviews = reviews
        self.organisations = organisations
        self.programmes = programmes
        self.identities = identities
    }
}
