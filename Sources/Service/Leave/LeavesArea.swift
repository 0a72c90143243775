/// Leave from training.
final class Leaves: Sendable {
    let notices: Notices
    let reviews: Reviews
    let organisations: Organisations
    let recruitment: Recruitment

    init(notices: Notices, reviews: Reviews, organisations: Organisations, recruitment: Recruitment) {
        self.notices = notices
        self.reviews = reviews
        self.organisations = organisations
        self.recruitment = recruitment
    }
}
