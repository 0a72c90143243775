/// The tree of organisations, and the catalogue that describes them.
final class Organisations: Sendable {
    let sessions: Sessions
    let reviews: Reviews

    init(sessions: Sessions, reviews: Reviews) {
        self.sessions = sessions
        self.reviews = reviews
    }
}
