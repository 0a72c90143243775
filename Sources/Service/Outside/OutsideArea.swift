/// Results, contact hours and credits from elsewhere.
final class OutsideRecords: Sendable {
    let people: People
    let notices: Notices
    let reviews: Reviews

    init(people: People, notices: Notices, reviews: Reviews) {
        self.people = people
        self.notices = notices
        self.reviews = reviews
    }
}
