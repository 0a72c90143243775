import Storage

extension Schema {
    /// Finds reviews by the person who submitted them.
    static let reviewsOfPeople = Migration(
        63, "reviews of people", "CREATE INDEX review_person ON review (person, kind, subject);")
}
